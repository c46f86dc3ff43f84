"""Where the words of a query stand in a few passages: pure, over arrays."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate

import numpy as np
from numpy.typing import NDArray

from index.scoring import APART, Family, Integers

# Position among the terms of a passage, and number of the term, in reading order.
Found = Sequence[tuple[int, int]]


@dataclass(frozen=True, slots=True, eq=False)
class Occurrences:
    """What stands where in a sequence of passages, in reading order.

    At `n * APART + position` in the passage `n` of the sequence stands a word of the
    family, and the term, that have the number in the same place of `families` and of
    `terms`. A word that is no term has the number -1.
    """

    places: Integers
    families: Integers
    terms: Integers

    def of_terms(self, passages: NDArray[np.intp]) -> list[Found]:
        """Tell where some passages of the sequence hold the terms."""
        exact = (self.terms >= 0).nonzero()[0]
        places, terms = self.places[exact], self.terms[exact].tolist()
        starts = passages * APART
        cuts = places.searchsorted([starts, starts + APART]).tolist()
        found = list(zip((places % APART).tolist(), terms, strict=True))
        return [found[first:last] for first, last in zip(*cuts, strict=True)]


def find_occurrences(
    families: Sequence[Family], terms: Sequence[str], passages: NDArray[np.intp]
) -> Occurrences:
    """Look up where any word of the families stands.

    Args:
        families: Those of the terms, numbered by their places.
        terms: The words of a query, numbered by their places.
        passages: Their numbers, in any order.
    """
    if not families:
        nothing = np.empty(0, np.int64)
        return Occurrences(nothing, nothing, nothing)
    starts = passages * APART
    bounds = np.concatenate([starts, starts + APART])
    spans = np.array([family.places.searchsorted(bounds) for family in families])
    firsts, counts = spans[:, : len(passages)], spans[:, len(passages) :]
    counts -= firsts
    sizes = counts.sum(axis=1)
    runs = counts.ravel()
    pieces = _pieces(firsts.ravel(), runs, sizes)
    found = list(zip(families, pieces, strict=True))
    places = np.concatenate([family.places[piece] for family, piece in found])
    shifts = np.arange(len(passages)) * APART - starts
    places += np.concatenate([shifts] * len(families)).repeat(runs)
    words = np.concatenate([family.words[piece] for family, piece in found])
    numbers = np.arange(len(families)).repeat(sizes)
    order = places.argsort()
    return Occurrences(
        places[order],
        numbers[order],
        _terms(families, terms, numbers=numbers, words=words)[order],
    )


def _pieces(firsts: Integers, counts: Integers, sizes: Integers) -> list[Integers]:
    """Give the numbers in runs that begin so and count so many.

    They are cut into pieces of the given sizes.
    """
    ends = counts.cumsum()
    numbers = np.arange(ends[-1]) + (firsts - ends + counts).repeat(counts)
    cuts = [0, *sizes.cumsum().tolist()]
    return [numbers[cuts[n] : cuts[n + 1]] for n in range(len(sizes))]


def _terms(
    families: Sequence[Family],
    terms: Sequence[str],
    *,
    numbers: Integers,
    words: NDArray[np.int32],
) -> Integers:
    """Give the place among the terms of words, by family and number in it, or -1."""
    offsets = [0, *accumulate(len(family.numbers) for family in families)]
    known = np.full(offsets[-1], -1)
    for offset, family in zip(offsets, families, strict=False):
        for place, term in enumerate(terms):
            if term in family.numbers:
                known[offset + family.numbers[term]] = place
    found: Integers = known[np.array(offsets)[numbers] + words]
    return found
