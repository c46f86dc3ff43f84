"""Other engines, asked for the same ten passages with their texts.

Both stem English and look for any word in text and title, as Palermo does.
"""

import sqlite3
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager, closing, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from whoosh.analysis import StemmingAnalyzer
from whoosh.fields import ID, TEXT, Schema
from whoosh.index import create_in
from whoosh.query import Or, Term

Search = Callable[[str], Sequence[Any]]

_MOST = 10
_FIELDS = ("title", "text")


@dataclass(frozen=True, slots=True)
class Entry:
    """A passage, as every peer indexes it."""

    id: str
    title: str
    text: str


@contextmanager
def sqlite_fts5(folder: Path, entries: Sequence[Entry]) -> Iterator[Search]:
    """Search with the full-text index of SQLite, and its snippets.

    Raises:
        sqlite3.OperationalError: This Python's SQLite was built without FTS5.
    """
    with closing(sqlite3.connect(folder / "fts5.sqlite")) as database:
        database.execute(
            "CREATE VIRTUAL TABLE passages USING fts5("
            "id UNINDEXED, title, text, tokenize = 'porter unicode61')"
        )
        rows = ((entry.id, entry.title, entry.text) for entry in entries)
        database.executemany("INSERT INTO passages VALUES (?, ?, ?)", rows)
        database.execute("INSERT INTO passages(passages) VALUES ('optimize')")
        database.commit()

        def search(query: str) -> list[Any]:
            any_word = " OR ".join(f'"{word}"' for word in query.split())
            return database.execute(
                "SELECT id, rank, text, snippet(passages, 2, '', '', '…', 48) "
                "FROM passages WHERE passages MATCH ? ORDER BY rank LIMIT ?",
                (any_word, _MOST),
            ).fetchall()

        yield search


@contextmanager
def plain_whoosh(folder: Path, entries: Sequence[Entry]) -> Iterator[Search]:
    """Search with Whoosh as it comes, without its slow highlights."""
    analyzer = StemmingAnalyzer()
    text = TEXT(analyzer=analyzer, stored=True)
    schema = Schema(id=ID(stored=True), title=TEXT(analyzer=analyzer), text=text)
    index = create_in(str(folder), schema)
    with index.writer() as writer:
        for entry in entries:
            writer.add_document(id=entry.id, title=entry.title, text=entry.text)

    with closing(index), index.searcher() as searcher:

        def search(query: str) -> list[Any]:
            terms = [token.text for token in analyzer(query)]
            anywhere = Or([Term(name, term) for term in terms for name in _FIELDS])
            found = searcher.search(anywhere, limit=_MOST)
            return [(hit["id"], hit.score, hit["text"]) for hit in found]

        yield search


Peer = Callable[[Path, Sequence[Entry]], AbstractContextManager[Search]]
PEERS: Mapping[str, Peer] = {"SQLite FTS5": sqlite_fts5, "plain Whoosh": plain_whoosh}
