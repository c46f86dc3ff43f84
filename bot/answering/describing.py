"""Entities that a question describes instead of naming, such as the last session."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from bot.answering.facts import Facts
from bot.answering.sources import Sources
from bot.answering.spans import Span, span_of_value
from bot.answering.venues import Venues
from bot.answering.wording import name_entity
from index.language.mentions import Mention
from index.language.numbers import read_ordinal
from index.language.times import find_times
from index.language.tokens import Token, tokenize
from index.model import Statement
from index.questions.naming import Naming
from index.questions.phrases import Phrase, PhraseBook, folded
from index.vocabulary import Kind, Language

# What words of order are called in the vocabulary.
_ORDERS = ("earliest", "latest", "next", "previous")
_RELATIONS = ("after", "before")
# A word of order stands this close to its noun.
_REACH = 3

# The days of a kind's entities, in order of time.
_Series = Sequence[tuple[Span, str]]
# The first token of a description, the one behind it, and the entity meant.
_Found = tuple[int, int, str]


@dataclass(frozen=True, slots=True)
class _Ordered:
    """Words of order: what they say, their first token and the one behind them."""

    role: str
    first: int
    stop: int


@dataclass(frozen=True, slots=True)
class _Read:
    """A question, read as far as descriptions need it."""

    tokens: Sequence[Token]
    mentions: Sequence[Mention]
    orders: Sequence[_Ordered]
    times: Mapping[int, tuple[int, Span]]
    places: Mapping[int, tuple[int, Phrase]]
    is_polar: bool


@dataclass(frozen=True, slots=True)
class _Noun:
    """What may be described: the noun of a kind, or the name of the whole.

    `first` and `stop` take in the word of order beside it. `is_general` tells that
    it names no single entity of the kind.
    """

    mention: Mention
    kind: str
    series: _Series
    first: int
    stop: int
    role: str | None
    is_general: bool


class Describer:
    """Finds which entity of a numbered kind is meant by its time or its place."""

    def __init__(
        self,
        facts: Facts,
        kinds: Mapping[str, Kind],
        *,
        sources: Sources,
        naming: Naming,
        language: Language,
        code: str,
        today: date,
    ) -> None:
        """Put the entities of each numbered kind in order of time.

        `today` is the day before which things are past.
        """
        self._facts = facts
        self._naming = naming
        self._language = language
        self._code = code
        self._today = today
        stated = {k.id: facts.series(k.id) for k in kinds.values() if k.numbered}
        self._series = {kind: _series(found) for kind, found in stated.items() if found}
        self._venues = Venues(facts, tuple(self._series))
        self._wholes = {kinds[kind].part_of: kind for kind in self._series}
        self._held = {
            statement.entity
            for found in stated.values()
            for statement in found
            if not sources.is_planned(statement)
        }
        words = language.words
        self._roles = {
            phrase: role
            for role in (*_ORDERS, *_RELATIONS)
            for phrase in folded(words.get(role, ()))
        }
        self._phrases = PhraseBook(self._roles)
        self._polar = frozenset(words.get("polar", ()))
        self._determining = frozenset(words.get("determining", ()))
        self._prepositions = frozenset(words.get("prepositions", ()))
        self._articles = frozenset(words.get("articles", ()))
        self._pointing = frozenset(words.get("pointing", ()))
        self._silent = frozenset(language.stop_words)
        self._verbs = frozenset(words.get("happenings", ())) - self._silent
        self._fillers = self._silent | self._verbs
        self._joints = self._silent.difference(words.get("question_words", ()))
        self._firsts = frozenset(w for w, n in language.ordinals.items() if n == 1)

    def name(self, text: str, about: Sequence[str] = ()) -> str:
        """Write a question with names in the place of descriptions.

        "Where was the last session?" asks where the twelfth was, if that is the
        last one. What fits no entity, or more than one, stays as it is.

        `about` are the entities that the chat is about, such as another body that
        holds sessions.
        """
        read = self._read(text)
        if not (read.orders or read.times or read.places or about):
            return text
        for mention in reversed(read.mentions):
            pointed = self._pointed_at(mention, read, about)
            described = () if pointed else self._described(mention, read, about)
            if found := pointed or next(iter(described), None):
                first, stop, entity_id = found
                # The name brings an article of its own.
                if first and read.tokens[first - 1].norm in self._articles:
                    first -= 1
                start, end = read.tokens[first].start, read.tokens[stop - 1].end
                # Verbs within a description ask: "did the COP meet in 2006".
                within = read.tokens[mention.stop : stop]
                verbs = (token.text for token in within if token.norm in self._verbs)
                name = " ".join((self._name_of(entity_id), *verbs))
                text = f"{text[:start]}{name}{text[end:]}"
        return text

    def _pointed_at(
        self, mention: Mention, read: _Read, about: Sequence[str]
    ) -> _Found | None:
        """Find what "that session" points to: the one that the chat is about."""
        before = read.tokens[mention.first - 1 : mention.first]
        meant = [e for e in about if self._facts.is_of(e, (mention.kind,))]
        if mention.entity or mention.plural or len(meant) != 1 or not before:
            return None
        is_pointed = before[0].norm in self._pointing
        return (mention.first - 1, mention.stop, meant[0]) if is_pointed else None

    def _name_of(self, entity_id: str) -> str:
        entity = self._facts.entity(entity_id)
        return name_entity(entity, self._code) if entity else entity_id

    def _read(self, text: str) -> _Read:
        tokens = tokenize(text, self._code)
        words = [token.norm for token in tokens]
        orders = [
            _Ordered(self._roles[phrase], start, start + len(phrase))
            for start, phrase in self._phrases.find(words)
        ]
        times = {}
        for time in find_times(text, self._language):
            spoken = (time.start <= token.start < time.end for token in tokens)
            if within := [i for i, is_part in enumerate(spoken) if is_part]:
                times[within[0]] = within[-1] + 1, span_of_value(time.value)
        mentions = self._naming.found(text, tokens)
        is_polar = bool(words) and words[0] in self._polar
        places = self._venues.find(words)
        return _Read(tokens, mentions, orders, times, places, is_polar)

    def _described(
        self, mention: Mention, read: _Read, about: Sequence[str]
    ) -> Iterator[_Found]:
        """Yield what a noun may stand for with the words around it, likeliest first."""
        noun = self._noun(mention, read, about)
        if noun is None:
            return
        yield from self._by_anchor(noun, read)
        if noun.is_general:
            yield from self._by_time(noun, read)
            yield from self._by_place(noun, read)
            yield from self._by_today(noun, read)

    def _noun(
        self, mention: Mention, read: _Read, about: Sequence[str]
    ) -> _Noun | None:
        is_whole = mention.entity in self._wholes and not mention.hint
        stop, whole = self._past_whole(mention, read)
        of_chat = (e for e in about if e in self._wholes and mention.entity is None)
        whole = whole or next(of_chat, None)
        kind = self._wholes.get(whole or "", mention.kind)
        if kind not in self._series or mention.plural or not stop:
            return None
        order = self._order_beside(mention, read)
        return _Noun(
            mention,
            kind,
            series=self._series[kind],
            first=min(mention.first, order.first) if order else mention.first,
            stop=max(stop, order.stop) if order else stop,
            role=order.role if order else None,
            is_general=mention.entity is None or is_whole,
        )

    def _past_whole(self, mention: Mention, read: _Read) -> tuple[int, str | None]:
        """Give where a noun ends, "of the Conference" included, and what that names.

        Gives 0 where it is a session of something that is not known.
        """
        head = self._past(mention.stop, read)
        between = {token.norm for token in read.tokens[mention.stop : head]}
        is_apart = head in read.times or head in read.places
        if self._prepositions.isdisjoint(between) or is_apart:
            return mention.stop, mention.entity
        wholes = (m for m in read.mentions if m.first == head)
        found = ((m.stop, m.entity) for m in wholes if m.entity in self._wholes)
        return next(found, (0, None))

    def _past(self, at: int, read: _Read) -> int:
        """Pass over words without content; "May" is one where it is no month."""
        while (
            at < len(read.tokens)
            and at not in read.times
            and read.tokens[at].norm in self._silent
        ):
            at += 1
        return at

    def _order_beside(self, mention: Mention, read: _Read) -> _Ordered | None:
        """Find a word of order before the noun, or right behind it.

        "The second last session" counts from the end, which is not read.
        """
        for order in read.orders:
            counted, _ = read_ordinal(
                read.tokens[order.first - 1 : order.first], self._language
            )
            between = read.tokens[order.stop : mention.first]
            is_before = 0 <= mention.first - order.stop < _REACH
            is_beside = is_before and _are(between, self._silent)
            if (
                order.role in _ORDERS
                and counted is None
                and (is_beside or order.first == mention.stop)
            ):
                return order
        return None

    def _by_anchor(self, noun: _Noun, read: _Read) -> Iterator[_Found]:
        """Yield what was before or after something: "the session after the third"."""
        if read.is_polar and noun.role is None:
            return
        for order in read.orders:
            between = read.tokens[noun.stop : order.first]
            if (
                order.role in _RELATIONS
                and order.first >= noun.stop
                and _are(between, self._fillers)
            ):
                for span, end in self._anchors(noun, order, read):
                    entity = _beside(noun.series, span, order.role, noun.role)
                    if entity is not None:
                        yield noun.first, end, entity

    def _anchors(
        self, noun: _Noun, order: _Ordered, read: _Read
    ) -> Iterator[tuple[Span, int]]:
        """Yield the days before or after which something was, and where they end."""
        at = self._past(order.stop, read)
        # "The first session after 2010" names no session by its number.
        is_first = read.tokens[noun.mention.first].norm in self._firsts
        if at in read.times:
            if is_first or noun.is_general:
                end, span = read.times[at]
                yield span, end
        elif noun.is_general:
            days = {entity: span for span, entity in noun.series}
            for mention in read.mentions:
                if mention.first == at and mention.entity in days:
                    yield days[mention.entity], mention.stop
            number, used = read_ordinal(read.tokens[at : at + 2], self._language)
            for entity, span in days.items():
                if entity.endswith(f"-{number}"):
                    yield span, at + used

    def _by_time(self, noun: _Noun, read: _Read) -> Iterator[_Found]:
        """Yield what was in some days: "the 2006 session", not "which session"."""
        for first, (end, span) in read.times.items():
            entity = _only(noun.series, span, noun.role)
            if entity is not None:
                yield from self._beside(noun, read, first, end, entity=entity)

    def _by_place(self, noun: _Noun, read: _Read) -> Iterator[_Found]:
        """Yield what was at a place where no other was: "the Nairobi session"."""
        for first, (end, place) in read.places.items():
            entity = self._venues.met_at(noun.kind, place)
            # "The session that Lima wanted" need not have been there.
            before = [token.norm for token in read.tokens[noun.stop : first]][-1:]
            is_at = end <= noun.first or not self._prepositions.isdisjoint(before)
            if entity is not None and is_at:
                yield from self._beside(noun, read, first, end, entity=entity)

    def _beside(
        self, noun: _Noun, read: _Read, first: int, end: int, *, entity: str
    ) -> Iterator[_Found]:
        """Yield an entity where some words stand right before its noun or behind it.

        A yes or no claims them, and "which session" asks for what they tell.
        """
        before = read.tokens[noun.first - 1 : noun.first]
        if read.is_polar or (_are(before, self._determining) and before):
            return
        ahead = read.tokens[end : noun.first]
        behind = read.tokens[noun.stop : first]
        if end <= noun.first and _are(ahead, self._joints):
            yield first, noun.stop, entity
        if first >= noun.stop and _are(behind, self._fillers):
            yield noun.first, end, entity

    def _now(self, series: _Series, role: str | None) -> str | None:
        """Give the last one that has begun, or the first one that has not.

        One that is known only as a plan is no last one where others were held.
        """
        if role in {"latest", "previous"}:
            begun = [entity for span, entity in series if span.first <= self._today]
            held = [entity for entity in begun if entity in self._held]
            return next(reversed(held or begun), None)
        if role == "next":
            to_come = (entity for span, entity in series if span.first > self._today)
            return next(to_come, None)
        return None

    def _by_today(self, noun: _Noun, read: _Read) -> Iterator[_Found]:
        """Yield what is last or next today: what was next in 2004 is another one."""
        is_told_of_then = any(s.last < self._today for _, s in read.times.values())
        if noun.role == "next" and is_told_of_then:
            return
        entity = self._now(noun.series, noun.role)
        if entity is not None:
            yield noun.first, noun.stop, entity


def _are(tokens: Sequence[Token], words: frozenset[str]) -> bool:
    return all(token.norm in words for token in tokens)


def _series(statements: Sequence[Statement]) -> _Series:
    days = {s.entity: span_of_value(s.value) for s in statements}
    return tuple(sorted((span, entity) for entity, span in days.items()))


def _beside(
    series: _Series, anchor: Span, relation: str, role: str | None
) -> str | None:
    """Give what comes next after, or came last before, some days."""
    if relation == "after":
        later = [entity for span, entity in series if span.first > anchor.last]
        return later[-1 if role == "latest" else 0] if later else None
    earlier = [entity for span, entity in series if span.last < anchor.first]
    return earlier[0 if role == "earliest" else -1] if earlier else None


def _only(series: _Series, days: Span, role: str | None) -> str | None:
    """Give the one that falls into some days, by order where there are several."""
    found = [entity for span, entity in series if days.overlaps(span)]
    if role in {"latest", "earliest"} and found:
        return found[-1 if role == "latest" else 0]
    return found[0] if len(found) == 1 else None
