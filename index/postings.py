"""Write the postings of one generation; `index.search` reads them."""

from collections.abc import Callable, Sequence
from pathlib import Path

from whoosh.index import create_in

from index.analysis import sentences_of
from index.knowledge import Knowledge
from index.model import Passage
from index.schema import Codec, make_schema, to_row

# Megabytes of postings, as Whoosh counts, before they are sorted on disk. It counts
# twice what they take, and sorting on disk takes half as long again.
_MEMORY = 1024


def write_postings(
    folder: Path,
    passages: Sequence[Passage],
    *,
    knowledge: Knowledge,
    done: Callable[[int], None],
) -> None:
    """Index passages into a new folder, as one segment.

    Args:
        folder: Is made; there must be none.
        passages: In reading order, which the rows keep.
        knowledge: Has the document of each passage, and how languages abbreviate.
        done: Told how many passages are written, after each.

    Raises:
        OSError: The folder cannot be written.
    """
    languages = knowledge.vocabulary.languages
    folder.mkdir()
    index = create_in(str(folder), make_schema())
    with index.writer(limitmb=_MEMORY, codec=Codec()) as writer:
        for count, passage in enumerate(passages, start=1):
            document = knowledge.documents[passage.document]
            code = document.language
            abbreviations = languages[code].abbreviations if code in languages else ()
            sentences = sentences_of(passage.text, code, abbreviations=abbreviations)
            writer.add_document(**to_row(passage, document, sentences))
            done(count)
    # Nobody writes to a published generation.
    for lock in folder.glob("*LOCK"):
        lock.unlink()
