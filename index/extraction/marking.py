"""Marking the typed mentions of a sentence."""

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain

from index.extraction.meetings import find_counted
from index.extraction.sentence import Mark, Sentence
from index.extraction.texts import Text
from index.language.mentions import Gazetteer, Mention
from index.language.names import NameMention, find_names, find_places
from index.language.numbers import (
    NumberMention,
    find_numbers,
    find_ordinals,
    ordinal_before,
)
from index.language.times import TimeMention, find_times
from index.language.tokens import Token, fold, norms
from index.model import Value
from index.vocabulary import Language

_PARTED_NUMBER = re.compile(r"[:;,]\s+\d+$")
# A sentence is about the entity that it names within its first words.
_SUBJECT_REACH = 3
# "The objective of the Protocol" still speaks of it.
_REFERENCE_REACH = 5


class Marker:
    """Marks sentences of one language."""

    def __init__(self, gazetteer: Gazetteer, language: Language) -> None:
        """Take the names of entities, and the words of their language."""
        self._gazetteer = gazetteer
        self._language = language

    def mark(
        self, text: Text, subject: Mark | None, topic: Mark | None = None
    ) -> tuple[Sentence, Mark | None]:
        """Mark a sentence, and give the subject that the next one may refer to.

        A pronoun at the start, or "the Protocol" alone, stands for `subject`, the
        entity that the sentences before were about, or else for the `topic` of the
        document.
        """
        tokens = text.tokens
        mentions = self._mentions(text)
        marks = _entity_marks(mentions)
        counted = self._counted(tokens, mentions, marks, subject)
        named = sorted([*marks, *counted], key=lambda mark: mark.first)
        following = self._following(text, named, subject)
        spoken_of = [topic or subject, subject] if subject else []
        marks += counted
        if subject is not None:
            marks += self._referring(text, mentions, spoken_of)
        taken = {i for mark in marks for i in range(mark.first, mark.stop)}
        marks += _value_marks(text, self._language, taken)
        noun = mentions[0] if _is_common_subject(mentions) else None
        is_other = noun is not None and self._is_another(tokens, noun.first)
        kind = "" if is_other or noun is None else noun.kind
        common = Mark(noun.first, noun.stop, kind) if noun else None
        return Sentence(text.text, tokens, _by_first(marks), common), following

    def subject_behind(self, text: Text, subject: Mark | None) -> Mark | None:
        """Give the subject behind a sentence that needs no other marks."""
        mentions = self._mentions(text)
        marks = _entity_marks(mentions)
        marks += self._counted(text.tokens, mentions, marks, subject)
        marks.sort(key=lambda mark: mark.first)
        return self._following(text, marks, subject)

    def is_unclear(self, text: Text, before: Text) -> bool:
        """Tell whether a pronoun opens a text and may stand for what none knows.

        "The Commission met in Rome. It was chaired by ..."
        """
        tokens, words = before.tokens, self._language.words
        opening = {token.norm for token in text.tokens[:1]}
        if opening.isdisjoint(words.get("referring", ())) or not tokens:
            return False
        is_known = any(mention.first <= _SUBJECT_REACH for mention in before.mentions)
        return tokens[0].norm in words.get("articles", ()) and not is_known

    def _following(
        self, text: Text, marks: Sequence[Mark], subject: Mark | None
    ) -> Mark | None:
        """Give the subject behind a sentence; none is sure behind one of another."""
        others = text.others if subject else ()
        if any(other.first <= _SUBJECT_REACH for other in others):
            return None
        return _subject(marks) or subject

    def _mentions(self, text: Text) -> list[Mention]:
        """Find names, but for those that many things share: "the questionnaire".

        "Dates of the session: 6-10 May" speaks of no sixth session.
        """
        shared = self._language.words.get("shared_names", ())
        return [
            mention
            for mention in text.mentions
            if fold(said := text.text[mention.start : mention.end]) not in shared
            and not _PARTED_NUMBER.search(said)
        ]

    def topic(self, title: Text) -> Mark | None:
        """Give what a title names first that is not the whole of what it names too.

        "The Conference closes its third session" is about the session.
        """
        marks = _entity_marks(title.mentions)
        wholes = {w for m in marks for w in self._gazetteer.wholes(m.entity, m.kind)}
        return next((mark for mark in marks if mark.entity not in wholes), None)

    def _referring(
        self,
        text: Text,
        mentions: Sequence[Mention],
        spoken_of: Sequence[Mark],
    ) -> list[Mark]:
        """Mark what stands for what is spoken of, the last of which is the nearest."""
        subject, tokens = spoken_of[-1], text.tokens
        at = self._pronoun(text, mentions)
        if at is not None:
            agrees = self._agree(tokens[at].norm, subject)
            mark = Mark(at, at + 1, subject.kind, entity=subject.entity)
            return [mark] if agrees else []
        named = {m.kind for m in mentions if m.entity}
        definite = self._language.words.get("definite", ())
        families = (self._gazetteer.family(m.entity, m.kind) for m in spoken_of)
        meant = {kind: id_ for family in families for kind, id_ in family.items()}
        kinds = {mark.entity: mark.kind for mark in spoken_of}
        found = []
        for m in mentions:
            if m.entity is not None or m.plural or self._is_another(tokens, m.first):
                continue
            if ordinal_before(tokens, m.first, self._language) is not None:
                continue
            # Further on only "the Protocol" refers back, where none is named.
            opens = (
                m is mentions[0]
                and m.first <= _REFERENCE_REACH
                and self._is_unqualified(tokens, m.first)
            )
            refers = m.kind not in named and tokens[m.first - 1].norm in definite
            entity = meant.get(m.kind) if opens or refers else None
            if entity is not None and self._is_called(entity, m, tokens):
                kind = kinds.get(entity, m.kind)
                found.append(Mark(m.first, m.stop, kind, entity=entity))
        return found

    def _pronoun(self, text: Text, mentions: Sequence[Mention]) -> int | None:
        """Give where a pronoun is the subject: at the head, or behind a time only.

        "As of 1 March 2032, it had 40 parties."
        """
        tokens, referring = text.tokens, self._language.words.get("referring", ())
        at = next((i for i, t in enumerate(tokens) if t.norm in referring), None)
        if not at or (mentions and mentions[0].first < at):
            return at if at == 0 else None
        times = find_times(text.text[: tokens[at].start], self._language)
        leads = self._language.words.get("time_leads", ())
        is_time = all(
            token.norm in leads
            or any(time.start <= token.start < time.end for time in times)
            for token in tokens[:at]
        )
        return at if is_time else None

    def _is_unqualified(self, tokens: Sequence[Token], first: int) -> bool:
        """Tell whether nothing but an article or pronoun stands before a noun.

        "The next session" and "the closing meeting" are others than "the session".
        """
        words = self._language.words
        keys = ("articles", "definite", "referring", "demonstratives", "prepositions")
        allowed = {word for key in keys for word in words.get(key, ())}
        return first == 0 or tokens[first - 1].norm in allowed

    def _is_another(self, tokens: Sequence[Token], first: int) -> bool:
        """Tell whether a noun is one of many: "the next session", "a new Protocol"."""
        words = self._language.words
        keys = ("next", "previous", "latest", "earliest", "before", "after")
        others = {word for key in keys for word in words.get(key, ())}
        before = tokens[max(first - 2, 0) : first]
        is_any = any(t.norm in words.get("indefinite", ()) for t in before)
        return is_any or any(t.norm in others for t in before[-1:])

    def _is_called(self, entity: str, noun: Mention, tokens: Sequence[Token]) -> bool:
        """Tell whether a noun may stand for a name: no "expert group" for a mechanism.

        A kind of which documents bring more has nouns that exclude each other.
        """
        if not self._gazetteer.is_open(noun.kind):
            return True
        said = [token.norm for token in tokens[noun.first : noun.stop]]
        name = self._gazetteer.name_of(entity, noun.kind)
        general = self._language.kinds[noun.kind].singular[:1]
        return set(said) <= set(norms(name)) or " ".join(said) in map(fold, general)

    def _counted(
        self,
        tokens: Sequence[Token],
        mentions: Sequence[Mention],
        marks: Sequence[Mark],
        subject: Mark | None,
    ) -> list[Mark]:
        """Mark what is counted: "its second meeting", and "met for the second time".

        It is that of the body that is named before, else of the one spoken of.
        """
        found = []
        held = self._gazetteer.held_kinds()
        for first, stop, kind, number in find_counted(
            tokens, mentions, self._language, held
        ):
            named = [mark for mark in marks if mark.stop <= first]
            bodies = (*reversed(named), *([subject] if subject else ()))
            counted = (
                self._gazetteer.counted(body.entity, kind, number) for body in bodies
            )
            entity = next(filter(None, counted), None)
            if entity is not None:
                found.append(Mark(first, stop, kind, entity=entity))
        return found

    def _agree(self, pronoun: str, subject: Mark) -> bool:
        """Tell whether a pronoun has the gender of a name, as its article shows it."""
        name = self._gazetteer.name_of(subject.entity, subject.kind)
        article = "".join(norms(name)[:1])
        words = self._language.words
        genders = [words.get(key, ()) for key in ("masculine", "feminine")]
        return not any(
            pronoun in one and article in other
            for one, other in (genders, reversed(genders))
        )


