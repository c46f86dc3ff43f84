"""What a generation tells of itself: whence, when, how much, by what."""

import hashlib
import platform
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import msgspec

from index.schema import SCHEMA_VERSION, whoosh_version
from index.storage import CARRIED, MANIFEST, SEAL, checksum, files_below


@dataclass(frozen=True, slots=True)
class Counts:
    """How much a generation holds."""

    documents: int
    passages: int
    entities: int
    statements: int
    records: int


@dataclass(frozen=True, slots=True)
class Recipe:
    """What makes two builds of the same data the same."""

    schema_version: int
    data_digest: str
    code_digest: str
    whoosh: str


@dataclass(frozen=True, slots=True)
class Manifest:
    """One generation's account of itself.

    `data` is the absolute path of the folder it was built from, `built_at` ISO
    8601 in UTC, `files` the SHA-256 of every other file by its path. `left_out` says
    which documents could not be read, and why; `refused` which generations the build
    found that could no longer be served, and why.
    """

    generation: str
    recipe: Recipe
    counts: Counts
    data: str
    built_at: str
    seconds: float
    python: str
    files: Mapping[str, str]
    left_out: tuple[str, ...] = ()
    refused: tuple[str, ...] = ()


def recipe_for(data_digest: str) -> Recipe:
    """Give the recipe by which data of this digest would be built now."""
    return Recipe(SCHEMA_VERSION, data_digest, code_digest(), whoosh_version())


@cache
def code_digest() -> str:
    """Give the SHA-256 of this package's source, in hexadecimal."""
    folder = Path(__file__).parent
    total = hashlib.sha256()
    for path in sorted(folder.rglob("*.py")):
        total.update(path.relative_to(folder).as_posix().encode())
        total.update(path.read_bytes())
    return total.hexdigest()


def python_version() -> str:
    """Give the version of the running interpreter."""
    return platform.python_version()


def checksums(folder: Path) -> dict[str, str]:
    """Give the checksum of every file of a generation that readers trust."""
    return {name: checksum(path) for name, path in _listed(folder)}


def contents(folder: Path) -> dict[str, bytes]:
    """Give the bytes of every file of a generation that readers trust."""
    return {name: path.read_bytes() for name, path in _listed(folder)}


def _listed(folder: Path) -> Iterator[tuple[str, Path]]:
    """Pass over the manifest and what is carried: each of them has its own seal."""
    for path in files_below(folder):
        name = path.relative_to(folder).as_posix()
        if name not in (MANIFEST, SEAL, CARRIED):
            yield name, path


def write_manifest(folder: Path, manifest: Manifest) -> None:
    """Write the manifest of the generation in `folder`, and seal it."""
    content = msgspec.json.format(msgspec.json.encode(manifest), indent=2)
    (folder / MANIFEST).write_bytes(content + b"\n")
    (folder / SEAL).write_bytes(_seal_of(folder))


def is_sealed(folder: Path) -> bool:
    """Say whether the manifest is, byte for byte, what was written.

    Raises:
        OSError: It, or its seal, cannot be read.
    """
    return (folder / SEAL).read_bytes() == _seal_of(folder)


def _seal_of(folder: Path) -> bytes:
    """Give the checksum of the manifest as `sha256sum` writes it."""
    return f"{checksum(folder / MANIFEST)}  {MANIFEST}\n".encode()


def read_manifest(folder: Path) -> Manifest:
    """Read what `write_manifest` wrote.

    Raises:
        OSError: There is none, or it cannot be read.
        msgspec.DecodeError: It holds anything else.
    """
    content = (folder / MANIFEST).read_bytes()
    return msgspec.json.decode(content, type=Manifest)
