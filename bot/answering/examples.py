"""Which example questions a question is nearest to."""

import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

# How much a pair of neighbouring words counts beside a word.
_PAIR_WEIGHT = 0.5


@dataclass(frozen=True, slots=True)
class Example:
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

    def __init__(self, examples: Iterable[Example]) -> None:
        """Weigh the examples and invert them."""
        kept = [example for example in examples if example.units]
        counted = [Counter(dict(_features(example.units))) for example in kept]
        frequency = Counter(feature for counts in counted for feature in counts)
        total = len(kept)
        self._targets = tuple(example.target for example in kept)
        self._idf = {f: math.log(1 + total / n) for f, n in frequency.items()}
        self._postings: Mapping[str, list[tuple[int, float]]] = defaultdict(list)
        for number, counts in enumerate(counted):
            for feature, weight in self._normalized(counts).items():
                self._postings[feature].append((number, weight))
        self.words = frozenset(unit for example in kept for unit in example.units)

    def nearest(self, units: Sequence[str]) -> dict[str, float]:
        """Give each target's nearness, that of its nearest example."""
        scores: dict[int, float] = defaultdict(float)
        for feature, weight in self._normalized(dict(_features(units))).items():
            for number, other in self._postings[feature]:
                scores[number] += weight * other
        best: dict[str, float] = {}
        for number, score in scores.items():
            target = self._targets[number]
            # Sums of roundings may exceed one by a hair.
            best[target] = min(max(score, best.get(target, 0.0)), 1.0)
        return best

    def _normalized(self, counts: Mapping[str, float]) -> dict[str, float]:
        weighted = {f: n * self._idf[f] for f, n in counts.items() if f in self._idf}
        length = math.sqrt(sum(weight * weight for weight in weighted.values()))
        return {f: weight / length for f, weight in weighted.items()} if length else {}


def _features(units: Sequence[str]) -> Iterator[tuple[str, float]]:
    for unit in units:
        yield unit, 1.0
    for pair in pairwise(units):
        yield " ".join(pair), _PAIR_WEIGHT
