"""The names of all entities and kinds in one language, as stems and slots."""

import re
from collections import defaultdict
from collections.abc import Callable, Container, Iterable, Iterator, Mapping, Sequence
from copy import copy
from dataclasses import dataclass, field, replace
from itertools import chain

import msgspec

from index.language.numbers import (
    opens_with_roman,
    read_cardinal,
    read_ordinal,
    read_roman,
)
from index.language.tokens import Token, stems
from index.model import Entity
from index.vocabulary import Language

_SLOT = re.compile(r"(\{ordinal\}|\{number\})")
# No body has held more sessions, and no treaty has more articles.
_HIGHEST = 999
# "Quatre-vingt-dix-neuvième": how many words a number may have.
_LONGEST = 5


@dataclass(frozen=True, slots=True)
class Alias:
    """One way to name something.

    `elements` are stems, `{ordinal}` and `{number}`. A `hint` names its entity
    only where no full name stands beside it, a `generic` alias is a bare noun of
    its kind. `tails` are the stems by which another, longer name may go on.
    """

    elements: tuple[str, ...]
    entity: str | None
    kind: str
    hint: bool = False
    generic: bool = False
    tails: frozenset[str] = frozenset()


class Match(msgspec.Struct, frozen=True, gc=False):
    """An alias found in a text, where it ends, and the number that it holds."""

    alias: Alias
    stop: int
    number: int | None


class AliasTree:
    """Aliases by their elements, so that looking one up costs no more for thousands."""

    def __init__(self, aliases: Iterable[Alias], language: Language) -> None:
        """Plant the aliases."""
        self._language = language
        self._counting = {*language.numbers, *language.ordinals}
        self._roots: tuple[_Node, ...] = (_planted(aliases),)

    def grown(self, aliases: Iterable[Alias]) -> "AliasTree":
        """Give a tree of more aliases, which keeps what is planted."""
        other = copy(self)
        other._roots = (*self._roots, _planted(aliases))
        return other

    def beginnings(self, tokens: Sequence[Token]) -> list[int]:
        """Give the positions where an alias may stand: nowhere else does one."""
        roots = [root.below for root in self._roots]
        may_count = self._may_count
        return [
            position
            for position, token in enumerate(tokens)
            if any(token.stem in stems for stems in roots) or may_count(token)
        ]

    def matches(self, tokens: Sequence[Token], position: int) -> list[Match]:
        """Give the aliases that stand at a position, in no special order."""
        found: list[Match] = []
        open_nodes: list[tuple[_Node, int, int | None]] = [
            (root, position, None) for root in self._roots
        ]
        while open_nodes:
            node, stop, number = open_nodes.pop()
            for alias in node.aliases:
                found.append(Match(alias, stop, number))
            if stop == len(tokens):
                continue
            token = tokens[stop]
            if after := node.below.get(token.stem):
                open_nodes.append((after, stop + 1, number))
            for read, after in node.slots if self._may_count(token) else ():
                value, used = read(tokens[stop : stop + _LONGEST], self._language)
                if value is not None:
                    open_nodes.append((after, stop + used, value))
        return found

    def _may_count(self, token: Token) -> bool:
        """Tell whether a number in digits, words or Roman capitals may begin here."""
        return (
            token.norm in self._counting
            or token.norm.isdecimal()
            or opens_with_roman(token.text)
        )


_Reader = Callable[[Sequence[Token], Language], tuple[int | None, int]]


@dataclass(slots=True)
class _Node:
    """Where the aliases of some elements end, and those that go on.

    `slots` are the numbers by which they may go on, each with what reads it.
    """

    aliases: list[Alias] = field(default_factory=list)
    below: dict[str, "_Node"] = field(default_factory=dict)
    slots: list[tuple[_Reader, "_Node"]] = field(default_factory=list)

    def grown(self, element: str) -> "_Node":
        """Give the node behind an element, made if there is none."""
        if element not in self.below:
            self.below[element] = _Node()
            # In the order of the readers, as they are looked at.
            self.slots = [
                (read, self.below[slot])
                for slot, read in _READERS.items()
                if slot in self.below
            ]
        return self.below[element]


def _planted(aliases: Iterable[Alias]) -> _Node:
    root = _Node()
    for alias in aliases:
        node = root
        for element in alias.elements:
            node = node.grown(element)
        node.aliases.append(alias)
    return root


def compile_names(
    entities: Iterable[Entity], language: Language, code: str
) -> tuple[Alias, ...]:
    """Compile the names of entities: their aliases in every language, hints in one."""
    nouns = _nouns(language, code)
    aliases = [a for e in entities for a in _entity_aliases(e, code, nouns)]
    return _with_tails(aliases, language, code)


def compile_kinds(language: Language, code: str) -> tuple[Alias, ...]:
    """Compile the words for kinds, and the names of what is made by its number."""
    aliases = [
        a for kind in language.kinds for a in _kind_aliases(kind, language, code)
    ]
    return _with_tails(aliases, language, code)


