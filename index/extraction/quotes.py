"""The sentence of a passage that supports a statement."""

from collections.abc import Sequence

from index.language.numbers import find_numbers
from index.language.sentences import split_sentences
from index.language.times import find_times
from index.language.tokens import fold, stems
from index.model import TIMES, Value
from index.vocabulary import Language


def quote_for(
    value: Value, text: str, *, about: Sequence[str], code: str, language: Language
) -> str:
    """Cut out the shortest run of sentences that holds all parts of the value.

    Among equally short runs, the one that shares the most words with the texts in
    `about` (names and questions of the statement) is taken. A value that no run
    holds gives the whole text.
    """
    spans = split_sentences(text, language.abbreviations)
    for length in range(1, len(spans) + 1):
        runs = [
            text[spans[i][0] : spans[i + length - 1][1]]
            for i in range(len(spans) - length + 1)
        ]
        holding = [run for run in runs if holds(value, run, language)]
        if len(holding) == 1:
            return holding[0]
        if holding:
            topic = {stem for words in about for stem in stems(words, code)}
            return max(holding, key=lambda run: len(topic & set(stems(run, code))))
    return text


def holds(value: Value, text: str, language: Language) -> bool:
    """Tell whether a value stands in a text.

    Dates and numbers are read from the text; other values must stand there word
    for word, case and white space aside.
    """
    if value.kind in TIMES:
        return any(t.value.parts == value.parts for t in find_times(text, language))
    if value.kind == "number":
        return any(n.value.parts == value.parts for n in find_numbers(text, language))
    plain = _plain(text)
    return all(_plain(part) in plain for part in value.parts)


def _plain(text: str) -> str:
    return " ".join(fold(text).split())
