"""Which generation is served: the newest that is still what its build wrote."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Generic, TypeVar

import msgspec

from index.errors import GenerationError, IndexUnavailableError
from index.generations import how_to_build, look_at
from index.manifest import Manifest, checksums, is_sealed, read_manifest
from index.schema import SCHEMA_VERSION, whoosh_version
from index.storage import MANIFEST

T = TypeVar("T")


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

    Nothing but the manifest is decoded. Postings are pickled, so not one byte of
    them may be read before.

    Raises:
        GenerationError: It is damaged, gone, or built by another version.
    """
    try:
        manifest = read_manifest(folder)
        flaw = _flaw(folder, manifest)
    except msgspec.DecodeError as error:
        raise GenerationError(f"{folder} is damaged: {MANIFEST} is spoilt") from error
    except OSError as error:
        raise unreadable(folder, error) from error
    if flaw:
        raise GenerationError(f"{folder} {flaw}")
    return manifest


def unreadable(folder: Path, error: OSError) -> GenerationError:
    """Tell of a generation that the system does not let us read."""
    return GenerationError(f"{folder} cannot be read ({error.strerror})")


def _flaw(folder: Path, manifest: Manifest) -> str | None:
    if manifest.recipe.schema_version != SCHEMA_VERSION:
        return "was built by another version of this program"
    if manifest.recipe.whoosh != whoosh_version():
        return "was built by another version of Whoosh"
    if not is_sealed(folder):
        return f"is damaged: {MANIFEST} has changed"
    found = checksums(folder)
    names = sorted(found.keys() | manifest.files.keys())
    differing = (n for n in names if found.get(n) != manifest.files.get(n))
    if name := next(differing, None):
        return f"is damaged: {name} {_change(name in found, name in manifest.files)}"
    return None


def _change(is_there: bool, was_there: bool) -> str:
    if not is_there:
        return "is missing"
    return "has changed" if was_there else "was put in"
