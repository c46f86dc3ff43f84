"""The full-text index of SQLite."""

import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import closing, contextmanager
from pathlib import Path

from benchmarks.corpus import Text
from benchmarks.engines.model import MOST, TITLE, Row, Search

_FILE = "fts5.sqlite"
# A snippet counts tokens, at most 64 of them: these come to some 300 characters.
_FIND = (
    "SELECT id, bm25(passages, 0, ?, 1), text, "
    "snippet(passages, 2, '', '', '…', 48) FROM passages "
    f"WHERE passages MATCH ? ORDER BY bm25(passages, 0, ?, 1) LIMIT {MOST}"
)


def build(folder: Path, texts: Sequence[Text], _: frozenset[str]) -> None:
    """Index stems, and merge all into one tree; it knows no stop words.

    Raises:
        sqlite3.OperationalError: This Python's SQLite was built without FTS5.
    """
    with closing(sqlite3.connect(folder / _FILE)) as database:
        database.execute(
            "CREATE VIRTUAL TABLE passages USING fts5("
            "id UNINDEXED, title, text, tokenize = 'porter unicode61')"
        )
        database.executemany("INSERT INTO passages VALUES (?, ?, ?)", texts)
        database.execute("INSERT INTO passages(passages) VALUES ('optimize')")
        database.commit()


@contextmanager
def opened(folder: Path) -> Iterator[Search]:
    """Search for any of the words, with its own ranking and snippets.

    The file is mapped, and all of it may be cached.
    """
    with closing(sqlite3.connect(folder / _FILE)) as database:
        database.execute("PRAGMA mmap_size = 1073741824")
        database.execute("PRAGMA cache_size = -1048576")

        def search(query: str) -> list[Row]:
            any_word = " OR ".join(f'"{word}"' for word in query.split())
            found = database.execute(_FIND, (TITLE, any_word, TITLE))
            return [Row(*row) for row in found]

        yield search
