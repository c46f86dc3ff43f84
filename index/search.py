"""Find passages: terms in, hits out. Nothing of Whoosh leaves this module."""

import threading
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

from index.analysis import Sentence
from index.arrays import TermArrays
from index.model import Passage
from index.parts import Parts
from index.ranking import closeness
from index.scoring import TermPostings, add_up, best
from index.snippets import choose_snippet

# Looking at the words of more hits than these changed no measured result.
_REORDERED = 30
# A pasted page holds hundreds of words; the rarest tell what it is about.
_MOST_TERMS = 64
# What it counts that the very words stand together, beside words of their families.
_EXACT = 0.5


@dataclass(frozen=True, slots=True)
class Hit:
    """A passage that matched; `snippet` stands in `text` word for word.

    Scores compare the hits of one query, not those of two.
    """

    document: str
    passage: str
    locator: str
    score: float
    text: str
    snippet: str


class Postings:
    """One generation's postings, opened for reading.

    Safe in many threads, which score side by side. Whoosh is not, so it is read
    behind a lock. The files are held, so nothing that befalls the disk is met.

    Raises:
        Exception: Whatever Whoosh raises for files that it cannot read.
    """

    def __init__(self, files: Mapping[str, bytes]) -> None:
        self._parts = Parts(files)
        self._lock = threading.Lock()
        self._terms = TermArrays(self._parts)

    def __len__(self) -> int:
        """Count the passages."""
        return self._parts.count

    def search(self, terms: Sequence[str], limit: int) -> tuple[Hit, ...]:
        """Give the passages that hold most of the terms, best first."""
        known, families = self._read(terms)
        if not known:
            return ()
        found = _find(tuple(known.values()), families, count=len(self), limit=limit)
        with self._lock:
            rows = [self._parts.stored(number) for number, _ in found]
        weights = {term: postings.weight for term, postings in known.items()}
        return tuple(
            _hit(score, row, weights)
            for (_, score), row in zip(found, rows, strict=True)
        )

    def passage(self, passage_id: str) -> Passage | None:
        """Look a passage up by its id."""
        with self._lock:
            numbers = self._parts.having("passage", passage_id)
            rows = [self._parts.stored(number) for number in numbers]
        return _passage(rows[0]) if rows else None

    def passages_of(self, document_id: str) -> tuple[Passage, ...]:
        """Give the passages of a document, in reading order."""
        with self._lock:
            numbers = self._parts.having("document", document_id)
            rows = [self._parts.stored(number) for number in numbers]
        return tuple(map(_passage, rows))

    def close(self) -> None:
        """Let go of the files; nothing can be found any more."""
        with self._lock:
            self._parts.close()

    def _read(
        self, terms: Sequence[str]
    ) -> tuple[Mapping[str, TermPostings], Sequence[TermPostings]]:
        """Give the terms that any passage has, the rarest first, and families."""
        with self._lock:
            chosen = self._terms.rarest(terms, _MOST_TERMS)
            read = [(term, self._terms.term(term)) for term in chosen]
            families = self._terms.families(chosen)
        known = [(term, postings) for term, postings in read if postings]
        known.sort(key=lambda one: one[1].weight, reverse=True)
        return dict(known), families


def _find(
    terms: Sequence[TermPostings],
    families: Sequence[TermPostings],
    *,
    count: int,
    limit: int,
) -> list[tuple[int, float]]:
    """Give the numbers of the best of all passages, and their scores.

    Closeness reorders the very best and leaves the others behind them.
    """
    scores = add_up((*terms, *families), count)
    found = best(scores, max(limit, _REORDERED))
    first = found[:_REORDERED]
    scores[first] += closeness(families, first) + _EXACT * closeness(terms, first)
    order = np.argsort(-scores[first], kind="stable")
    found = np.concatenate([first[order], found[_REORDERED:]])[:limit]
    return list(zip(found.tolist(), scores[found].tolist(), strict=True))


def _hit(score: float, row: Mapping[str, Any], weights: Mapping[str, float]) -> Hit:
    return Hit(
        document=row["document"],
        passage=row["passage"],
        locator=row["locator"],
        score=score,
        text=row["text"],
        snippet=choose_snippet(row["text"], _sentences(row), weights),
    )


def _sentences(row: Mapping[str, Any]) -> tuple[Sentence, ...]:
    return tuple(
        Sentence(start, end, tuple(terms.split()))
        for start, end, terms in row["sentences"]
    )


def _passage(row: Mapping[str, Any]) -> Passage:
    return Passage(
        id=row["passage"],
        document=row["document"],
        locator=row["locator"],
        heading=row["heading"],
        text=row["text"],
    )
