"""How well the words of a query lie together in a passage: pure.

Constants were chosen on public question-and-passage sets: with them the right
passage came first one to four times more often in a hundred than without.
"""

import math
from collections.abc import Iterable, Mapping

# Terms, not letters: about one clause.
WINDOW = 15
_DENSITY = 0.6
_NEARNESS = 0.5


def idf(passages: int, having: int) -> float:
    """Weigh a term by the passages that have it; never negative.

    Source: Lucene's BM25Similarity.
    """
    return math.log(1 + (passages - having + 0.5) / (having + 0.5))


def closeness(terms: Iterable[str], weights: Mapping[str, float]) -> float:
    """Reward a passage whose words of the query stand near one another.

    Adds up the densest window and every pair of words at its nearest.

    Args:
        terms: The passage's terms in reading order.
        weights: The idf of each term of the query.
    """
    last: dict[str, int] = {}
    nearest: dict[tuple[str, str], int] = {}
    densest = 0.0
    for position, term in enumerate(terms):
        if term not in weights:
            continue
        last[term] = position
        here = [t for t, seen in last.items() if position - seen < WINDOW]
        densest = max(densest, sum(weights[t] for t in here))
        _approach(nearest, term, last)
    pairs = (min(weights[a], weights[b]) / gap for (a, b), gap in nearest.items())
    return _DENSITY * densest + _NEARNESS * sum(pairs)


def _approach(
    nearest: dict[tuple[str, str], int], term: str, last: Mapping[str, int]
) -> None:
    """Note how near `term`, just read, stands to each of the others."""
    for other, seen in last.items():
        if other != term:
            pair = (term, other) if term < other else (other, term)
            gap = last[term] - seen
            nearest[pair] = min(gap, nearest.get(pair, gap))
