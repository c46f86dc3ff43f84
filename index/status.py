"""What is served, and whether it still says what the data says."""

from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Literal

import msgspec

from index.errors import IndexUnavailableError
from index.generations import current_generation, how_to_build
from index.manifest import Counts, Manifest, checksums, read_manifest, recipe_for
from index.reading import digest_of

State = Literal["fresh", "stale", "damaged", "unknown"]

_STATES = {
    "fresh": "fresh",
    "stale": "stale: the data or the program has changed",
    "damaged": "damaged: a file is missing or has changed",
    "unknown": "unknown: the data folder is not here",
}


@dataclass(frozen=True, slots=True)
class Status:
    """The generation that is served, and its state.

    `unknown` is one whose data folder is not on this machine.
    """

    manifest: Manifest
    state: State


def read_status(index_dir: Path) -> Status:
    """Look at what is served, against the data folder that it was built from.

    Raises:
        IndexUnavailableError: Nothing is served, or it does not tell what it is.
    """
    manifest = _served(index_dir)
    if not _is_whole(index_dir, manifest):
        return Status(manifest, "damaged")
    data_dir = Path(manifest.data)
    if not data_dir.is_dir():
        return Status(manifest, "unknown")
    is_same = manifest.recipe == recipe_for(digest_of(data_dir))
    return Status(manifest, "fresh" if is_same else "stale")


def fresh_manifest(data_dir: Path, index_dir: Path) -> Manifest | None:
    """Give the manifest of what is served, None unless a build would repeat it."""
    try:
        manifest = _served(index_dir)
    except IndexUnavailableError:
        return None
    is_same = manifest.recipe == recipe_for(digest_of(data_dir))
    return manifest if is_same and _is_whole(index_dir, manifest) else None


def is_stale(data_dir: Path, index_dir: Path) -> bool:
    """Say whether a build is due: nothing is parsed, so it is cheap."""
    return fresh_manifest(data_dir, index_dir) is None


def describe(status: Status) -> str:
    """Write a status for a reader, one line a matter."""
    manifest = status.manifest
    recipe = manifest.recipe
    built_at = manifest.built_at.replace("T", " ").replace("+00:00", " UTC")
    lines = {
        "generation": manifest.generation,
        "holds": describe_counts(manifest.counts),
        "built": f"{built_at}, in {manifest.seconds:.1f} s",
        "from": f"{manifest.data}, digest {recipe.data_digest[:8]}",
        "by": f"schema {recipe.schema_version}, Whoosh {recipe.whoosh}, "
        f"Python {manifest.python}",
        "state": _STATES[status.state],
    }
    if manifest.left_out:
        lines["left out"] = "\n            ".join(manifest.left_out)
    return "\n".join(f"{name:<12}{said}" for name, said in lines.items())


def describe_counts(counts: Counts) -> str:
    """Write how much a generation holds: `2 documents, 41 passages, ...`."""
    return ", ".join(f"{number:,} {name}" for name, number in asdict(counts).items())


def _is_whole(index_dir: Path, manifest: Manifest) -> bool:
    try:
        return checksums(index_dir / manifest.generation) == manifest.files
    except OSError:
        return False


def _served(index_dir: Path) -> Manifest:
    advice = how_to_build(index_dir)
    name = current_generation(index_dir)
    if name is None:
        raise IndexUnavailableError(f"there is no index in {index_dir}; {advice}")
    try:
        return read_manifest(index_dir / name)
    except (OSError, msgspec.DecodeError) as error:
        message = f"{index_dir / name} cannot be read; {advice}"
        raise IndexUnavailableError(message) from error
