"""Whoosh as it comes."""

from collections.abc import Iterator, Sequence
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any

from whoosh.analysis import StemmingAnalyzer
from whoosh.fields import ID, TEXT, Schema
from whoosh.highlight import ContextFragmenter, NullFormatter
from whoosh.index import create_in, open_dir
from whoosh.query import Or, Term

from benchmarks.corpus import Text
from benchmarks.engines.model import LONGEST, MOST, TITLE, Row, Search

_BOOSTS = {"title": TITLE, "text": 1.0}
_MEGABYTES = 512


def build(folder: Path, texts: Sequence[Text], stop_words: frozenset[str]) -> None:
    """Index stems with their positions, by which its highlights go, in one segment."""
    make_analyzer: Any = StemmingAnalyzer
    analyzer = make_analyzer(stoplist=stop_words)
    schema = Schema(
        id=ID(stored=True),
        title=TEXT(analyzer),
        text=TEXT(analyzer, stored=True, chars=True),
    )
    with create_in(str(folder), schema).writer(limitmb=_MEGABYTES) as writer:
        for text in texts:
            writer.add_document(**text._asdict())


@contextmanager
def opened(folder: Path) -> Iterator[Search]:
    """Search for any of the terms; its parser would ask for all."""
    index = open_dir(str(folder), readonly=True)
    analyzer = index.schema["text"].analyzer
    with closing(index), index.searcher() as searcher:

        def search(query: str) -> list[Row]:
            terms = [token.text for token in analyzer(query)]
            fields = _BOOSTS.items()
            anywhere = [Term(f, t, boost=boost) for t in terms for f, boost in fields]
            found = searcher.search(Or(anywhere), limit=MOST)
            found.fragmenter = ContextFragmenter(maxchars=LONGEST)
            found.formatter = NullFormatter()
            return [
                Row(hit["id"], hit.score, hit["text"], hit.highlights("text", top=1))
                for hit in found
            ]

        yield search
