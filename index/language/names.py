"""Places and persons in running text, shown by their capitals."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from index.model import Value
from index.vocabulary import Language

_WORD = r"[A-ZÀ-Þ][\w'’-]*"
_PLACE = rf"{_WORD}(?: {_WORD}){{0,2}}(?:, {_WORD}(?: {_WORD})?)?"
_NAME = rf"{_WORD}\.?(?: (?:{_WORD}\.?|of|de|da|der|van|bin|al|el)){{0,5}} {_WORD}"
_NAMES = re.compile(_NAME)


@dataclass(frozen=True, slots=True)
class NameMention:
    """A place or a name, word for word, and where it stands in the text."""

    value: Value
    start: int
    end: int


def find_places(text: str, language: Language) -> tuple[NameMention, ...]:
    """Find the places of a text: capitals after a preposition or a bracket."""
    prepositions = language.words.get("place_prepositions", ())
    heads = "|".join(map(re.escape, prepositions)) or "(?!)"
    pattern = re.compile(rf"(?:\b(?i:{heads}) |\()({_PLACE})")
    return tuple(_kept(pattern, text, "place", language))


def find_names(text: str, language: Language) -> tuple[NameMention, ...]:
    """Find what may be a person's or a body's name: two capitals or more."""
    return tuple(_kept(_NAMES, text, "name", language))


def _kept(
    pattern: re.Pattern[str], text: str, kind: str, language: Language
) -> Iterator[NameMention]:
    for match in pattern.finditer(text):
        group = pattern.groups
        words = match.group(group).lower().replace(",", "").split()
        if any(word in language.months or word == "the" for word in words):
            continue
        value = Value("place" if kind == "place" else "name", (match.group(group),))
        yield NameMention(value, match.start(group), match.end(group))
