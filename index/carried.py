"""What a generation carries for the build after it, beside what it serves.

It spares that build what has not changed. Nobody else reads it, and nothing is lost
with it: where it is missing, damaged, or of another program, all is built anew.
"""

import hashlib
from dataclasses import dataclass
from pathlib import Path

import msgspec

from index.extraction import KeptKnowledge
from index.layout import Rows
from index.manifest import Manifest, code_digest, python_version
from index.reading import KeptReading
from index.schema import SCHEMA_VERSION, whoosh_version
from index.storage import CARRIED


class Carried(msgspec.Struct, frozen=True):
    """What was read and understood, and what the files were written from.

    `lessons` is the digest of all that the lessons were learned from, and `base` has
    the rows of the base of the postings.
    """

    reading: KeptReading
    knowledge: KeptKnowledge
    lessons: str
    base: tuple[Rows, ...]


@dataclass(frozen=True, slots=True)
class Predecessor:
    """The generation that a build carries over from."""

    folder: Path
    manifest: Manifest
    carried: Carried


def find_predecessor(folder: Path, manifest: Manifest) -> Predecessor | None:
    """Give a sound generation with what it carries, None where that is of no use."""
    try:
        content = (folder / CARRIED).read_bytes()
        seal, packed = content[:_SEAL_SIZE], content[_SEAL_SIZE:]
        if seal != _seal(packed):
            return None
        carried = msgspec.msgpack.decode(packed, type=Carried)
    except (OSError, msgspec.DecodeError):
        return None
    return Predecessor(folder, manifest, carried)


def write_carried(folder: Path, carried: Carried) -> None:
    """Write what the generation in a folder carries for the next."""
    packed = msgspec.msgpack.encode(carried)
    (folder / CARRIED).write_bytes(_seal(packed) + packed)


_SEAL_SIZE = hashlib.sha256().digest_size


def _seal(packed: bytes) -> bytes:
    """Give a digest of the bytes and of all that they are to be read by."""
    versions = SCHEMA_VERSION, code_digest(), whoosh_version(), python_version()
    total = hashlib.sha256(msgspec.msgpack.encode(versions))
    total.update(packed)
    return total.digest()
