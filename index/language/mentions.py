"""Where a text names an entity, or a whole kind of entities."""

from collections import defaultdict
from collections.abc import Collection, Container, Iterator, Mapping, Sequence
from copy import copy
from functools import cached_property

import msgspec
from msgspec.structs import replace

from index.language.aliases import (
    AliasTree,
    Match,
    compile_kinds,
    compile_names,
)
from index.language.numbered import counted_id
from index.language.numbers import read_roman
from index.language.tokens import Token, tokenize
from index.model import Entity
from index.vocabulary import Vocabulary

# "the Conference of the Parties to the Framework Convention": how far behind a
# name another one shows itself.
_TAIL = 4


class Mention(msgspec.Struct, frozen=True, gc=False):
    """Words of a text that name an entity, or a kind when `entity` is None.

    `start` and `end` are offsets in the text, `first` and `stop` positions among
    its tokens. A `hint` names its entity only where no full name stands beside
    it, and `also` are others that share it. `place` is the paragraph of a numbered
    entity that is meant, if one is. `plural` tells "protocols" from "the
    protocol", and `is_within` that the words say what a numbered entity belongs to.
    """

    entity: str | None
    kind: str
    start: int
    end: int
    first: int
    stop: int
    hint: bool = False
    plural: bool = False
    generic: bool = False
    is_within: bool = False
    also: tuple[str, ...] = ()
    place: str | None = None


