"""bm25s, which keeps all scores in sparse arrays, through its own Python package."""

from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from importlib import import_module
from pathlib import Path
from typing import Any

import msgspec
import Stemmer

from benchmarks.corpus import Text
from benchmarks.engines.model import LONGEST, MOST, Row, Search

_TEXTS = "texts.json"
_STOP_WORDS = "stop-words.json"


def build(folder: Path, texts: Sequence[Text], stop_words: frozenset[str]) -> None:
    """Score every stem in title and text together, for it knows no fields.

    It stores no texts, so they lie beside it.
    """
    bm25s: Any = import_module("bm25s")
    scores = bm25s.BM25(method="lucene")
    words = [f"{text.title} {text.text}" for text in texts]
    scores.index(_stems(bm25s, words, stop_words), show_progress=False)
    scores.save(str(folder / "scores"), show_progress=False)
    (folder / _TEXTS).write_bytes(msgspec.json.encode(texts))
    (folder / _STOP_WORDS).write_bytes(msgspec.json.encode(sorted(stop_words)))


@contextmanager
def opened(folder: Path) -> Iterator[Search]:
    """Search with NumPy, in this thread, over arrays that are in memory.

    It has no snippets, so it gives what stands around the first word that is found.
    """
    bm25s: Any = import_module("bm25s")
    scores = bm25s.BM25.load(str(folder / "scores"))
    content = (folder / _TEXTS).read_bytes()
    texts = msgspec.json.decode(content, type=tuple[Text, ...])
    stop_words = msgspec.json.decode((folder / _STOP_WORDS).read_bytes())
    most = min(MOST, len(texts))

    def search(query: str) -> list[Row]:
        stems = _stems(bm25s, [query], stop_words, return_ids=False)
        numbers, values = scores.retrieve(stems, k=most, show_progress=False)
        pairs = zip(numbers[0].tolist(), values[0].tolist(), strict=True)
        found = [(texts[number], value) for number, value in pairs if value > 0]
        words = query.split()
        return [
            Row(text.id, value, text.text, _snippet(text.text, words))
            for text, value in found
        ]

    yield search


def _stems(
    bm25s: Any, texts: Sequence[str], stop_words: Iterable[str], **options: bool
) -> Any:
    return bm25s.tokenize(
        texts,
        stopwords=list(stop_words),
        stemmer=Stemmer.Stemmer("english"),
        show_progress=False,
        **options,
    )


def _snippet(text: str, words: Sequence[str]) -> str:
    low = text.lower()
    at = min((p for p in map(low.find, words) if p >= 0), default=0)
    start = max(0, at - LONGEST // 2)
    return text[start : start + LONGEST]
