"""Build one generation from a data folder, prove it, and publish it."""

import gc
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from datetime import UTC, datetime
from functools import partial
from pathlib import Path

import msgspec

from index.check import check_data
from index.errors import BuildError, DataError, Fault, GenerationError
from index.extraction import gather
from index.generations import (
    build_lock,
    fresh_folder,
    new_name,
    prune,
    publish,
)
from index.knowledge import Knowledge
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
from index.postings import write_postings
from index.questions.training import learn_all
from index.reading import Data, read_data
from index.soundness import Standing
from index.status import fresh_manifest, look_over
from index.storage import KNOWLEDGE, LESSONS, POSTINGS, encode_knowledge

# Told the step ("reading"), how much of it is done, and how much there is.
Progress = Callable[[str, int, int], None]


def silent(step: str, done: int, total: int) -> None:
    """Report nothing."""


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
        full: Build even if nothing has changed.
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
        with build_lock(index_dir, waiting=waiting):
            standing = look_over(index_dir)
            served = None if full else fresh_manifest(data_dir, standing)
            if served:
                return served
            with _without_collection():
                return _replace(data_dir, index_dir, standing, progress=progress)
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


def _replace(
    data_dir: Path,
    index_dir: Path,
    standing: Standing[Manifest],
    *,
    progress: Progress,
) -> Manifest:
    started = time.monotonic()
    data, knowledge, left_out = _understand(data_dir, progress)
    with fresh_folder(index_dir) as folder:
        _write(folder, data.passages, knowledge, progress=progress)
        now = datetime.now(UTC)
        manifest = Manifest(
            generation=new_name(index_dir, data.digest, now),
            recipe=recipe_for(data.digest),
            counts=_counts(data, knowledge),
            data=str(data_dir.resolve()),
            built_at=now.isoformat(timespec="seconds"),
            seconds=round(time.monotonic() - started, 2),
            python=python_version(),
            files=checksums(folder),
            left_out=tuple(map(str, left_out)),
            refused=standing.refused,
        )
        write_manifest(folder, manifest)
        _verify(folder, data.passages, progress)
        progress("publishing", 0, 1)
        publish(index_dir, folder, manifest.generation)
    # The one before is kept to fall back on, so it has to be a sound one.
    before = standing.served.generation if standing.served else None
    prune(index_dir, keep=(manifest.generation, before))
    progress("publishing", 1, 1)
    return manifest


def _understand(
    data_dir: Path, progress: Progress
) -> tuple[Data, Knowledge, tuple[Fault, ...]]:
    progress("reading", 0, 1)
    data = read_data(data_dir)
    progress("reading", 1, 1)
    progress("checking", 0, 1)
    faults = check_data(data)
    if not data.documents or not all(fault.leaves_out for fault in faults):
        raise DataError(faults)
    progress("checking", 1, 1)
    progress("drawing statements", 0, 1)
    knowledge = gather(data)
    progress("drawing statements", 1, 1)
    return data, knowledge, faults


def _write(
    folder: Path,
    passages: Sequence[Passage],
    knowledge: Knowledge,
    *,
    progress: Progress,
) -> None:
    def done(count: int) -> None:
        progress("indexing", count, len(passages))

    (folder / KNOWLEDGE).write_bytes(encode_knowledge(knowledge))
    _write_lessons(folder / LESSONS, knowledge, progress)
    write_postings(folder / POSTINGS, passages, knowledge=knowledge, done=done)


def _write_lessons(folder: Path, knowledge: Knowledge, progress: Progress) -> None:
    folder.mkdir()
    total = len(knowledge.vocabulary.languages)
    progress("reading example questions", 0, total)
    for count, (code, lesson) in enumerate(learn_all(knowledge), start=1):
        (folder / code).write_bytes(msgspec.msgpack.encode(lesson))
        progress("reading example questions", count, total)


def _counts(data: Data, knowledge: Knowledge) -> Counts:
    return Counts(
        documents=len(data.documents),
        passages=len(data.passages),
        entities=len(knowledge.entities),
        statements=len(knowledge.statements),
        records=len(data.records),
    )


def _verify(folder: Path, passages: Sequence[Passage], progress: Progress) -> None:
    """Open what was written as a reader would, and find every passage again."""
    try:
        with open_generation(folder) as library:
            missing = _first_missing(library, passages, progress)
            complete = missing is None and len(library) == len(passages)
    except GenerationError as error:
        raise BuildError(f"what was written cannot be opened: {error}") from error
    if not complete:
        raise BuildError(
            f"what was written lacks passages ({missing or 'a wrong count'}), so it "
            "was not published; is the disk sound? Then build again"
        )


def _first_missing(
    library: Library, passages: Sequence[Passage], progress: Progress
) -> str | None:
    for count, passage in enumerate(passages, start=1):
        if library.passage(passage.id) != passage:
            return passage.id
        progress("verifying", count, len(passages))
    return None
