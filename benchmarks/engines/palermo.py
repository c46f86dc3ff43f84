"""Palermo: a data folder is written, built and opened as the bot would."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from benchmarks.corpus import Text, write_texts
from benchmarks.engines.model import MOST, Row, Search
from index.build import build as build_index
from index.language.tokens import fold
from index.library import open_library


def build(folder: Path, texts: Sequence[Text], _: frozenset[str]) -> None:
    """Build the index of a digest for each text; the shipped vocabulary serves."""
    write_texts(folder / "data", texts)
    build_index(folder / "data", folder / "index")


def stop_words(folder: Path) -> frozenset[str]:
    """Give the words that no query is looked for by, in any language it knows."""
    with open_library(folder / "index") as library:
        languages = library.knowledge.vocabulary.languages.values()
        return frozenset(fold(word) for known in languages for word in known.stop_words)


@contextmanager
def opened(folder: Path) -> Iterator[Search]:
    """Search the generation that is served."""
    with open_library(folder / "index") as library:

        def search(query: str) -> list[Row]:
            hits = library.search(query, MOST)
            return [Row(hit.document, hit.score, hit.text, hit.snippet) for hit in hits]

        yield search
