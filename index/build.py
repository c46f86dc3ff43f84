"""Build one generation from a data folder, prove it, and publish it."""

import gc
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import partial
from pathlib import Path

from index.carried import Predecessor, find_predecessor
from index.errors import BuildError, Fault, GenerationError
from index.generations import (
    build_lock,
    fresh_folder,
    new_name,
    prune,
    publish,
)
from index.library import Library, open_generation
from index.manifest import (
    Counts,
    Manifest,
    checksums,
    python_version,
    recipe_for,
    write_manifest,
)
from index.model import Passage
from index.postings import is_of_base
from index.progress import Progress, silent
from index.reading import Files, read_files
from index.soundness import Standing
from index.status import look_over, manifest_of
from index.understanding import Understood, understand
from index.writing import write_generation


def build(
    data_dir: Path, index_dir: Path, *, full: bool = False, progress: Progress = silent
) -> Manifest:
    """Serve the data from now on; do nothing if it is served already.

    Builds take turns. One that fails, or is killed, leaves the generation that is
    served as it was. Documents that cannot be read as files are left out; the
    manifest tells their faults.

    Args:
        data_dir: The folder that holds `documents/`.
        index_dir: Made if missing.
        full: Build all, whether it has changed or not.
        progress: Called from this thread, many times.

    Returns:
        The manifest of the generation that is served now.

    Raises:
        DataError: The data has other faults, or no document can be read; it
            carries them all.
        BuildError: The index cannot be written, or is not what was written.
    """
    waiting = partial(progress, "waiting for another build", 0, 1)
    try:
        with build_lock(index_dir, waiting=waiting), _without_collection():
            standing = look_over(index_dir)
            before = None if full else _predecessor(index_dir, standing)
            seen = before.carried.reading.seen if before else {}
            files, faults = read_files(data_dir, seen)
            served = manifest_of(files.digest(faults=faults), standing)
            if served and not full:
                return served
            source = _Source(data_dir, files, faults)
            return _replace(source, index_dir, standing, before, progress=progress)
    except OSError as error:
        raise BuildError(
            f"the index in {index_dir} cannot be written ({error.strerror}); free "
            "some space or mend its permissions, then build again"
        ) from error


@contextmanager
def _without_collection() -> Iterator[None]:
    """Look for no circles of garbage: there are none, and it takes an eighth."""
    was_enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_enabled:
            gc.enable()


@dataclass(frozen=True, slots=True)
class _Source:
    """A data folder that was looked at."""

    folder: Path
    files: Files
    faults: tuple[Fault, ...]


def _predecessor(index_dir: Path, standing: Standing[Manifest]) -> Predecessor | None:
    served = standing.served
    if served is None:
        return None
    return find_predecessor(index_dir / served.generation, served)


def _replace(
    source: _Source,
    index_dir: Path,
    standing: Standing[Manifest],
    before: Predecessor | None,
    *,
    progress: Progress,
) -> Manifest:
    started = time.monotonic()
    carried = before.carried if before else None
    understood = understand(source.files, source.faults, carried, progress=progress)
    data = understood.data
    with fresh_folder(index_dir) as folder:
        written = write_generation(folder, understood, before, progress=progress)
        now = datetime.now(UTC)
        manifest = Manifest(
            generation=new_name(index_dir, data.digest, now),
            recipe=recipe_for(data.digest),
            counts=_counts(understood),
            data=str(source.folder.resolve()),
            built_at=now.isoformat(timespec="seconds"),
            seconds=round(time.monotonic() - started, 2),
            python=python_version(),
            files=checksums(folder),
            left_out=tuple(map(str, understood.left_out)),
            refused=standing.refused,
        )
        write_manifest(folder, manifest)
        _verify(folder, manifest, before, written, progress=progress)
        progress("publishing", 0, 1)
        publish(index_dir, folder, manifest.generation)
    # The one before is kept to fall back on, so it has to be a sound one.
    kept = standing.served.generation if standing.served else None
    prune(index_dir, keep=(manifest.generation, kept))
    progress("publishing", 1, 1)
    return manifest


def _counts(understood: Understood) -> Counts:
    data, knowledge = understood.data, understood.knowledge
    return Counts(
        documents=len(data.documents),
        passages=len(data.passages),
        entities=len(knowledge.entities),
        statements=len(knowledge.statements),
        # Each makes one statement.
        records=len(understood.kept.recorded),
    )


def _verify(
    folder: Path,
    manifest: Manifest,
    before: Predecessor | None,
    written: Sequence[Passage],
    *,
    progress: Progress,
) -> None:
    """Open what was written as a reader would, and find every passage of it again.

    All others lie in files that were copied: these must be what they were.
    """
    try:
        with open_generation(folder, manifest) as library:
            missing = _first_missing(library, written, progress)
            is_complete = missing is None and len(library) == manifest.counts.passages
    except GenerationError as error:
        raise BuildError(f"what was written cannot be opened: {error}") from error
    copied = len(written) < manifest.counts.passages
    if copied and before and not _is_copy(manifest, before.manifest):
        is_complete = False
    if not is_complete:
        raise BuildError(
            f"what was written lacks passages ({missing or 'a wrong count'}), so it "
            "was not published; is the disk sound? Then build again"
        )


def _is_copy(manifest: Manifest, before: Manifest) -> bool:
    """Tell whether the files of the base are those of the generation before."""
    files, others = (
        {name: total for name, total in one.files.items() if is_of_base(name)}
        for one in (manifest, before)
    )
    return files == others


def _first_missing(
    library: Library, passages: Sequence[Passage], progress: Progress
) -> str | None:
    for count, passage in enumerate(passages, start=1):
        if library.passage(passage.id) != passage:
            return passage.id
        progress("verifying", count, len(passages))
    return None
