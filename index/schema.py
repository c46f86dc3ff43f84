"""The fields of the index, and how a passage becomes one row of them.

The terms of a row are made by `index.analysis` and joined by spaces, for one
field holds passages of many languages, and a field of Whoosh knows only one.
"""

from collections import Counter
from collections.abc import Mapping
from typing import Any

from whoosh import versionstring
from whoosh.analysis import SpaceSeparatedTokenizer
from whoosh.fields import ID, STORED, TEXT, Schema
from whoosh.system import pack_uint

from index.analysis import Sentence, terms_of
from index.model import Document, Passage

# Raise it whenever a generation built before can no longer be read.
SCHEMA_VERSION = 2

# The fields that a query is looked for in, with the weight of each.
SEARCHED: Mapping[str, float] = {"text": 1.0, "title": 0.3, "heading": 0.3}


class Terms(TEXT):
    """A text that comes analyzed, its terms apart by spaces.

    No positions are kept: nearness is measured on the stored sentences of a few
    hits. Counting here, not token by token in Whoosh, saves an eighth of indexing.
    """

    def __init__(self, *, stored: bool) -> None:
        apart: Any = SpaceSeparatedTokenizer()
        super().__init__(apart, phrase=False, stored=stored)

    def index(self, value: str, **_: Any) -> Any:
        """Give each term with its frequency, weight and posting, as Whoosh does."""
        for term, count in Counter(value.split()).items():
            yield term.encode(), count, float(count), pack_uint(count)


def make_schema() -> Schema:
    """Describe the fields: ids to find a passage by, terms to search, and its text."""
    return Schema(
        passage=ID(stored=True, unique=True),
        document=ID(stored=True),
        language=ID(),
        locator=STORED(),
        sentences=STORED(),
        text=Terms(stored=True),
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
        "sentences": tuple((s.start, s.end, " ".join(s.terms)) for s in sentences),
        "text": " ".join(term for s in sentences for term in s.terms),
        "title": " ".join(terms_of(document.title, document.language)),
        "heading": " ".join(terms_of(passage.heading, document.language)),
        "_stored_text": passage.text,
        "_stored_heading": passage.heading,
    }
