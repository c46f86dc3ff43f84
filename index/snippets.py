"""Which words of a passage answer a query best: pure, verbatim."""

from bisect import bisect_right
from collections.abc import Collection, Iterator, Mapping, Sequence

from index.analysis import Sentence
from index.language.tokens import tokenize

_LONGEST = 300


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
    runs = _runs(sentences)
    first, last = max(runs, key=lambda run: _worth(sentences[slice(*run)], weights))
    if sentences[last - 1].end - sentences[first].start > _LONGEST:
        return _cut(text, sentences[first], weights)
    return text[sentences[first].start : sentences[last - 1].end]


def _runs(sentences: Sequence[Sentence]) -> Iterator[tuple[int, int]]:
    """Give every sentence, and every run of them that fits, as half-open ranges."""
    for first, sentence in enumerate(sentences):
        yield first, first + 1
        for last in range(first + 1, len(sentences)):
            if sentences[last].end - sentence.start > _LONGEST:
                break
            yield first, last + 1


def _worth(run: Sequence[Sentence], weights: Mapping[str, float]) -> tuple[float, int]:
    held = {term for sentence in run for term in sentence.terms}
    return _sum(held, weights), run[0].start - run[-1].end


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
