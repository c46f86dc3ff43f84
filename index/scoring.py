"""How much each passage holds of a query: BM25 over arrays, pure."""

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Reals = NDArray[np.float64]
Integers = NDArray[np.int64]

# Further apart than any two terms of one passage.
APART = 1 << 32

_K1 = 1.2
_B = 0.75
# Groups of passages that are looked at, for each passage that is wanted.
_GROUPS = 8
# The least number above zero.
_LEAST = math.ulp(0.0)


@dataclass(frozen=True, slots=True, eq=False)
class TermPostings:
    """What a term adds to the scores of passages.

    `weight` is its idf among texts. Each of `passages` gains the value in the same
    place; one that has the term in several fields stands there as often.
    """

    weight: float
    passages: NDArray[np.int32]
    values: Reals

    @property
    def size(self) -> int:
        """Count the bytes of its arrays."""
        return self.passages.nbytes + self.values.nbytes


@dataclass(frozen=True, slots=True, eq=False)
class Family(TermPostings):
    """What terms that begin alike add to scores, and where they stand in texts.

    Position `n` of the passage `m` is the place `m * APART + n`; places ascend.
    In each stands the term whose number is in the same place of `words`.
    """

    places: Integers
    words: NDArray[np.int32]
    numbers: Mapping[str, int]

    @property
    def size(self) -> int:
        """Count the bytes of its arrays."""
        arrays = (self.passages, self.values, self.places, self.words)
        return sum(array.nbytes for array in arrays)


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


def count_up(ascending: Integers) -> tuple[Integers, Integers]:
    """Give the distinct numbers, and how often each is there."""
    firsts = runs(ascending)
    return ascending[firsts], np.diff(firsts, append=len(ascending))


def runs(ascending: Integers) -> NDArray[np.intp]:
    """Tell where each run of equal numbers begins."""
    changes = np.empty(len(ascending), np.bool_)
    changes[:1] = True
    np.not_equal(ascending[1:], ascending[:-1], out=changes[1:])
    return changes.nonzero()[0]


def add_up(terms: Sequence[TermPostings], count: int) -> Reals:
    """Give the score of each of `count` passages."""
    passages = np.concatenate([term.passages for term in terms])
    values = np.concatenate([term.values for term in terms])
    sums = np.bincount(passages, values, minlength=count)
    return sums.astype(np.float64, copy=False)


def best(scores: Reals, limit: int) -> NDArray[np.intp]:
    """Give the passages with the highest scores above zero, best first.

    Of equal ones the first comes first.
    """
    found = (scores >= _reached(scores, limit)).nonzero()[0]
    return found[np.argsort(-scores[found], kind="stable")[:limit]]


def _reached(scores: Reals, limit: int) -> float:
    """Give a score above zero that the `limit` best reach, if so many are above it.

    Few others reach the highest scores of so many groups, which are fewer to sort.
    Neighbours are alike, so a group is spread over all passages.
    """
    least = _LEAST
    groups = limit * _GROUPS
    if len(scores) > groups:
        size = len(scores) // groups
        scores = scores[: size * groups].reshape(size, groups).max(axis=0)
    if len(scores) > limit:
        least = max(least, float(np.partition(scores, -limit)[-limit]))
    return least
