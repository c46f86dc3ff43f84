"""Which patterns may fit a text, told from its words alone.

Most sentences state nothing that any pattern words. Here they are told apart before
anything is marked, at the price of looking up their stems.
"""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence, Set
from itertools import chain

from index.extraction.patterns import Choice, Pattern, Slot, Word
from index.language.tokens import Token
from index.vocabulary import Language

# Groups of stems: a text must hold one of each group.
Needs = tuple[frozenset[str], ...]
# What a slot needs, beside stems.
DATE = frozenset({"{date}"})
NUMBER = frozenset({"{number}"})
LIST = frozenset({"{list}"})
# Every time that is read has a year in four digits.
_YEAR_DIGITS = 4


def needs_of(pattern: Pattern, slots: Mapping[str, frozenset[str]]) -> Needs:
    """Give what a text must hold for a pattern to fit, the slots given theirs."""
    return tuple(chain.from_iterable(_needs_of(e, slots) for e in pattern))


def _needs_of(
    element: object, slots: Mapping[str, frozenset[str]]
) -> Iterator[frozenset[str]]:
    match element:
        case Word(stem):
            yield frozenset({stem})
        case Slot(name, kind) if name in slots and kind != "ordinal":
            yield slots[name]
        case Choice(ways):
            needs = [needs_of(way, slots) for way in ways]
            if all(needs):
                yield frozenset().union(*(max(n, key=_shortest) for n in needs))


def _shortest(group: frozenset[str]) -> int:
    return min(map(len, group), default=0)


def sketch(text: str, tokens: Sequence[Token], language: Language) -> set[str]:
    """Give the stems of a text, and signs that it may hold a date, number or list."""
    words = {token.stem for token in tokens}
    digits = {word for word in words if word.isdecimal()}
    if any(len(word) == _YEAR_DIGITS for word in digits):
        words |= DATE
    if digits or any(token.norm in language.numbers for token in tokens):
        words |= NUMBER
    if not {":", "(", ","}.isdisjoint(text):
        words |= LIST
    return words


class Screen:
    """Tells for which of many needs a text holds enough."""

    def __init__(self, needs: Sequence[Needs]) -> None:
        """Index each by its group that the fewest others share."""
        counts = Counter(stem for groups in needs for g in groups for stem in g)
        self._needs = needs
        self._wanting: list[int] = []
        self._by_stem: dict[str, list[int]] = defaultdict(list)
        for number, groups in enumerate(needs):
            if not groups:
                self._wanting.append(number)
                continue
            for stem in min(groups, key=lambda g: sum(counts[s] for s in g)):
                self._by_stem[stem].append(number)

    def fitting(self, words: Set[str]) -> list[int]:
        """Give the positions of the needs that a sketch meets, in their order."""
        found = set(self._wanting)
        for word in words:
            if word in self._by_stem:
                found.update(self._by_stem[word])
        return sorted(n for n in found if self._is_met(n, words))

    def _is_met(self, number: int, words: Set[str]) -> bool:
        return not any(map(words.isdisjoint, self._needs[number]))
