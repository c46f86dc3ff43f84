"""Which example questions a question is nearest to."""

from array import array
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import groupby, pairwise
from operator import attrgetter
from typing import NamedTuple, Self

import numpy as np
from numpy.typing import NDArray

from index.questions.lesson import PackedExamples

# How much a pair of neighbouring words counts beside a word.
_PAIR_WEIGHT = 0.5


class Example(NamedTuple):
    """A question, as units (stems and slots), and what it asks for.

    `target` is the id of a relation, of a statement or of a reason for refusal.
    """

    target: str
    units: tuple[str, ...]


class ExampleIndex:
    """Finds the targets whose examples are nearest to a question.

    Nearness is the cosine of tf-idf vectors over words and pairs of words
    (Salton and McGill, 1983), between 0 and 1. Features that no
    example holds are left out: whether unknown words matter is not decided here.
    """

    def __init__(self, packed: PackedExamples) -> None:
        """Take the weighed examples; `ExampleIndex.of` makes them."""
        self._packed = packed
        self._features = {feature: i for i, feature in enumerate(packed.features)}
        self._starts = _integers(packed.starts)
        self._idf = _reals(packed.idf)
        self._cuts = _integers(packed.cuts).tolist()
        self._numbers = _integers(packed.numbers)
        self._weights = _reals(packed.weights)
        self._total = int(self._numbers.max(initial=-1)) + 1
        self.words = frozenset(f for f in packed.features if " " not in f)

    @classmethod
    def of(cls, examples: Iterable[Example]) -> Self:
        """Weigh the examples and invert them; those without units are left out."""
        kept = sorted((e for e in examples if e.units), key=attrgetter("target"))
        features: dict[str, int] = {}
        counts, held, sizes = array("d"), array("q"), array("q")
        # Most questions are examples of two things.
        known: dict[tuple[str, ...], tuple[array[float], array[int]]] = {}
        for _, units in kept:
            if units not in known:
                counted = _features(units)
                numbers = (features.setdefault(f, len(features)) for f in counted)
                known[units] = array("d", counted.values()), array("q", numbers)
            counts += known[units][0]
            held += known[units][1]
            sizes.append(len(known[units][1]))
        frequency = np.bincount(held)
        idf = np.log(1 + len(kept) / frequency.astype("<f4"))
        owners = np.repeat(np.arange(len(kept)), sizes)
        weights = counts * idf.astype("<f8")[held]
        # Added up one by one, as for a question.
        lengths = np.bincount(owners, weights * weights) ** 0.5
        weights /= lengths[owners]
        order = np.argsort(held, kind="stable")
        return cls(
            PackedExamples(
                targets=list(dict.fromkeys(example.target for example in kept)),
                starts=_packed(_firsts(kept), "<i4"),
                features=list(features),
                idf=_packed(idf, "<f4"),
                cuts=_packed(np.cumsum([0, *frequency]), "<i4"),
                numbers=owners[order].astype("<i4").tobytes(),
                weights=weights[order].astype("<f4").tobytes(),
            )
        )

    def pack(self) -> PackedExamples:
        """Give the index as plain values."""
        return self._packed

    def nearest(self, units: Sequence[str], least: float = 0.0) -> dict[str, float]:
        """Give the nearness of each target, that of its nearest example.

        Targets at `least` or below are left out.
        """
        scores = np.zeros(self._total, np.float32)
        counts = _features(units)
        for i, weight in _normalized(counts, self._features, self._idf):
            run = slice(self._cuts[i], self._cuts[i + 1])
            scores[self._numbers[run]] += weight * self._weights[run]
        if not scores.any():
            return {}
        best = np.maximum.reduceat(scores, self._starts)
        near = np.flatnonzero(best > least)
        # Sums of roundings may exceed one by a hair.
        values = np.minimum(best[near], 1.0).tolist()
        targets = self._packed.targets
        return {targets[i]: v for i, v in zip(near.tolist(), values, strict=True)}


def _features(units: Sequence[str]) -> dict[str, float]:
    pairs = map(" ".join, pairwise(units))
    return dict.fromkeys(units, 1.0) | dict.fromkeys(pairs, _PAIR_WEIGHT)


def _normalized(
    counts: Mapping[str, float], features: Mapping[str, int], idf: NDArray[np.float32]
) -> Iterator[tuple[int, float]]:
    """Yield the known features by number, with weights of one length in all."""
    known = [(features[f], n) for f, n in counts.items() if f in features]
    weights = [n * float(idf[i]) for i, n in known]
    length = sum(weight * weight for weight in weights) ** 0.5
    for (i, _), weight in zip(known, weights, strict=True):
        yield i, weight / length


def _firsts(examples: Sequence[Example]) -> Iterator[int]:
    number = 0
    for _, group in groupby(examples, key=attrgetter("target")):
        yield number
        number += sum(1 for _ in group)


def _packed(values: Iterable[float], kind: str) -> bytes:
    return np.fromiter(values, kind).tobytes()


def _integers(content: bytes) -> NDArray[np.int32]:
    return np.frombuffer(content, "<i4")


def _reals(content: bytes) -> NDArray[np.float32]:
    return np.frombuffer(content, "<f4")
