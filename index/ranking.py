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
    rewards = np.zeros(count)
    if not len(found.places):
        return rewards
    # The last column, also known as -1, is that of words that are no terms.
    weights = np.concatenate([_EXACT * terms, families, [0.0]])
    columns = (found.terms, len(terms) + found.families)
    gaps = _gaps(found.places, columns, width=len(weights))
    owners = found.places // APART
    firsts = runs(owners)
    near = np.where(gaps < WINDOW, weights, 0.0)
    windows = np.add.reduceat(near, [0, len(terms)], axis=1)
    densest = np.maximum.reduceat(windows, firsts).sum(axis=1)
    rewards[owners[firsts]] = _DENSITY * densest
    is_term = np.arange(len(weights)) < len(terms)
    lesser = np.minimum.outer(weights, weights) * np.equal.outer(is_term, is_term)
    nearest = _nearest(gaps, owners, columns, count=count)
    # Each pair stands there twice.
    rewards += _NEARNESS * (lesser / nearest).sum(axis=(1, 2)) / 2
    return rewards


def _gaps(places: Integers, columns: Sequence[Integers], *, width: int) -> Integers:
    """Tell how far before each occurrence, or at it, the word of a column last stood.

    Each occurrence is one of the words of several columns.
    """
    last = np.full((len(places), width), -APART)
    for column in columns:
        last[np.arange(len(places)), column] = places
    return places[:, None] - np.maximum.accumulate(last, axis=0)


def _nearest(
    gaps: Integers, owners: Integers, columns: Sequence[Integers], *, count: int
) -> Reals:
    """Give the least gap between any two words in each passage, infinite for none."""
    rows, width = gaps.shape
    apart = np.where(gaps < APART // 2, gaps, np.inf)
    for column in columns:
        apart[np.arange(rows), column] = np.inf
    least = np.full((count, width, width), np.inf)
    for column in columns:
        np.minimum.at(least, (owners, column), apart)
    nearest: Reals = np.minimum(least, least.transpose(0, 2, 1))
    return nearest
