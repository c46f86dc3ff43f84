"""What is served, and whether it still says what the data says."""

from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Literal

from index.generations import how_to_build
from index.manifest import Counts, Manifest, recipe_for
from index.reading import digest_of
from index.soundness import Standing, find_sound, required, sound_manifest

State = Literal["fresh", "stale", "damaged", "unknown"]

_STATES = {
    "fresh": "fresh",
    "stale": "stale: the data or the program has changed",
    "damaged": "damaged: an older build is served, for the newest is not sound",
    "unknown": "unknown: the data folder is not here",
}


@dataclass(frozen=True, slots=True)
class Status:
    """The generation that is served, and its state.

    `unknown` is one whose data folder is not on this machine. `refused` tells why
    what should be served is not, where it is damaged, and how to mend it.
    """

    manifest: Manifest
    state: State
    refused: tuple[str, ...] = ()


def read_status(index_dir: Path) -> Status:
    """Look at what is served, against the data folder that it was built from.

    Raises:
        IndexUnavailableError: There is nothing that can be served.
    """
    standing = look_over(index_dir)
    manifest = required(index_dir, standing)
    if standing.refused:
        mending = (*standing.refused, how_to_build(index_dir))
        return Status(manifest, "damaged", mending)
    data_dir = Path(manifest.data)
    if not data_dir.is_dir():
        return Status(manifest, "unknown")
    return Status(manifest, "fresh" if _is_current(manifest, data_dir) else "stale")


def look_over(index_dir: Path) -> Standing[Manifest]:
    """Give the manifest of what is served; every file of it is checked."""
    return find_sound(index_dir, sound_manifest)


def fresh_manifest(data_dir: Path, standing: Standing[Manifest]) -> Manifest | None:
    """Give the manifest of what is served, None unless a build would repeat it."""
    return manifest_of(digest_of(data_dir), standing)


def manifest_of(data_digest: str, standing: Standing[Manifest]) -> Manifest | None:
    """Give the manifest of what is served if a build of such data would repeat it."""
    manifest = standing.served
    if manifest is None or standing.refused:
        return None
    return manifest if manifest.recipe == recipe_for(data_digest) else None


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
    for name, told in (
        ("damage", status.refused),
        ("replaced", manifest.refused),
        ("left out", manifest.left_out),
    ):
        if told:
            lines[name] = f"\n{'':<12}".join(told)
    return "\n".join(f"{name:<12}{said}" for name, said in lines.items())


def describe_counts(counts: Counts) -> str:
    """Write how much a generation holds: `2 documents, 41 passages, ...`."""
    return ", ".join(f"{number:,} {name}" for name, number in asdict(counts).items())


def _is_current(manifest: Manifest, data_dir: Path) -> bool:
    """Say whether the data is that of a generation: nothing is parsed for it."""
    return manifest.recipe == recipe_for(digest_of(data_dir))
