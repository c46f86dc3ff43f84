"""Places and persons in running text, shown by their capitals."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from index.language.tokens import fold, norms
from index.model import Value, ValueKind
from index.vocabulary import Language

_WORD = r"[A-ZÀ-Þ][\w'’-]*"
_PLACE = re.compile(rf"({_WORD}(?: {_WORD}){{0,2}})(?:, ({_WORD})(?: {_WORD})?)?")
# "Venue: Vienna", as the whole line.
_LABEL = r"^[^\W\d_]+(?: [^\W\d_]+){0,3}: "
_FIRST = rf"(?:(?:[A-ZÀ-Þ]\.){{2,}}|{_WORD}\.?)"
_NAME = rf"{_FIRST}(?: (?:{_FIRST}|of|de|da|der|van|bin|al|el)){{0,5}} {_WORD}"
# "Secretary-General of the United Nations", "Director-General of IAEA".
_OF = rf" of (?:the )?{_WORD}(?: {_WORD}){{0,3}}"
_OFFICE = rf"[A-Z][a-z]+-General(?:{_OF})?|Government{_OF}"
_NAMES = re.compile(rf"{_OFFICE}|{_NAME}")


@dataclass(frozen=True, slots=True)
class NameMention:
    """A place or a name, word for word, and where it stands in the text."""

    value: Value
    start: int
    end: int


def find_places(text: str, language: Language) -> tuple[NameMention, ...]:
    """Find the places of a text: capitals after a preposition, a bracket or a label.

    Behind a comma may stand the country, but no person: "à Vienne, Mme Lopez".
    """
    prepositions = language.words.get("place_prepositions", ())
    heads = "|".join(map(re.escape, prepositions)) or "(?!)"
    found = []
    for head in re.finditer(rf"\b(?:{heads}) |\(|{_LABEL}", fold(text)):
        match = _PLACE.match(text, head.end())
        if match is None or _is_title(match.group(1).split()[0], language):
            continue
        is_alone = match.group(2) and _is_title(match.group(2), language)
        end = match.end(1) if is_alone else match.end()
        found.append((match.start(), end))
    return tuple(_kept(found, text, "place", language))


def find_names(text: str, language: Language) -> tuple[NameMention, ...]:
    """Find what may be a person's or a body's name, or an office.

    That is two capitals or more, behind the article if there is one.
    """
    return tuple(_kept(_names(text, language), text, "name", language))


def _names(text: str, language: Language) -> Iterator[tuple[int, int]]:
    articles = language.words.get("articles", ())
    position = 0
    while match := _NAMES.search(text, position):
        first = match.group().partition(" ")[0]
        if fold(first) in articles:
            position = match.start() + len(first)
            continue
        yield match.span()
        position = match.end()


def _is_title(word: str, language: Language) -> bool:
    return fold(word) in language.abbreviations


def _kept(
    spans: Iterable[tuple[int, int]], text: str, kind: ValueKind, language: Language
) -> Iterator[NameMention]:
    for start, end in spans:
        words = norms(text[start:end])
        is_article = words[0] in language.words.get("articles", ())
        # "Mr. Jun Takeda" is no month's, "In May Maria Lopez" is.
        is_person = kind == "name" and _is_title(words[0], language)
        is_dated = any(word in language.months for word in words)
        if is_article or (is_dated and not is_person):
            continue
        yield NameMention(Value(kind, (text[start:end],)), start, end)
