"""How well the words of a query lie together in a passage: pure.

Constants were chosen on public question-and-passage sets: with them the right
passage came first one to four times more often in a hundred than without.
"""

import math
from collections.abc import Sequence

import numpy as np

from index.occurrences import Occurrences
from index.scoring import APART, Integers, Reals, runs

# Terms, not letters: about one clause.
WINDOW = 15
_DENSITY = 0.6
_NEARNESS = 0.5
# What it counts that the very words stand together, beside words of their families.
_EXACT = 0.5


def idf(passages: int, having: int) -> float:
    """Weigh a term by the passages that have it; never negative.

    Source: Lucene's BM25Similarity.
    """
    return math.log(1 + (passages - having + 0.5) / (having + 0.5))


def closeness(
    found: Occurrences, count: int, *, families: Reals, terms: Reals
) -> Reals:
    """Reward the passages whose words of a query stand near one another.

    Adds up the densest window and every pair of words at its nearest: first of any
    words of the families, then, for less, of the terms alone.

    Args:
        found: Where they stand.
        count: How many passages there are.
        families: The weight of each family.
        terms: The weight of each term.
    """
    if not len(found.places):
        return np.zeros(count)
    # The last column, also known as -1, is that of words that are no terms.
    weights = np.concatenate([_EXACT * terms, families, [0.0]])
    columns = (found.terms, len(terms) + found.families)
    gaps = _gaps(found.places, columns, width=len(weights))
    owners = found.places // APART
    near = np.where(gaps < WINDOW, weights, 0.0)
    windows = np.add.reduceat(near, [0, len(terms)], axis=1)
    density = _density(windows, owners, count=count)
    # Two terms are a pair, and so are two families.
    rows, others = (gaps[:, :-1] < APART // 2).nonzero()
    words = np.where(others < len(terms), columns[0][rows], columns[1][rows])
    paired = ((words >= 0) & (words != others)).nonzero()[0]
    rows, pairs = rows[paired], (words[paired], others[paired])
    nearness = _nearness(
        owners[rows], pairs, gaps[rows, pairs[1]], weights=weights, count=count
    )
    return _DENSITY * density + _NEARNESS * nearness


def _gaps(places: Integers, columns: Sequence[Integers], *, width: int) -> Integers:
    """Tell how far before each occurrence, or at it, the word of a column last stood.

    Each occurrence is one of the words of several columns.
    """
    last = np.full((len(places), width), -APART)
    for column in columns:
        last[np.arange(len(places)), column] = places
    return places[:, None] - np.maximum.accumulate(last, axis=0)


def _density(windows: Reals, owners: Integers, *, count: int) -> Reals:
    """Add up for each passage its densest windows, of terms and of families."""
    firsts = runs(owners)
    densest = np.maximum.reduceat(windows, firsts).sum(axis=1)
    sums = np.bincount(owners[firsts], densest, minlength=count)
    return sums.astype(np.float64, copy=False)


def _nearness(
    owners: Integers,
    pairs: tuple[Integers, Integers],
    gaps: Integers,
    *,
    weights: Reals,
    count: int,
) -> Reals:
    """Add up for each passage the pairs of words in it, each where it is nearest.

    A pair stands there as often as its words are met one after the other.
    """
    width = len(weights)
    keys = (owners * width + np.minimum(*pairs)) * width + np.maximum(*pairs)
    nearest = np.sort(keys * APART + gaps)
    keys = nearest // APART
    firsts = runs(keys)
    keys, gaps = keys[firsts], nearest[firsts] % APART
    lesser = np.minimum(weights[keys // width % width], weights[keys % width])
    sums = np.bincount(keys // width**2, lesser / gaps, minlength=count)
    return sums.astype(np.float64, copy=False)
