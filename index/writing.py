"""Write the files of one generation, or copy those that would be the same."""

import shutil
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from hashlib import sha256
from itertools import groupby
from pathlib import Path

import msgspec

from index.carried import Carried, Predecessor, write_carried
from index.knowledge import Knowledge
from index.layout import LAYOUT, Rows, encode_layout, fits, lay_out
from index.model import Passage
from index.postings import Lengths, copy_base, write_postings
from index.progress import Progress
from index.questions.training import learn_all
from index.schema import REST
from index.storage import KNOWLEDGE, LESSONS, POSTINGS, encode_knowledge
from index.understanding import Understood


def write_generation(
    folder: Path,
    understood: Understood,
    before: Predecessor | None,
    *,
    progress: Progress,
) -> tuple[Passage, ...]:
    """Write all but the manifest into a folder.

    Returns:
        The passages that were written now; all others lie in the base that was copied
        from the generation before.
    """
    knowledge = understood.knowledge
    (folder / KNOWLEDGE).write_bytes(encode_knowledge(knowledge))
    learned = _digest(understood)
    if before and before.carried.lessons == learned:
        shutil.copytree(before.folder / LESSONS, folder / LESSONS)
    else:
        _write_lessons(folder / LESSONS, knowledge, progress)
    base, written = _write_postings(folder, understood, before, progress=progress)
    kept = understood.data.kept
    if kept:
        write_carried(folder, Carried(kept, understood.kept, learned, base))
    return written


def _digest(understood: Understood) -> str:
    """Give the digest of all that lessons are learned from."""
    knowledge = understood.knowledge
    statements = knowledge.statements
    languages = {
        s.document: knowledge.documents[s.document].language for s in statements
    }
    learned = knowledge.vocabulary, knowledge.entities, statements, languages
    return sha256(msgspec.msgpack.encode(learned)).hexdigest()


def _write_lessons(folder: Path, knowledge: Knowledge, progress: Progress) -> None:
    folder.mkdir()
    total = len(knowledge.vocabulary.languages)
    progress("reading example questions", 0, total)
    for count, (code, lesson) in enumerate(learn_all(knowledge), start=1):
        (folder / code).write_bytes(msgspec.msgpack.encode(lesson))
        progress("reading example questions", count, total)


def _write_postings(
    folder: Path,
    understood: Understood,
    before: Predecessor | None,
    *,
    progress: Progress,
) -> tuple[tuple[Rows, ...], tuple[Passage, ...]]:
    """Give the rows of the base, and the passages that were written now."""
    passages, marks = understood.data.passages, understood.data.marks
    counts = Counter(passage.document for passage in passages)
    wanted = [(marks[id_], count) for id_, count in counts.items()]
    is_near = before and fits(before.carried.base, wanted)
    base = before.carried.base if before and is_near else ()
    held = {rows.mark for rows in base}
    missing = tuple(p for p in passages if marks[p.document] not in held)

    def done(count: int) -> None:
        progress("indexing", count, len(missing))

    postings = folder / POSTINGS
    if not before or not is_near:
        lengths = write_postings(
            postings, passages, knowledge=understood.knowledge, done=done
        )
        return tuple(_rows(passages, lengths, marks)), passages
    copy_base(before.folder / POSTINGS, postings)
    if len(base) != len(wanted) or missing:
        lengths = write_postings(
            postings, missing, knowledge=understood.knowledge, done=done, name=REST
        )
        rest = _rows(missing, lengths, marks)
        layout = encode_layout(lay_out(base, rest, wanted))
        (postings / LAYOUT).write_bytes(layout)
    return base, missing


def _rows(
    passages: Sequence[Passage], lengths: Iterable[Lengths], marks: Mapping[str, str]
) -> Iterator[Rows]:
    pairs = zip(passages, lengths, strict=True)
    for id_, group in groupby(pairs, key=lambda pair: pair[0].document):
        own = [length for _, length in group]
        sums = tuple(map(sum, zip(*own, strict=True)))
        yield Rows(marks[id_], len(own), sums)