def _nouns(language: Language, code: str) -> frozenset[tuple[str, ...]]:
    return frozenset(
        stems(noun, code)
        for kind in language.kinds.values()
        for noun in (*kind.singular, *kind.plural)
    )


def _entity_aliases(
    entity: Entity, language: str, nouns: Container[tuple[str, ...]]
) -> Iterator[Alias]:
    hints = entity.hints.get(language, ())
    aliases = chain.from_iterable(entity.aliases.values())
    for names, hint in ((aliases, False), (hints, True)):
        for name in dict.fromkeys(names):
            if elements := stems(name, language):
                generic = not hint and elements in nouns
                yield Alias(elements, entity.id, entity.kind, hint, generic)


def _kind_aliases(kind: str, language: Language, code: str) -> Iterator[Alias]:
    words = language.kinds[kind]
    for noun in (*words.singular, *words.plural):
        yield Alias(stems(noun, code), None, kind, generic=True)
    for template in words.aliases:
        yield Alias(_elements(template, code), None, kind)


def _elements(template: str, language: str) -> tuple[str, ...]:
    return tuple(
        element
        for part in _SLOT.split(template)
        for element in ((part,) if _SLOT.fullmatch(part) else stems(part, language))
    )


def _with_tails(
    aliases: Sequence[Alias], language: Language, code: str
) -> tuple[Alias, ...]:
    """Add the stems by which the names may go on into other names.

    A bare noun goes on in many ways, and so does a name that ends with one. Other
    names go on as their longer forms do: "the Conference of the Parties to ...". A
    session goes on "in Vienna", but the "Protocol against Trafficking in Human
    Organs" is another one.
    """
    open_tails = _stems_of(("name_tails",), language, code)
    joints = _stems_of(("name_tails", "prepositions"), language, code)
    places = _stems_of(("place_prepositions",), language, code)
    articles = _stems_of(("articles",), language, code)
    nouns = _nouns(language, code)
    longer = _continuations(aliases)

    def tails_of(alias: Alias) -> frozenset[str]:
        if alias.generic or _ends_with_noun(alias.elements, articles, nouns):
            return open_tails
        behind = joints if alias.entity else joints - places
        return longer[alias.entity, alias.kind, alias.elements[-1]] & behind

    # Few have any, and to make thousands of aliases anew takes long.
    return tuple(
        replace(alias, tails=tails) if (tails := tails_of(alias)) else alias
        for alias in aliases
    )


def _stems_of(keys: Iterable[str], language: Language, code: str) -> frozenset[str]:
    words = chain.from_iterable(language.words.get(key, ()) for key in keys)
    return frozenset(stem for word in words for stem in stems(word, code))


def _ends_with_noun(
    elements: tuple[str, ...],
    articles: Container[str],
    nouns: Container[tuple[str, ...]],
) -> bool:
    """Tell whether a name ends with an article and a noun: "of the Convention"."""
    return len(elements) > 2 and elements[-2] in articles and elements[-1:] in nouns


def _continuations(
    aliases: Sequence[Alias],
) -> Mapping[tuple[str | None, str, str], frozenset[str]]:
    """Give what follows names of a thing within its longer names.

    The key is the thing, its kind and the last word: "the Conference of the States
    Parties" goes on as "the Conference of the Parties" does.
    """
    names = {(alias.entity, alias.kind, alias.elements) for alias in aliases}
    found: dict[tuple[str | None, str, str], set[str]] = defaultdict(set)
    for entity, kind, elements in names:
        for length in range(1, len(elements)):
            if (entity, kind, elements[:length]) in names:
                found[entity, kind, elements[length - 1]].add(elements[length])
    return defaultdict(frozenset, {key: frozenset(v) for key, v in found.items()})


def _read_number(tokens: Sequence[Token], language: Language) -> tuple[int | None, int]:
    """Read the number behind a noun, in digits, words or Roman capitals.

    `I` is taken for a numeral at the end of a text only; elsewhere it is a pronoun.
    """
    number, used = read_cardinal(tokens, language)
    if number is None and (tokens[0].text != "I" or len(tokens) == 1):
        number, used = read_roman(tokens[0].text), 1
    return (None, 0) if _is_grouped(tokens) else _capped(number, used)


def _is_grouped(tokens: Sequence[Token]) -> bool:
    """Tell whether digits go on as those of 1,234 do."""
    following = tokens[1:2]
    return (
        tokens[0].norm.isdecimal()
        and bool(following)
        and following[0].start == tokens[0].end + 1
        and len(following[0].norm) == 3
        and following[0].norm.isdecimal()
    )


def _read_ordinal(
    tokens: Sequence[Token], language: Language
) -> tuple[int | None, int]:
    return _capped(*read_ordinal(tokens, language))


def _capped(number: int | None, used: int) -> tuple[int | None, int]:
    """Leave out what counts no sessions: zero, years, sums."""
    is_plausible = number is not None and 0 < number <= _HIGHEST
    return (number, used) if is_plausible else (None, 0)


_READERS: Mapping[str, _Reader] = {"{ordinal}": _read_ordinal, "{number}": _read_number}
