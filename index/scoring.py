"""How much each passage holds of a query: BM25 over arrays, pure."""

from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Reals = NDArray[np.float64]
Integers = NDArray[np.int32]

_K1 = 1.2
_B = 0.75
# Neighbouring passages that are looked at as one.
_RUN = 128


@dataclass(frozen=True, slots=True, eq=False)
class Scores:
    """What one term of one field adds to the passages that hold it, by number."""

    passages: Integers
    values: Reals


@dataclass(frozen=True, slots=True, eq=False)
class Places:
    """Where one term stands: in the passage `n` of the array from `cuts[n]` on."""

    passages: Integers
    cuts: Integers
    positions: Integers


@dataclass(frozen=True, slots=True, eq=False)
class TermPostings:
    """What a term, or a family of terms, adds to scores, and where it stands in texts.

    `weight` is its idf among texts; `scores` has an entry for each field with it.
    """

    weight: float
    scores: tuple[Scores, ...]
    places: Places

    @property
    def size(self) -> int:
        """Count the bytes of its arrays."""
        arrays = [a for s in self.scores for a in (s.passages, s.values)]
        return sum(a.nbytes for a in (*arrays, self.places.cuts, self.places.positions))


def bm25(frequencies: Reals, lengths: Reals, *, mean: float, idf: float) -> Reals:
    """Score each posting of a term.

    Args:
        frequencies: How often the term stands in each passage.
        lengths: How many terms each of these passages has.
        mean: The mean of the lengths of all passages.
        idf: The weight of the term.

    Source: Robertson and Zaragoza, The Probabilistic Relevance Framework, 2009.
    """
    damped = frequencies + _K1 * ((1 - _B) + _B * lengths / mean)
    return idf * ((frequencies * (_K1 + 1)) / damped)


def add_up(terms: Iterable[TermPostings], count: int) -> Reals:
    """Give the score of each of `count` passages."""
    scores = [score for term in terms for score in term.scores]
    passages = np.concatenate([score.passages for score in scores])
    values = np.concatenate([score.values for score in scores])
    sums = np.bincount(passages, values, minlength=count)
    return sums.astype(np.float64, copy=False)


def best(scores: Reals, limit: int) -> NDArray[np.intp]:
    """Give the passages with the highest scores above zero, best first.

    Of equal ones the first comes first.
    """
    found = np.flatnonzero(scores >= _reached(scores, limit))
    return found[np.argsort(-scores[found], kind="stable")[:limit]]


def _reached(scores: Reals, limit: int) -> float:
    """Give a score above zero that the `limit` best reach, if so many are above it.

    Few others reach the highest scores of so many runs, which are fewer to sort.
    """
    least = float(np.nextafter(0.0, 1.0))
    if len(scores) > limit * _RUN:
        scores = np.maximum.reduceat(scores, np.arange(0, len(scores), _RUN))
    if len(scores) > limit:
        least = max(least, float(np.partition(scores, -limit)[-limit]))
    return least
