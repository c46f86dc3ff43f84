"""What a question names: entities, kinds, places."""

from collections.abc import Container, Iterable, Mapping, Sequence
from itertools import pairwise

from msgspec.structs import replace

from index.language.mentions import Gazetteer, Mention
from index.language.numbers import read_ordinal
from index.language.tokens import Token, fold
from index.vocabulary import Kind, Language

# "Smuggling of migrants and the": between two names of a list.
_LONGEST_JOINT = 2


class Naming:
    """Finds what questions name in one language."""

    def __init__(
        self,
        language: Language,
        *,
        gazetteer: Gazetteer,
        known: Container[str],
        stated: Container[str],
        places: Iterable[str],
        kinds: Mapping[str, Kind],
    ) -> None:
        """Take the names.

        Args:
            language: Its nouns and prepositions.
            gazetteer: The names of entities and kinds.
            known: Stems that belong to no foreign name.
            stated: Stems of what the documents state, which name no new place.
            places: The places that the documents speak of.
            kinds: The kinds, of which some are above others.
        """
        self._language = language
        self._gazetteer = gazetteer
        self._known = known
        self._stated = stated
        self._lineages = {kind: _lineage(kind, kinds) for kind in kinds}
        self._nouns = {kind: words.singular for kind, words in language.kinds.items()}
        self._places = {fold(place): place for place in places}
        # "Vienne" is the place that documents in English call "Vienna".
        self._places |= {
            fold(own): place
            for place, own in language.values.items()
            if fold(place) in self._places
        }

    def mentions(
        self, text: str, tokens: Sequence[Token], focus: str | None
    ) -> tuple[Mention, ...]:
        """Find the mentions that count.

        Hints do only where no full name is found, and a kind where none of its
        entities is named. Where nothing is named, ordinals count the entities of
        the kind in `focus`.
        """
        found = self.found(text, tokens)
        if len(found) > 1:
            found = self._within_wholes(self._joined(found, tokens))
        if any(m.entity and not m.hint for m in found):
            found = tuple(m for m in found if not m.hint)
        named = {m.kind for m in found if m.entity}
        kept = tuple(m for m in found if m.entity or m.plural or m.kind not in named)
        return kept or self._ordinals(tokens, focus)

    def found(self, text: str, tokens: Sequence[Token]) -> tuple[Mention, ...]:
        """Find all mentions, hints and kinds included, in reading order."""
        return self._gazetteer.find(text, tokens, self._known)

    def _joined(
        self, mentions: Sequence[Mention], tokens: Sequence[Token]
    ) -> tuple[Mention, ...]:
        """Take a hint with a noun of its kind for a name: "the gun treaty"."""
        joined: list[Mention] = []
        for mention in mentions:
            before = joined[-1] if joined else None
            if (
                before
                and before.stop == mention.first
                and self._makes_name(before, mention)
            ):
                joined[-1] = replace(
                    before, hint=False, stop=mention.stop, end=mention.end
                )
            else:
                joined.append(mention)
        return self._listed(joined, tokens)

    def _listed(
        self, mentions: Sequence[Mention], tokens: Sequence[Token]
    ) -> tuple[Mention, ...]:
        """Take a hint for a name beside one: "the gun or the smuggling treaty"."""
        listed = list(mentions)
        conjunctions = self._language.words.get("conjunctions", ())
        for at in range(len(listed) - 2, -1, -1):
            hint, name = listed[at], listed[at + 1]
            between = tokens[hint.stop : name.first]
            is_joined = any(token.norm in conjunctions for token in between)
            if (
                hint.hint
                and hint.kind == name.kind
                and not name.hint
                and is_joined
                and len(between) <= _LONGEST_JOINT
            ):
                listed[at] = replace(hint, hint=False)
        return tuple(listed)

    def _within_wholes(self, mentions: Sequence[Mention]) -> tuple[Mention, ...]:
        """Take a number for that of an entity within what is named apart from it.

        "Under the Firearms Protocol, what does article 5 ask for?" names one entity.
        """
        found = list(mentions)
        for at, part in enumerate(mentions):
            for by, whole in enumerate(mentions):
                one = self._gazetteer.within(part, whole)
                if one is not None and not whole.hint:
                    found[at] = one
                    found[by] = replace(whole, entity=one.entity, kind=one.kind)
        return tuple(found)

    def _makes_name(self, hint: Mention, noun: Mention) -> bool:
        lineage = self._lineages.get(hint.kind, ())
        return hint.hint and noun.entity is None and noun.kind in lineage

    def first_entity(self, text: str, tokens: Sequence[Token]) -> int | None:
        """Give the position of the first entity named."""
        mentions = self.found(text, tokens)
        return next((m.first for m in mentions if m.entity), None)

    def places(
        self, tokens: Sequence[Token], mentions: Sequence[Mention]
    ) -> dict[int, str]:
        """Find the places by position: known ones, and names after "in" or "at"."""
        prepositions = self._language.words.get("place_prepositions", ())
        found = {}
        for i, token in enumerate(tokens):
            is_new = (
                i > 0
                and tokens[i - 1].norm in prepositions
                and token.text[0].isupper()
                and token.stem not in self._stated
            )
            place = self._places.get(token.norm) or (token.text if is_new else None)
            if place and not covers(mentions, i):
                found[i] = place
        return found

    def nouns(
        self, tokens: Sequence[Token], mentions: Sequence[Mention]
    ) -> frozenset[int]:
        """Give the nouns that only say of what kind a named entity is.

        "The protocol on firearms" names one entity, and no kind beside it.
        """
        kinds = {mention.kind for mention in mentions if mention.entity}
        nouns = {noun for kind in kinds for noun in self._nouns.get(kind, ())}
        found = [i for i, token in enumerate(tokens) if token.norm in nouns]
        return frozenset(i for i in found if not covers(mentions, i))

    def joins_kind(self, tokens: Sequence[Token], mentions: Sequence[Mention]) -> bool:
        """Tell whether a kind stands beside an entity: "X and its Protocols"."""
        joining = self._language.words.get("conjunctions", ())
        return any(
            (a.entity is None) != (b.entity is None)
            and any(token.norm in joining for token in tokens[a.stop : b.first])
            for a, b in pairwise(mentions)
        )

    def _ordinals(
        self, tokens: Sequence[Token], focus: str | None
    ) -> tuple[Mention, ...]:
        found = []
        for first in range(len(tokens)) if focus else ():
            number, used = read_ordinal(tokens[first : first + 3], self._language)
            if number is not None:
                start, end = tokens[first].start, tokens[first + used - 1].end
                entity = f"{focus}-{number}"
                found.append(
                    Mention(entity, focus or "", start, end, first, first + used)
                )
        return tuple(found)


def covers(mentions: Iterable[Mention], position: int) -> bool:
    """Tell whether a token belongs to one of the mentions."""
    return any(m.first <= position < m.stop for m in mentions)


def _lineage(kind: str, kinds: Mapping[str, Kind]) -> tuple[str, ...]:
    parent = kinds[kind].parent if kind in kinds else None
    return (kind, *_lineage(parent, kinds)) if parent else (kind,)
