"""Write the postings of one generation; `index.parts` reads them."""

import shutil
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from whoosh.index import create_in

from index.analysis import length_of, sentences_of
from index.knowledge import Knowledge
from index.model import Passage
from index.schema import BASE, SEARCHED, Codec, make_schema, to_row
from index.vocabulary import Language

# Megabytes of postings, as Whoosh counts, before they are sorted on disk. It counts
# twice what they take, and sorting on disk takes half as long again.
_MEMORY = 1024
# Postings of a term that are packed as one: they are read all together, not skipped.
_BLOCK = 1 << 14

# The terms of a passage in each of the fields that are searched.
Lengths = tuple[int, ...]


def write_postings(
    folder: Path,
    passages: Sequence[Passage],
    *,
    knowledge: Knowledge,
    done: Callable[[int], None],
    name: str = BASE,
) -> list[Lengths]:
    """Write passages as one index of one segment.

    Args:
        folder: Is made if need be; it must hold no index of this name.
        passages: In reading order, which the rows keep.
        knowledge: Has the document of each passage, and how languages abbreviate.
        done: Told how many passages are written, after each.
        name: What Whoosh calls the index.

    Returns:
        The lengths of each passage.

    Raises:
        OSError: The folder cannot be written.
    """
    folder.mkdir(exist_ok=True)
    make_codec: Any = Codec
    index = create_in(str(folder), make_schema(), indexname=name)
    lengths = []
    with index.writer(limitmb=_MEMORY, codec=make_codec(blocklimit=_BLOCK)) as writer:
        for count, passage in enumerate(passages, start=1):
            row = _row(passage, knowledge)
            writer.add_document(**row)
            lengths.append(tuple(_length(row[field]) for field in SEARCHED))
            done(count)
    # Nobody writes to a published generation.
    for lock in folder.glob("*LOCK"):
        lock.unlink()
    return lengths


def copy_base(source: Path, folder: Path) -> None:
    """Copy the base of other postings into a new folder.

    A copy, no link: a damaged disk block is then one of one generation only.
    """
    folder.mkdir()
    for file in source.iterdir():
        if is_of_base(file.name):
            shutil.copyfile(file, folder / file.name)


def is_of_base(name: str) -> bool:
    """Tell whether a file, by its name or path, belongs to the base."""
    return Path(name).name.startswith((f"{BASE}_", f"_{BASE}_"))


def _length(terms: str) -> int:
    return sum(map(length_of, terms.split()))


def _row(passage: Passage, knowledge: Knowledge) -> dict[str, Any]:
    document = knowledge.documents[passage.document]
    code = document.language
    language = knowledge.vocabulary.readable.get(code, Language())
    sentences = sentences_of(passage.text, code, abbreviations=language.abbreviations)
    return to_row(passage, document, sentences)
