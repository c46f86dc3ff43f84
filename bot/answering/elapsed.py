"""How much time lies between two dates, and how long something lasted."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import chain

from bot.answering.durations import UNITS, asked_unit, word_duration, word_length
from bot.answering.evidence import Evidence
from bot.answering.facts import Facts
from bot.answering.reckoned import Reckoned
from bot.answering.said import Said, one_of
from bot.answering.spans import Span, is_to_the_day, span_of_value
from bot.answering.wording import fill, word_date, word_value
from index.language.tokens import Token
from index.model import TIMES, Value
from index.questions.phrases import PhraseBook, folded
from index.questions.question import Question
from index.questions.training import Training
from index.vocabulary import Language, Relation

# A relation is meant by words that are at least this near to one of its examples.
_NEAR = 0.45
# Which relations and days are meant is told by few words, each of which counts.
_CONFIDENCE = 0.85


@dataclass(frozen=True, slots=True)
class _Event:
    """A day or some days that a question speaks of, and what is said of them."""

    span: Span
    relation: Relation | None = None
    said: Said | None = None


class Elapsed:
    """Reckons with the dates that are stated."""

    def __init__(
        self,
        facts: Facts,
        relations: Mapping[str, Relation],
        *,
        training: Training,
        evidence: Evidence,
        language: Language,
        today: date,
    ) -> None:
        """Take the statements, and what tells which of them words mean."""
        self._facts = facts
        self._relations = relations
        self._reader = training.reader
        self._examples = training.examples
        self._language = language
        self._today = today
        words = language.words
        self._asking = PhraseBook(folded(words.get("how_long", ())))
        self._counting = frozenset(words.get("counting", ()))
        self._openers = frozenset(words.get("span_openers", ()))
        self._since = frozenset(words.get("since", ()))
        self._joints = frozenset(words.get("span_joints", ()))
        lists = [words.get(name, ()) for name in (*UNITS, "elapsing", "span_openers")]
        lists += [words.get(name, ()) for name in ("since", "span_joints", "counting")]
        self._spoken_of_time = frozenset(chain.from_iterable(lists))
        self._evidence = evidence

    def find(
        self, question: Question, entities: Sequence[str], *, is_stated: bool
    ) -> Reckoned | None:
        """Reckon a length of time, if one is asked for and its ends are stated.

        Args:
            question: What is asked.
            entities: What the chat is about, for "how long did it last?".
            is_stated: Whether a length of time is stated that is near to the
                question; then only two events that it joins are reckoned with.
        """
        spoken = [token.norm for token in question.tokens]
        unit = asked_unit(question.spoken, self._language)
        if not any(self._asking.find(spoken)) and not self._is_counted(spoken, unit):
            return None
        entities = question.entities or entities
        found = self._reckoned(question, entities, unit, is_stated=is_stated)
        return found if found and self._accounts_for(question, found) else None

    def _accounts_for(self, question: Question, found: Reckoned) -> bool:
        """Tell whether all that a question speaks of is what was reckoned with.

        "How many years must records be kept?" is asked of no dates.
        """
        missing = [
            {token.norm for token in self._evidence.missing(question, one.statement)}
            for one in found.said
        ]
        left = set.intersection(*missing) if missing else set()
        return left - self._ordinals(found) <= self._spoken_of_time

    def _ordinals(self, found: Reckoned) -> set[str]:
        """Give the words that count what was reckoned with: "the first", "second"."""
        numbers = {one.statement.entity.rpartition("-")[2] for one in found.said}
        ordinals = self._language.ordinals.items()
        return {word for word, number in ordinals if str(number) in numbers}

    def _reckoned(
        self,
        question: Question,
        entities: Sequence[str],
        unit: str | None,
        *,
        is_stated: bool,
    ) -> Reckoned | None:
        for first, second in self._pairs(question, entities):
            return self._between(first, second, unit)
        if is_stated and not self._has_since(question):
            return None
        relation = self._relation(question, entities, is_length=True)
        if relation is not None and relation.between and question.entities:
            begin, end = relation.between
            one = self._of(self._relations[begin], entities)
            return self._between(one, self._of(self._relations[end], entities), unit)
        event = self._of_one(relation, entities)
        return self._single(event, question, unit) if event else None

    def _is_counted(self, spoken: Sequence[str], unit: str | None) -> bool:
        """Tell whether units of time are counted: "how many days", "days between"."""
        names = self._language.words[unit][:2] if unit else ()
        for at, word in enumerate(spoken):
            before = spoken[max(at - 2, 0) : at]
            if word in names and not self._counting.isdisjoint(before):
                return True
            # "Two years after" tells a length instead of asking for one.
            is_given = bool(before) and before[-1] in self._language.numbers
            is_open = not self._openers.isdisjoint(spoken[at + 1 :])
            if word in names[1:] and is_open and not is_given:
                return True
        return False

    def _pairs(
        self, question: Question, entities: Sequence[str]
    ) -> Iterator[tuple[_Event, _Event]]:
        """Yield the two events that a question joins: "between ... and ..."."""
        tokens = question.tokens
        for opener in self._places(tokens, self._openers):
            for joint in self._places(tokens[opener + 2 :], self._joints):
                middle = opener + 2 + joint
                one = question.text[tokens[opener].end : tokens[middle].start]
                other = question.text[tokens[middle].end :]
                yield from self._both(one, other, entities)

    def _places(self, tokens: Sequence[Token], words: frozenset[str]) -> Iterator[int]:
        return (i for i, token in enumerate(tokens) if token.norm in words)

    def _both(
        self, one: str, other: str, entities: Sequence[str]
    ) -> Iterator[tuple[_Event, _Event]]:
        """Read two parts, each of which may leave to the other what it is about."""
        second = self._reader.read(other)
        # "Between the second and the third session" names two sessions.
        numbered = next(iter(second.entities), "").rpartition("-")[0]
        first = self._reader.read(one, focus=numbered or None)
        of_first = first.entities or second.entities or entities
        of_second = second.entities or entities
        left = self._event(first, of_first)
        right = self._event(second, of_second)
        if left and not right and not second.content:
            right = self._of(left.relation, of_second)
        if right and not left and not first.content:
            left = self._of(right.relation, of_first)
        if left and right and left.span != right.span:
            yield left, right

    def _event(self, question: Question, entities: Sequence[str]) -> _Event | None:
        """Find the event that a few words speak of."""
        if question.times and not question.entities:
            value = question.times[0].value
            return _Event(span_of_value(value)) if _is_exact(value) else None
        relation = self._relation(question, entities, is_length=False)
        return self._of(relation, entities) if relation else None

    def _of(self, relation: Relation | None, entities: Sequence[str]) -> _Event | None:
        """Find when something happened to the first entity that it is stated of."""
        if relation is None:
            return None
        for entity in entities:
            stated = self._facts.about(relation.id, entity)
            said = one_of(relation, stated) if stated else None
            if said and _is_exact(said.statement.value):
                return _Event(span_of_value(said.statement.value), relation, said)
        return None

    def _of_one(
        self, relation: Relation | None, entities: Sequence[str]
    ) -> _Event | None:
        """Find when something happened to the only entity that it can be stated of."""
        kinds = relation.of if relation else ()
        could_be = [e for e in entities if self._facts.is_of(e, kinds)]
        return self._of(relation, could_be) if len(could_be) == 1 else None

    def _relation(
        self, question: Question, entities: Sequence[str], *, is_length: bool
    ) -> Relation | None:
        """Find the dated relation that words are nearest to, or the only one.

        Where they may tell of a length of time, one that lies between two dated ones
        is as good, if these are stated.
        """
        stated = {r for entity in entities for r in self._facts.relations_of(entity)}
        dated = {
            relation
            for relation in stated
            if self._relations[relation].value in TIMES
            and not self._relations[relation].as_of
        }
        if is_length and not self._has_since(question):
            dated |= {
                relation.id
                for relation in self._relations.values()
                if relation.between and dated.issuperset(relation.between)
            }
        if not question.content:
            return self._relations[dated.pop()] if len(dated) == 1 else None
        units = (*question.units, "?date")
        nearest = self._examples.nearest(units, _NEAR)
        # Targets are relations and single statements of them.
        targets = (t for t in nearest if self._facts.relation_of(t) in dated)
        best = max(targets, key=lambda target: nearest[target], default=None)
        return self._relations[self._facts.relation_of(best)] if best else None

    def _between(
        self, one: _Event | None, other: _Event | None, unit: str | None
    ) -> Reckoned | None:
        """Reckon from the earlier event to the later one.

        Two periods of one kind lie as far apart as the end of one and the start
        of the other; of other events the first days count.
        """
        if one is None or other is None:
            return None
        first, second = sorted((one, other), key=lambda event: event.span)
        is_gap = (
            first.relation == second.relation and first.span.last < second.span.first
        )
        begin = first.span.last if is_gap else first.span.first
        end = second.span.first
        return self._told(
            word_duration(begin, end, unit, self._language), begin, end, (first, second)
        )

    def _has_since(self, question: Question) -> bool:
        return not self._since.isdisjoint(question.spoken)

    def _single(
        self, event: _Event, question: Question, unit: str | None
    ) -> Reckoned | None:
        """Reckon how long something lasted, or how long ago it was."""
        if event.said is None:
            return None
        value = event.said.statement.value
        if self._has_since(question):
            return self._since_then(event, unit)
        if value.kind == "interval":
            length = word_length(
                event.span.first, event.span.last, unit, self._language
            )
            interval = word_value(value, self._language)
            template = self._language.words["span_length"][0]
            lead = fill(template, span=length, interval=interval)
            return Reckoned(lead, (event.said,), _CONFIDENCE)
        return None

    def _since_then(self, event: _Event, unit: str | None) -> Reckoned | None:
        """Reckon how long ago something began, if it has begun."""
        begin = event.span.first
        if begin > self._today:
            return None
        length = word_duration(begin, self._today, unit, self._language)
        return self._told(length, begin, self._today, (event,))

    def _told(
        self, length: str, begin: date, end: date, events: Sequence[_Event]
    ) -> Reckoned:
        lead = fill(
            self._language.words["span_between"][0],
            span=length,
            first=word_date(begin.isoformat(), self._language),
            last=word_date(end.isoformat(), self._language),
        )
        said = tuple(event.said for event in events if event.said)
        return Reckoned(lead, said, _CONFIDENCE)


def _is_exact(value: Value) -> bool:
    return all(map(is_to_the_day, value.parts))
