"""Which generation is served: the newest that is still what its build wrote."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import Generic, TypeVar

import msgspec

from index.errors import GenerationError, IndexUnavailableError
from index.generations import how_to_build, look_at
from index.manifest import (
    Manifest,
    checksums,
    contents,
    is_sealed,
    read_manifest,
)
from index.schema import SCHEMA_VERSION, whoosh_version
from index.storage import MANIFEST

T = TypeVar("T")
Digests = Callable[[Path], Mapping[str, str]]


@dataclass(frozen=True, slots=True)
class Standing(Generic[T]):
    """The newest sound generation, opened; None where there is none.

    `refused` tells what is wrong with what should have been served instead.
    """

    served: T | None
    refused: tuple[str, ...]


def find_sound(index_dir: Path, open_one: Callable[[Path], T]) -> Standing[T]:
    """Open the generation that the pointer names, else the newest that can be.

    Args:
        index_dir: The folder that generations are published in.
        open_one: Raises GenerationError for a generation that is not sound.
    """
    look = look_at(index_dir)
    refused = list(look.faults)
    for name in look.names:
        try:
            return Standing(open_one(index_dir / name), tuple(refused))
        except GenerationError as error:
            # Was another one published, and this one pruned, meanwhile?
            if look_at(index_dir) != look:
                return find_sound(index_dir, open_one)
            refused.append(str(error))
    return Standing(None, tuple(refused))


def required(index_dir: Path, standing: Standing[T]) -> T:
    """Give what is served.

    Raises:
        IndexUnavailableError: Nothing is; it says why, and what to do.
    """
    if standing.served is not None:
        return standing.served
    why = f"there is no index in {index_dir}"
    if standing.refused:
        why = f"nothing in {index_dir} can be served: {', '.join(standing.refused)}"
    raise IndexUnavailableError(f"{why}; {how_to_build(index_dir)}")


def sound_manifest(folder: Path) -> Manifest:
    """Hold every file of a generation against its checksum; give the manifest.

    Raises:
        GenerationError: It is damaged, gone, or built by another version.
    """
    return _checked(folder, checksums)


def read_sound(folder: Path) -> tuple[Manifest, dict[str, bytes]]:
    """Read a generation: its manifest, and its files by their paths.

    What is given is what was checked. Postings are pickled, so not one byte of them
    may be decoded unless it is what a build wrote.

    Raises:
        GenerationError: It is damaged, gone, or built by another version.
    """
    files: dict[str, bytes] = {}

    def digests(folder: Path) -> dict[str, str]:
        files.update(contents(folder))
        return {name: sha256(content).hexdigest() for name, content in files.items()}

    return _checked(folder, digests), files


def _checked(folder: Path, digests_of: Digests) -> Manifest:
    try:
        manifest = read_manifest(folder)
        flaw = _flaw(folder, manifest, digests_of)
    except msgspec.DecodeError as error:
        raise GenerationError(f"{folder} is damaged: {MANIFEST} is spoilt") from error
    except OSError as error:
        message = f"{folder} cannot be read ({error.strerror})"
        raise GenerationError(message) from error
    if flaw:
        raise GenerationError(f"{folder} {flaw}")
    return manifest


def _flaw(folder: Path, manifest: Manifest, digests_of: Digests) -> str | None:
    if manifest.recipe.schema_version != SCHEMA_VERSION:
        return "was built by another version of this program"
    if manifest.recipe.whoosh != whoosh_version():
        return "was built by another version of Whoosh"
    if not is_sealed(folder):
        return f"is damaged: {MANIFEST} has changed"
    found = digests_of(folder)
    names = sorted(found.keys() | manifest.files.keys())
    differing = (n for n in names if found.get(n) != manifest.files.get(n))
    if name := next(differing, None):
        return f"is damaged: {name} {_change(name in found, name in manifest.files)}"
    return None


def _change(is_there: bool, was_there: bool) -> str:
    if not is_there:
        return "is missing"
    return "has changed" if was_there else "was put in"
