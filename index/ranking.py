"""How well the words of a query lie together in a passage: pure.

Constants were chosen on public question-and-passage sets: with them the right
passage came first one to four times more often in a hundred than without.
"""

import math
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from index.scoring import Places, Reals, TermPostings

# Terms, not letters: about one clause.
WINDOW = 15
_DENSITY = 0.6
_NEARNESS = 0.5
# Further apart than any two terms of one passage.
_APART = 1 << 32


def idf(passages: int, having: int) -> float:
    """Weigh a term by the passages that have it; never negative.

    Source: Lucene's BM25Similarity.
    """
    return math.log(1 + (passages - having + 0.5) / (having + 0.5))


def closeness(terms: Sequence[TermPostings], passages: NDArray[np.intp]) -> Reals:
    """Reward the passages whose words of the query stand near one another.

    Adds up the densest window and every pair of words at its nearest.

    Args:
        terms: Those of the query.
        passages: Numbers, in any order; each has its reward in this place.
    """
    rewards = np.zeros(len(passages))
    placed = [term for term in terms if len(term.places.passages)]
    owners, positions, numbers = _occurrences([t.places for t in placed], passages)
    if not len(owners):
        return rewards
    weights = np.array([term.weight for term in placed])
    gaps = _gaps(owners * _APART + positions, numbers, count=len(placed))
    near = np.where(gaps < WINDOW, weights, 0.0).sum(axis=1)
    firsts = _firsts(owners)
    rewards[owners[firsts]] = _DENSITY * np.maximum.reduceat(near, firsts)
    groups = owners * len(placed) + numbers
    nearest = _nearest(gaps, groups, numbers, count=len(passages))
    lesser = np.minimum(weights[:, None], weights)
    # Each pair stands there twice.
    rewards += _NEARNESS * (lesser / nearest).sum(axis=(1, 2)) / 2
    return rewards


def _occurrences(
    places: Sequence[Places], passages: NDArray[np.intp]
) -> tuple[NDArray[np.intp], NDArray[np.int64], NDArray[np.intp]]:
    """Give owner, position and term of all that stands in the passages.

    They are in reading order, passage by passage; an owner is a place in `passages`.
    """
    owners, terms, runs = [], [], []
    for term, place in enumerate(places):
        at = place.passages.searchsorted(passages)
        held = (place.passages.take(at, mode="clip") == passages).nonzero()[0]
        at = at[held]
        cuts = zip(place.cuts[at].tolist(), place.cuts[at + 1].tolist(), strict=True)
        runs += [place.positions[first:last] for first, last in cuts]
        owners += held.tolist()
        terms += [term] * len(held)
    if not runs:
        return np.empty(0, np.intp), np.empty(0, np.int64), np.empty(0, np.intp)
    sizes = list(map(len, runs))
    owner, position = np.repeat(owners, sizes), np.concatenate(runs, dtype=np.int64)
    order = np.argsort(owner * _APART + position)
    return owner[order], position[order], np.repeat(terms, sizes)[order]


def _gaps(
    positions: NDArray[np.int64], terms: NDArray[np.intp], *, count: int
) -> NDArray[np.int64]:
    """Tell for each occurrence how far before it, or at it, each term last stood."""
    rows = np.arange(len(terms))
    last = np.full((len(terms), count), -_APART)
    last[rows, terms] = positions
    return positions[:, None] - np.maximum.accumulate(last, axis=0)


def _nearest(
    gaps: NDArray[np.int64],
    groups: NDArray[np.int64],
    terms: NDArray[np.intp],
    *,
    count: int,
) -> Reals:
    """Give the least gap between any two terms in each passage, infinite for none."""
    apart = np.where(gaps < _APART // 2, gaps, np.inf)
    apart[np.arange(len(terms)), terms] = np.inf
    order = np.argsort(groups, kind="stable")
    firsts = _firsts(groups[order])
    width = gaps.shape[1]
    least = np.full((count * width, width), np.inf)
    least[groups[order][firsts]] = np.minimum.reduceat(apart[order], firsts)
    least = least.reshape(count, width, width)
    return np.minimum(least, least.transpose(0, 2, 1))


def _firsts(sorted_numbers: NDArray[np.int64]) -> NDArray[np.intp]:
    """Tell where each run of equal numbers begins."""
    return np.flatnonzero(np.diff(sorted_numbers, prepend=-1))
