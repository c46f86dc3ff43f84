"""Sentence patterns: how a language words a relation.

A pattern is words, which match by stem, and slots: `{entity}`, `{value}`,
`{number}`, `{date}`, `{place}`, or a kind as in `{session}`, which takes an entity
of that kind only; `{value:interval}` takes no value of another kind, and
`{value:ordinal}` counts by an ordinal, which no other slot takes. `...` stands for any
words that hold no other candidate for a slot beside it and join no other clause, `~`
for any words at all.
`(a|b c)` is a choice, `[a b]` may be missing. `^a` takes no word, but the next may not
be that one; `<` and `>` stand for the beginning and the end of the sentence. Brackets
behind what a slot takes, and behind an entity what commas enclose, may be passed over.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from index.extraction.sentence import Mark, View
from index.language.tokens import stems

_PARTS = re.compile(r"\{[a-z:-]+\}|\.\.\.|~|[()\[\]|]|[^\s()\[\]|{}~]+")
_LONGEST_GAP = 40
# The slots that take no entity.
_VALUES = frozenset({"value", "number", "date", "place", "name"})


@dataclass(frozen=True, slots=True)
class Word:
    """A word, by its stem."""

    stem: str


@dataclass(frozen=True, slots=True)
class Slot:
    """A typed mention, of one kind of value only where that is given."""

    name: str
    kind: str = ""


@dataclass(frozen=True, slots=True)
class Gap:
    """Words that the pattern leaves open; `free` ones may hold anything."""

    free: bool


@dataclass(frozen=True, slots=True)
class Bar:
    """A word that may not come next."""

    stem: str


@dataclass(frozen=True, slots=True)
class Edge:
    """The beginning of the sentence, or its end."""

    is_end: bool


@dataclass(frozen=True, slots=True)
class Choice:
    """One of several sequences."""

    ways: tuple["Pattern", ...]


Element = Word | Slot | Gap | Bar | Edge | Choice
Pattern = tuple[Element, ...]


@dataclass(frozen=True, slots=True)
class Match:
    """What the slots took, and the tokens from the first to behind the last."""

    slots: dict[str, Mark]
    first: int
    stop: int


@lru_cache(maxsize=4096)
def parse_pattern(text: str, language: str) -> Pattern:
    """Read a pattern.

    Raises:
        ValueError: A bracket is not closed, or closes nothing.
    """
    parts = _PARTS.findall(text)
    ways, position = _parse_ways(parts, 0, language=language)
    if position != len(parts) or len(ways) != 1:
        raise ValueError(f"unbalanced bracket in pattern {text!r}")
    return ways[0]


def names_entity(pattern: Pattern) -> bool:
    """Tell whether a slot for an entity, of any or of one kind, is in a pattern."""
    return any(
        any(map(names_entity, element.ways))
        if isinstance(element, Choice)
        else isinstance(element, Slot) and element.name not in _VALUES
        for element in pattern
    )


def words_of(pattern: Pattern) -> Iterator[str]:
    """Yield the stems that a pattern spells."""
    for element in pattern:
        if isinstance(element, Word):
            yield element.stem
        elif isinstance(element, Choice):
            for way in element.ways:
                yield from words_of(way)


def openings_of(pattern: Pattern) -> frozenset[str] | None:
    """Give the stems and, in braces, the slots that may stand first.

    None where anything may.
    """
    found: set[str] = set()
    for element in pattern:
        match element:
            case Word(stem):
                return frozenset({*found, stem})
            case Slot(name):
                return frozenset({*found, f"{{{name}}}"})
            case Choice(ways):
                openings = [openings_of(way) for way in ways if way]
                found.update(*(o or () for o in openings))
                if None in openings:
                    return None
                if () not in ways:
                    return frozenset(found)
            case Gap():
                return None
    return None


def match_pattern(
    pattern: Pattern, view: View, openings: frozenset[str] | None
) -> Iterator[Match]:
    """Find where a pattern fits a sentence, in reading order, one fit a start.

    Only where one of the `openings` stands it is tried.
    """
    for first in view.starts(openings):
        fit = next(_fits(pattern, view, first, {}), None)
        if fit is not None:
            slots, stop = fit
            yield Match(slots, first, stop)


def _parse_ways(
    parts: list[str], position: int, *, language: str
) -> tuple[tuple[Pattern, ...], int]:
    ways: list[Pattern] = []
    way: list[Element] = []
    while position < len(parts) and parts[position] not in (")", "]"):
        part = parts[position]
        position += 1
        if part == "|":
            ways.append(tuple(way))
            way = []
        elif part in ("(", "["):
            inner, position = _parse_ways(parts, position, language=language)
            closed = parts[position] if position < len(parts) else ""
            if closed != {"(": ")", "[": "]"}[part]:
                raise ValueError("unbalanced bracket")
            way.append(Choice((*inner, ()) if part == "[" else inner))
            position += 1
        else:
            way.extend(_parse_part(part, language))
    return (*ways, tuple(way)), position


def _parse_part(part: str, language: str) -> Iterator[Element]:
    if part.startswith("{"):
        name, _, kind = part[1:-1].partition(":")
        yield Slot(name, kind)
    elif part in ("...", "~"):
        yield Gap(free=part == "~")
    elif part in ("<", ">"):
        yield Edge(is_end=part == ">")
    elif part.startswith("^"):
        yield from map(Bar, stems(part, language))
    else:
        yield from map(Word, stems(part, language))


_Slots = dict[str, Mark]


def _fits(
    pattern: Pattern, view: View, position: int, slots: _Slots
) -> Iterator[tuple[_Slots, int]]:
    """Yield every way in which `pattern` fits from `position`, nearest first."""
    if not pattern:
        yield slots, position
        return
    head, rest = pattern[0], pattern[1:]
    if isinstance(head, Choice):
        for way in head.ways:
            yield from _fits((*way, *rest), view, position, slots)
        return
    for filled, end in _steps(head, rest, view, position=position, slots=slots):
        yield from _fits(rest, view, end, filled)


def _steps(
    head: Word | Slot | Gap | Bar | Edge,
    rest: Pattern,
    view: View,
    *,
    position: int,
    slots: _Slots,
) -> Iterator[tuple[_Slots, int]]:
    """Yield the slots behind one element, and where the next one begins."""
    match head:
        case Word(stem):
            if view.stem_at(position) == stem:
                yield slots, position + 1
        case Slot():
            yield from _taken(head, view, position, slots)
        case Bar() | Edge():
            if _is_free(head, view, position):
                yield slots, position
        case Gap(free):
            beside = (*tuple(slots)[-1:], *_next_slot(rest))
            for end in _gap_ends(view, position, beside=beside, free=free):
                yield slots, end


def _taken(
    slot: Slot, view: View, position: int, slots: _Slots
) -> Iterator[tuple[_Slots, int]]:
    for mark in view.marks_at(position, slot.name):
        if slot.kind == mark.kind or not (slot.kind or mark.kind == "ordinal"):
            filled = {**slots, "entity" if mark.entity else slot.name: mark}
            for end in (mark.stop, *view.asides_behind(mark)):
                yield filled, end


def _is_free(head: Bar | Edge, view: View, position: int) -> bool:
    """Tell whether what takes no words lets the pattern go on."""
    if isinstance(head, Bar):
        return view.stem_at(position) != head.stem
    return position == (len(view.tokens) if head.is_end else 0)


def _next_slot(rest: Pattern) -> Iterator[str]:
    if rest and isinstance(rest[0], Slot):
        yield rest[0].name


def _gap_ends(
    view: View, position: int, *, beside: tuple[str, ...], free: bool
) -> Iterator[int]:
    for end in range(position, min(position + _LONGEST_GAP, len(view.tokens)) + 1):
        yield end
        if end < len(view.tokens) and not free:
            candidate = any(view.marks_at(end, name) for name in beside)
            if candidate or view.breaks_at(end, beside):
                return
