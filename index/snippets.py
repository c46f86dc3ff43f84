"""Which words of a passage answer a query best: pure, verbatim."""

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from index.analysis import cut

_LONGEST = 300


class Extent(NamedTuple):
    """A sentence of a passage: its offsets, and how many terms stand before its end."""

    start: int
    end: int
    terms: int


# Gives the weight of a set of terms: the term with the number `n` is the bit `1 << n`.
Scale = Callable[[int], float]


def make_scale(weights: Sequence[float]) -> Scale:
    """Weigh sets of terms, each once; `weights` has that of each number."""
    known: dict[int, float] = {}

    def weigh(held: int) -> float:
        if held not in known:
            known[held] = sum(w for n, w in enumerate(weights) if held >> n & 1)
        return known[held]

    return weigh


def choose_snippet(
    text: str,
    sentences: Sequence[Extent],
    *,
    found: Sequence[tuple[int, int]],
    weigh: Scale,
) -> str:
    """Quote the sentences that hold most of the query, at most 300 characters.

    Neighbours are quoted together if they fit; among runs that hold the same
    words the shortest wins, then the first. A single longer sentence is cut
    between words. The result always stands in `text` as it is.

    Args:
        text: All of the passage.
        sentences: Those of the text, in order.
        found: The position among the terms of the text, and the number, of each term
            of the query that stands there, in reading order.
        weigh: Tells what the terms of the query weigh.
    """
    if not sentences:
        return text[:_LONGEST].strip()
    held = _held(sentences, found)
    first, last = _best_run(sentences, held, weigh)
    start, end = sentences[first].start, sentences[last - 1].end
    if end - start <= _LONGEST:
        return text[start:end]
    before, until = sentences[first - 1].terms if first else 0, sentences[first].terms
    inside = [(at - before, number) for at, number in found if before <= at < until]
    return _cut(text[start:end], inside, weigh)


def _held(sentences: Sequence[Extent], found: Sequence[tuple[int, int]]) -> list[int]:
    """Tell of each sentence which terms it holds."""
    held = [0] * len(sentences)
    at = 0
    for position, number in found:
        while position >= sentences[at].terms:
            at += 1
        held[at] |= 1 << number
    return held


def _best_run(
    sentences: Sequence[Extent], held: Sequence[int], weigh: Scale
) -> tuple[int, int]:
    """Give the run that holds most, of equal ones the shortest, of these the first."""
    most = (-1.0, 0)
    best = (0, 1)
    for first, last, terms in _runs(sentences, held):
        worth = weigh(terms), sentences[first].start - sentences[last - 1].end
        if worth > most:
            most, best = worth, (first, last)
    return best


def _runs(
    sentences: Sequence[Extent], held: Sequence[int]
) -> Iterator[tuple[int, int, int]]:
    """Give half-open ranges of sentences that fit, and which terms they hold.

    Those are left out that hold no more than a shorter one in the same place, and
    those that begin with none where others do.
    """
    telling = [first for first, terms in enumerate(held) if terms]
    for first in telling or range(len(held)):
        terms = held[first]
        yield first, first + 1, terms
        furthest = sentences[first].start + _LONGEST
        for last in telling:
            if last > first and held[last] & ~terms:
                if sentences[last].end > furthest:
                    break
                terms |= held[last]
                yield first, last + 1, terms


def _cut(quote: str, found: Sequence[tuple[int, int]], weigh: Scale) -> str:
    """Quote the words of one long sentence that hold most of the query.

    Reading on, a piece gains a term where the end of a word comes into reach: only
    there, and at the first word, can the best one begin.
    """
    starts, ends = _bounds(quote)
    if not starts:
        return ""

    def reach(first: int) -> int:
        return bisect_right(ends, starts[first] + _LONGEST)

    def worth(first: int) -> tuple[float, int]:
        last = reach(first)
        held = {number for position, number in found if first <= position < last}
        return weigh(sum(1 << number for number in held)), -first

    gains = (bisect_left(starts, ends[position] - _LONGEST) for position, _ in found)
    first = max({0, *gains}, key=worth)
    last = max(reach(first), first + 1)
    return quote[starts[first] : ends[last - 1]][:_LONGEST]


@lru_cache(maxsize=1024)
def _bounds(quote: str) -> tuple[tuple[int, ...], tuple[int, ...]]:
    """Tell where what makes the terms of a long sentence begins, and where it ends."""
    pieces = cut(quote)
    return tuple(p.start for p in pieces), tuple(p.end for p in pieces)
