"""Find passages: terms in, hits out. Nothing of Whoosh leaves this module."""

import sys
import threading
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple

import numpy as np

from index.arrays import TermArrays
from index.model import Passage
from index.occurrences import Found, find_occurrences
from index.parts import Parts
from index.ranking import closeness
from index.recent import Recent
from index.scoring import Family, Reals, TermPostings, add_up, best
from index.snippets import Extent, Scale, choose_snippet, make_scale

# Looking at the words of more hits than these changed no measured result.
_REORDERED = 30
# A pasted page holds hundreds of words; the rarest tell what it is about.
_MOST_TERMS = 64
# Bytes of stored passages that are kept, and what one takes besides its text.
_MEMORY = 16 << 20
_OVERHEAD = 2000


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


class _Row(NamedTuple):
    """What is stored of a passage for its hits."""

    document: str
    passage: str
    locator: str
    text: str
    sentences: tuple[Extent, ...]


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
        self._rows = Recent(self._read_row, _row_size, memory=_MEMORY)

    def __len__(self) -> int:
        """Count the passages."""
        return self._parts.count

    def search(self, terms: Sequence[str], limit: int) -> tuple[Hit, ...]:
        """Give the passages that hold most of the terms, best first."""
        known, families = self._read(terms)
        if not known:
            return ()
        found = _find(known, families, count=len(self), limit=limit)
        with self._lock:
            rows = [self._rows.get(one.passage) for one in found]
        weigh = make_scale([postings.weight for postings in known.values()])
        return tuple(
            _hit(one, row, weigh) for one, row in zip(found, rows, strict=True)
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

    def has(self, terms: Iterable[str]) -> bool:
        """Tell whether any passage has one of the terms."""
        with self._lock:
            return any(map(self._terms.term, terms))

    def like(self, term: str) -> Sequence[str]:
        """Give the terms of texts that are most like one."""
        with self._lock:
            return self._terms.like(term)

    def passages_with(self, term: str, limit: int) -> tuple[Passage, ...]:
        """Give the first passages that have a term: in their texts, then elsewhere."""
        with self._lock:
            postings = self._terms.term(term)
            first = postings.passages[:limit].tolist() if postings else ()
            rows = [self._parts.stored(number) for number in dict.fromkeys(first)]
        return tuple(map(_passage, rows))

    def close(self) -> None:
        """Let go of the files; nothing can be found any more."""
        with self._lock:
            self._parts.close()

    def _read_row(self, number: int) -> _Row:
        row = self._parts.stored(number)
        sentences = tuple(map(Extent._make, row["sentences"]))
        return _Row(
            row["document"],
            row["passage"],
            row["locator"],
            text=row["text"],
            sentences=sentences,
        )

    def _read(
        self, terms: Sequence[str]
    ) -> tuple[Mapping[str, TermPostings], Sequence[Family]]:
        """Give the terms that any passage has, the rarest first, and families."""
        with self._lock:
            chosen = self._terms.with_nearest(self._terms.rarest(terms, _MOST_TERMS))
            read = [(term, self._terms.term(term)) for term in chosen]
            families = self._terms.families(chosen)
        known = [(term, postings) for term, postings in read if postings]
        known.sort(key=lambda one: one[1].weight, reverse=True)
        return dict(known), families


class _Best(NamedTuple):
    """A passage that was found, by its number, and where it holds terms."""

    passage: int
    score: float
    found: Found


def _find(
    terms: Mapping[str, TermPostings],
    families: Sequence[Family],
    *,
    count: int,
    limit: int,
) -> list[_Best]:
    """Give the best of all passages.

    Closeness reorders the very best and leaves the others behind them.
    """
    scores = add_up((*terms.values(), *families), count)
    found = best(scores, max(limit, _REORDERED))
    first, rest = found[:_REORDERED], found[_REORDERED:limit]
    held = find_occurrences(families, tuple(terms), first)
    scores[first] += closeness(
        held, len(first), families=_weights(families), terms=_weights(terms.values())
    )
    order = np.argsort(-scores[first], kind="stable")[:limit]
    places = held.of_terms(order)
    if len(rest):
        behind = find_occurrences(families, tuple(terms), rest)
        places += behind.of_terms(np.arange(len(rest)))
    numbers = np.concatenate([first[order], rest])
    return list(map(_Best, numbers.tolist(), scores[numbers].tolist(), places))


def _weights(postings: Iterable[TermPostings]) -> Reals:
    return np.array([one.weight for one in postings])


def _hit(one: _Best, row: _Row, weigh: Scale) -> Hit:
    return Hit(
        document=row.document,
        passage=row.passage,
        locator=row.locator,
        score=one.score,
        text=row.text,
        snippet=choose_snippet(row.text, row.sentences, found=one.found, weigh=weigh),
    )


def _row_size(row: _Row) -> int:
    return _OVERHEAD + sys.getsizeof(row.text)


def _passage(row: Mapping[str, Any]) -> Passage:
    return Passage(
        id=row["passage"],
        document=row["document"],
        locator=row["locator"],
        heading=row["heading"],
        text=row["text"],
    )
