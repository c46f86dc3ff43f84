"""The fields of the index, and how a passage becomes one row of them.

The terms of a row are made by `index.analysis` and joined by spaces, for one
field holds passages of many languages, and a field of Whoosh knows only one.
"""

import struct
from collections import Counter, defaultdict
from collections.abc import Generator, Iterable, Iterator, Mapping
from typing import Any

from whoosh import versionstring
from whoosh.analysis import SpaceSeparatedTokenizer
from whoosh.codec.whoosh3 import W3Codec
from whoosh.fields import ID, STORED, TEXT, Schema
from whoosh.formats import Format
from whoosh.system import pack_uint

from index.analysis import Sentence, length_of, terms_of
from index.model import Document, Passage

# Raise it whenever a generation built before can no longer be read.
SCHEMA_VERSION = 7

# What Whoosh calls the two indexes that a generation may have; see `index.layout`.
BASE = "MAIN"
REST = "REST"
# The fields that a query is looked for in, with the weight of each.
SEARCHED: Mapping[str, float] = {"text": 1.0, "title": 0.3, "heading": 0.3}
# Of an array of the positions in postings.
POSITION = "<u4"

# Term, what it adds to the length, frequency and value of each posting.
_Postings = Generator[tuple[bytes, int, float, bytes], None, None]


class Terms(TEXT):
    """A text that comes analyzed, its terms apart by spaces.

    Counting here, not token by token in Whoosh, saves an eighth of indexing.
    """

    def __init__(self, *, stored: bool) -> None:
        apart: Any = SpaceSeparatedTokenizer()
        super().__init__(apart, phrase=False, stored=stored)

    def index(self, value: str, **_: Any) -> _Postings:
        """Give each term with its length, frequency and posting, as Whoosh does."""
        for term, count in Counter(value.split()).items():
            length = count * length_of(term)
            yield term.encode(), length, float(count), pack_uint(count)


class Positions(Format):
    """Postings that hold positions, four bytes each.

    Whoosh's own ones are pickled one by one; these are read as one array.
    """


class PlacedTerms(Terms):
    """Terms with their positions: a reward for nearness is reckoned from them."""

    def __init__(self, *, stored: bool) -> None:
        super().__init__(stored=stored)
        self.format = Positions()

    def index(self, value: str, **_: Any) -> _Postings:
        """Give each term with its length, frequency and positions."""
        places = defaultdict(list)
        for position, term in enumerate(value.split()):
            places[term].append(position)
        for term, found in places.items():
            count = len(found)
            posting = struct.pack(f"<{count}I", *found)
            length = count * length_of(term)
            yield term.encode(), length, float(count), posting


class Codec(W3Codec):
    """Whoosh's own, without the bounds of lengths that its matchers skip by.

    Nothing here skips, and to look the lengths up takes a tenth of indexing.
    """

    length_stats = False


def make_schema() -> Schema:
    """Describe the fields: ids to find a passage by, terms to search, and its text."""
    return Schema(
        passage=ID(stored=True, unique=True),
        document=ID(stored=True),
        language=ID(),
        locator=STORED(),
        sentences=STORED(),
        text=PlacedTerms(stored=True),
        title=Terms(stored=False),
        heading=Terms(stored=True),
    )


def whoosh_version() -> str:
    """Give the version of the Whoosh that is installed."""
    return str(versionstring())


def to_row(
    passage: Passage, document: Document, sentences: tuple[Sentence, ...]
) -> dict[str, Any]:
    """Give the values of the fields for one passage.

    `_stored_...` is what Whoosh keeps in place of the terms that it indexes.
    """
    return {
        "passage": passage.id,
        "document": passage.document,
        "language": document.language,
        "locator": passage.locator,
        "sentences": tuple(_extents(sentences)),
        "text": " ".join(term for s in sentences for term in s.terms),
        "title": " ".join(terms_of(document.title, document.language)),
        "heading": " ".join(terms_of(passage.heading, document.language)),
        "_stored_text": passage.text,
        "_stored_heading": passage.heading,
    }


def _extents(sentences: Iterable[Sentence]) -> Iterator[tuple[int, int, int]]:
    """Give offsets of each sentence, and how many terms stand before its end."""
    terms = 0
    for sentence in sentences:
        terms += len(sentence.terms)
        yield sentence.start, sentence.end, terms