class Gazetteer:
    """All names of all entities in one language, ready to be looked up."""

    def __init__(
        self, vocabulary: Vocabulary, entities: Mapping[str, Entity], language: str
    ) -> None:
        """Compile the names of `entities` and of the numbered kinds."""
        self._language = vocabulary.languages[language]
        self._kinds = vocabulary.kinds
        self.code = language
        self.entities = entities
        self._parts = {
            (kind.parent or kind.id, kind.part_of): kind.id
            for kind in vocabulary.kinds.values()
            if kind.numbered and kind.part_of
        }
        words = self._language
        self._plain = {*words.stop_words, *words.months, *words.numbers}
        self._plurals = {
            noun for words in self._language.kinds.values() for noun in words.plural
        }
        self._aliases = (
            *compile_names(entities.values(), words, language),
            *compile_kinds(words, language),
        )
        self._tree = AliasTree(self._aliases, words)

    def knowing(self, entities: Mapping[str, Entity]) -> "Gazetteer":
        """Give one that knows more entities too; nothing is compiled again."""
        if not entities:
            return self
        other = copy(self)
        other.__dict__.pop("_anchors", None)
        names = compile_names(entities.values(), self._language, self.code)
        other.entities = {**self.entities, **entities}
        other._aliases = (*self._aliases, *names)
        other._tree = self._tree.grown(names)
        return other

    def anchors(self, kinds: Container[str]) -> frozenset[str]:
        """Give stems of which one stands in every full mention of these kinds."""
        return frozenset(
            anchor
            for kind, anchors in self._anchors.items()
            if kind in kinds
            for anchor in anchors
        )

    @cached_property
    def _anchors(self) -> Mapping[str, Collection[str]]:
        anchors: dict[str, set[str]] = defaultdict(set)
        for alias in self._aliases:
            if not alias.hint:
                stems = (e for e in alias.elements if not e.startswith("{"))
                anchors[alias.kind].add(max(stems, key=len))
        return anchors

    def named_in(self, text: str) -> frozenset[str]:
        """Give the entities that a text names in full, and those they speak for."""
        mentions = self.find(text, tokenize(text, self.code))
        named = [m for m in mentions if m.entity and not m.hint]
        spoken_for = (
            whole
            for mention in named
            if (kind := self._kinds.get(mention.kind)) and kind.speaks_for_whole
            for whole in self.wholes(mention.entity, mention.kind)
        )
        return frozenset((*(m.entity for m in named if m.entity), *spoken_for))

    def name_of(self, entity_id: str, kind_id: str) -> str:
        """Give the name of an entity in this language; "" where it has none.

        That of a numbered kind has a slot for its number.
        """
        entity, words = self.entities.get(entity_id), self._language.kinds
        template = words[kind_id].name if kind_id in words else None
        return (entity.names.get(self.code) if entity else template) or ""

    def parent(self, kind_id: str) -> str | None:
        """Give the wider kind of a kind: a protocol is an instrument."""
        kind = self._kinds.get(kind_id)
        return kind.parent if kind else None

    def wholes(self, entity_id: str | None, kind_id: str) -> Iterator[str]:
        """Give what an entity of a kind belongs to, nearest first."""
        entity, kind = self.entities.get(entity_id or ""), self._kinds.get(kind_id)
        whole = entity.part_of if entity else kind.part_of if kind else None
        while whole is not None:
            yield whole
            above = self.entities.get(whole)
            whole = above.part_of if above else None

    def held_kinds(self) -> tuple[str, ...]:
        """Give the kinds of what bodies hold: meetings."""
        return tuple(kind.id for kind in self._kinds.values() if kind.held_by)

    def is_open(self, kind_id: str) -> bool:
        """Tell whether documents may bring more of a kind."""
        kind = self._kinds.get(kind_id)
        return kind is not None and kind.open

    def family(self, entity_id: str, kind_id: str) -> Mapping[str, str]:
        """Give an entity and what it belongs to, by their kinds.

        Behind the name of a meeting, "the group" is the one that held it, and behind
        that of a Protocol "the treaty" is the Protocol.
        """
        above = [self.entities.get(whole) for whole in self.wholes(entity_id, kind_id)]
        own = {kind: entity_id for kind in (self.parent(kind_id), kind_id) if kind}
        return {e.kind: e.id for e in reversed(above) if e} | own

    def counted(self, entity_id: str, kind_id: str, number: int) -> str | None:
        """Give what has a number within an entity or its whole, None if nothing has.

        "Its second meeting" is that of the body, also behind the name of its first.
        """
        held_by = self._kinds[kind_id].held_by
        for one in (entity_id, *self.wholes(entity_id, "")):
            entity = self.entities.get(one)
            counted = counted_id(one, kind_id, number)
            if entity and entity.kind == held_by and counted in self.entities:
                return counted
        return None

    def find(
        self, text: str, tokens: Sequence[Token], known: Container[str] | None = None
    ) -> tuple[Mention, ...]:
        """Find the longest mentions, in reading order, apart from each other.

        A name that goes on into the name of something else ("the Convention on the
        Law of the Sea", "the Kyoto Protocol", "the Conference of the Parties to the
        Framework Convention") is no mention. Documents show that by capitals; in
        questions, which seldom have any, words whose stem is not `known` show it.
        """
        return tuple(self._scan(text, tokens, known)[0])

    def scan(
        self, text: str, tokens: Sequence[Token]
    ) -> tuple[Sequence[Mention], Sequence[Mention]]:
        """Find mentions, and nouns that open the names of things not known here."""
        return self._scan(text, tokens, None)

    def _scan(
        self, text: str, tokens: Sequence[Token], known: Container[str] | None
    ) -> tuple[list[Mention], list[Mention]]:
        """Give the mentions, and the nouns that only open the names of others."""
        found: list[Mention] = []
        others: list[Mention] = []
        stop = 0
        for position in self._tree.beginnings(tokens):
            if position < stop:
                continue
            mention, tails = self._longest(tokens, position)
            if mention is None:
                continue
            if mention.entity and self._is_numbered(mention.kind):
                mention = self._pinpointed(mention, text, tokens)
                if known is not None or text[mention.end :][:1] != ",":
                    # In documents "at its third session, the Conference" names two.
                    mention, tails = self._followed_by_whole(mention, tails, tokens)
            stop = mention.stop
            names = (
                *_name_before(mention, text, tokens),
                *self._names_behind(mention, tails, tokens),
            )
            is_cut = any(self._is_part_of_a_name(name, known) for name in names)
            if is_cut or (known is None and self._is_of_elsewhere(mention, tokens)):
                others += [mention] if mention.generic else []
                continue
            if known is None and self._is_pointed_at(mention, tokens):
                mention = replace(mention, entity=None)
            self._join(mention, found)
        return found, others

    def _join(self, mention: Mention, found: list[Mention]) -> None:
        """Add a mention to those found, as one with its whole right before it."""
        before = found[-1] if found and found[-1].stop == mention.first else None
        joined = self.within(mention, before) if before else None
        if before and joined:
            mention = replace(joined, first=before.first, start=before.start)
            found.pop()
        found.append(mention)

    def _longest(
        self, tokens: Sequence[Token], position: int
    ) -> tuple[Mention | None, Collection[str]]:
        """Give the longest mention from a token on, and the tails of its name."""
        matches = [
            match
            for match in self._tree.matches(tokens, position)
            if match.number is None or not self._is_cut(match, tokens)
        ]
        if not matches:
            return None, ()
        best = max(matches, key=_preference) if len(matches) > 1 else matches[0]
        return self._mention(best, position, tokens, matches), best.alias.tails

    def _is_cut(self, match: Match, tokens: Sequence[Token]) -> bool:
        """Tell whether a number of nothing of ours ends within one of our names.

        "Article 5 du Protocole" is one of another instrument, "article 5 du
        Protocole sur les armes à feu" is not.
        """
        kind = self._kinds.get(match.alias.kind)
        if kind is None or kind.part_of is not None:
            return False
        names = self._tree.matches(tokens, match.stop - 1)
        return any(name.alias.entity and name.stop > match.stop for name in names)

    def _mention(
        self,
        match: Match,
        first: int,
        tokens: Sequence[Token],
        matches: Sequence[Match],
    ) -> Mention:
        alias, last = match.alias, tokens[match.stop - 1]
        equal = (m.alias for m in matches if _preference(m) == _preference(match))
        others = (a.entity for a in equal if a.hint and a.entity != alias.entity)
        is_numbered = match.number is not None
        return Mention(
            entity=f"{alias.kind}-{match.number}" if is_numbered else alias.entity,
            kind=alias.kind,
            start=tokens[first].start,
            end=last.end,
            first=first,
            stop=match.stop,
            hint=alias.hint,
            plural=alias.entity is None and last.norm in self._plurals,
            generic=alias.generic,
            also=tuple(dict.fromkeys(filter(None, others))) if alias.hint else (),
        )

    def within(self, part: Mention, whole: Mention) -> Mention | None:
        """Give a numbered entity as one of what another mention names, if it can be.

        Article 5 is taken for that of the Convention unless the words say more.
        """
        kind = self._parts.get((part.kind, whole.entity or ""))
        if kind is None or part.entity is None or part.is_within:
            return None
        entity = f"{kind}-{part.entity.rpartition('-')[2]}"
        return replace(part, entity=entity, kind=kind, is_within=True)

    def _followed_by_whole(
        self, mention: Mention, tails: Collection[str], tokens: Sequence[Token]
    ) -> tuple[Mention, Collection[str]]:
        """Take in what the entity belongs to: "article 5 of the Protocol".

        Gives the tails of the last name.
        """
        head = mention.stop
        while head < len(tokens) and tokens[head].norm in self._language.stop_words:
            head += 1
        whole, more = self._longest(tokens, head) if head < len(tokens) else (None, ())
        found = self.within(mention, whole) if whole and not whole.hint else None
        if whole is None or found is None:
            return mention, tails
        return replace(found, stop=whole.stop, end=whole.end), more

    def _is_numbered(self, kind: str) -> bool:
        return kind in self._kinds and self._kinds[kind].numbered

    def _pinpointed(
        self, mention: Mention, text: str, tokens: Sequence[Token]
    ) -> Mention:
        """Take in the place within a numbered entity: "(b)", "paragraph 3".

        Of "paragraph 3 (b)" the paragraph is kept.
        """
        words = self._language.words.get("pinpoints", ())
        stop, place = mention.stop, None
        while stop < len(tokens):
            token = tokens[stop]
            is_word = token.norm in words and stop + 1 < len(tokens)
            between = text[tokens[stop - 1].end : token.start].replace(" ", "")
            is_bracketed = between in {"(", ")("} and text[token.end :][:1] == ")"
            if is_word and _is_mark(tokens[stop + 1]):
                stop += 2
            elif is_bracketed and _is_mark(token):
                stop += 1
            else:
                break
            place = place or tokens[stop - 1].norm
        if stop == mention.stop:
            return mention
        return replace(mention, stop=stop, end=tokens[stop - 1].end, place=place)

    def _names_behind(
        self, mention: Mention, tails: Collection[str], tokens: Sequence[Token]
    ) -> Sequence[Token]:
        """Give the words by which a name may go on into another one.

        Where they name what the mention belongs to, those behind that name count:
        the third session "of the COP" is a session of the Conference.
        """
        tail = tokens[mention.stop : mention.stop + _TAIL]
        if not tail or tail[0].stem not in tails:
            return ()
        rest = range(mention.stop + 1, mention.stop + len(tail))
        stop_words = self._language.stop_words
        head = next((i for i in rest if tokens[i].norm not in stop_words), None)
        if head is not None and (not mention.generic or self.is_open(mention.kind)):
            whole, more = self._longest(tokens, head)
            if mention.generic:
                # "The fourth Protocol to the Convention" is no name of its own.
                if whole is None or not whole.entity or whole.hint:
                    return tail[1:]
                return self._names_behind(whole, more, tokens)
            wholes = tuple(self.wholes(mention.entity, mention.kind))
            if whole is not None and whole.entity in wholes:
                return self._names_behind(whole, more, tokens)
        return tail[1:]

    def _is_pointed_at(self, mention: Mention, tokens: Sequence[Token]) -> bool:
        """Tell whether a noun stands for what was named before: "cette Convention"."""
        before = [token.norm for token in tokens[: mention.first]][-1:]
        pointing = self._language.words.get("demonstratives", ())
        return mention.generic and any(word in pointing for word in before)

    def _is_of_elsewhere(self, mention: Mention, tokens: Sequence[Token]) -> bool:
        """Tell whether a noun opens the name of something else, or belongs to it.

        A language that writes names without capitals lists the words by which such
        a name goes on: "la Convention contre la corruption".
        """
        openers = self._language.words.get("name_openers", ())
        behind = [token.norm for token in tokens[mention.stop : mention.stop + 1]]
        if not openers or not behind:
            return False
        if behind[0] in openers:
            noun, _ = self._longest(tokens, mention.stop - 1)
            return noun is not None and noun.generic
        if behind[0] not in self._language.words.get("prepositions", ()):
            return False
        rest = range(mention.stop, min(mention.stop + _TAIL, len(tokens)))
        stop_words = self._language.stop_words
        head = next((i for i in rest if tokens[i].norm not in stop_words), None)
        if head is None:
            return False
        whole, tails = self._longest(tokens, head)
        if whole is None:
            # "La Conférence des Parties à la CITES", but not "à Vienne".
            is_initials = tokens[head].text.isupper() and len(tokens[head].text) > 1
            return is_initials and head > mention.stop + 1
        if tokens[head - 1].norm in self._language.words.get("demonstratives", ()):
            return whole.generic
        names = self._names_behind(whole, tails, tokens) if whole.generic else ()
        is_name = any(self._is_part_of_a_name(name, None) for name in names)
        return whole.generic and (is_name or self._is_of_elsewhere(whole, tokens))

    def _is_part_of_a_name(self, token: Token, known: Container[str] | None) -> bool:
        if token.norm in self._plain or token.norm.isdecimal():
            return False
        return token.text[0].isupper() if known is None else token.stem not in known


def _name_before(
    mention: Mention, text: str, tokens: Sequence[Token]
) -> Sequence[Token]:
    """Give the word before a bare noun, which may belong to another name."""
    if not mention.generic or mention.first == 0:
        return ()
    before = tokens[mention.first - 1]
    is_beside = text[before.end : mention.start] in {" ", "-"}
    return (before,) if is_beside else ()


def _is_mark(token: Token) -> bool:
    """Tell whether a token can count paragraphs: a number, a letter, "iv"."""
    is_roman = read_roman(token.norm.upper()) is not None
    return token.norm.isdecimal() or len(token.norm) == 1 or is_roman


def _preference(match: Match) -> tuple[int, bool, bool]:
    """Prefer longer mentions, full names to hints, entities to kinds."""
    return match.stop, not match.alias.hint, match.alias.entity is not None
