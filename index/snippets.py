"""Which words of a passage answer a query best: pure, verbatim."""

from bisect import bisect_right
from collections.abc import Collection, Iterator, Mapping, Sequence, Set
from typing import NamedTuple

from index.analysis import Sentence
from index.language.tokens import tokenize

_LONGEST = 300


class _Run(NamedTuple):
    """A half-open range of sentences, and which words of the query they hold."""

    first: int
    last: int
    found: Set[str]


def choose_snippet(
    text: str, sentences: Sequence[Sentence], weights: Mapping[str, float]
) -> str:
    """Quote the sentences that hold most of the query, at most 300 characters.

    Neighbours are quoted together if they fit; among runs that hold the same
    words the shortest wins, then the first. A single longer sentence is cut
    between words. The result always stands in `text` as it is.
    """
    if not sentences:
        return text[:_LONGEST].strip()
    held = [weights.keys() & sentence.terms for sentence in sentences]

    def worth(run: _Run) -> tuple[float, int]:
        length = sentences[run.last - 1].end - sentences[run.first].start
        return _sum(run.found, weights), -length

    first, last, _ = max(_runs(sentences, held), key=worth)
    if sentences[last - 1].end - sentences[first].start > _LONGEST:
        return _cut(text, sentences[first], weights)
    return text[sentences[first].start : sentences[last - 1].end]


def _runs(sentences: Sequence[Sentence], held: Sequence[Set[str]]) -> Iterator[_Run]:
    """Give the runs of sentences that fit.

    Those are left out that hold no more than a shorter one in the same place.
    """
    for first, sentence in enumerate(sentences):
        found = held[first]
        yield _Run(first, first + 1, found)
        for last in range(first + 1, len(sentences) if found else 0):
            if sentences[last].end - sentence.start > _LONGEST:
                break
            if not held[last] <= found:
                found = found | held[last]
                yield _Run(first, last + 1, found)


def _cut(text: str, sentence: Sentence, weights: Mapping[str, float]) -> str:
    """Quote the words of one long sentence that hold most of the query."""
    quote = text[sentence.start : sentence.end]
    words = tokenize(quote, "")
    pieces = []
    for first, word in enumerate(words):
        last = bisect_right(words, word.start + _LONGEST, key=lambda w: w.end)
        held = set(sentence.terms[first:last])
        pieces.append((_sum(held, weights), -first, max(last, first + 1)))
    _, first, last = max(pieces, default=(0, 0, 0))
    return quote[words[-first].start : words[last - 1].end][:_LONGEST] if words else ""


def _sum(held: Collection[str], weights: Mapping[str, float]) -> float:
    return sum(weight for term, weight in weights.items() if term in held)