def _subject(marks: Sequence[Mark]) -> Mark | None:
    return marks[0] if marks and marks[0].first <= _SUBJECT_REACH else None


def _is_common_subject(mentions: Sequence[Mention]) -> bool:
    return (
        bool(mentions)
        and not mentions[0].entity
        and mentions[0].first <= _SUBJECT_REACH
    )


def _by_first(marks: Iterable[Mark]) -> dict[int, tuple[Mark, ...]]:
    by_first: dict[int, tuple[Mark, ...]] = {}
    for mark in marks:
        by_first[mark.first] = (*by_first.get(mark.first, ()), mark)
    return by_first


def _entity_marks(mentions: Iterable[Mention]) -> list[Mark]:
    return [
        Mark(mention.first, mention.stop, mention.kind, entity=mention.entity)
        for mention in mentions
        if mention.entity is not None and not mention.hint
    ]


def _value_marks(text: Text, language: Language, taken: set[int]) -> Iterator[Mark]:
    """Give the marks of values; a name of an entity is no place and no name."""
    starts = [token.start for token in text.tokens]
    for first, stop, number in find_ordinals(text.tokens, language):
        yield Mark(first, stop, "ordinal", value=Value("number", (str(number),)))
    for mention in _values(text.text, language):
        first = bisect_left(starts, mention.start)
        stop = bisect_left(starts, mention.end)
        is_name = mention.value.kind in {"place", "name"}
        if first < stop and not (is_name and taken.intersection(range(first, stop))):
            yield Mark(first, stop, mention.value.kind, value=mention.value)


def _values(
    text: str, language: Language
) -> Iterator[TimeMention | NumberMention | NameMention]:
    times = find_times(text, language)
    yield from times
    for number in find_numbers(text, language):
        if not any(time.start <= number.start < time.end for time in times):
            yield number
    yield from chain(find_places(text, language), find_names(text, language))
