"""Which of several entities comes first, last, has most or fewest; sums, growth."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from bot.answering.facts import Facts
from bot.answering.said import Said, one_of
from bot.answering.spans import Span, is_to_the_day, span_of, span_of_value
from bot.answering.timing import asked_span, count_of
from index.model import TIMES, Statement
from index.questions.naming import covers
from index.questions.question import Question
from index.vocabulary import Language, Relation

# Words of the vocabulary that ask for an extreme, and what is compared by them.
EXTREMES: Mapping[str, tuple[str, bool]] = {
    "soonest": ("time", False),
    "latest_of_all": ("time", True),
    "largest": ("number", True),
    "smallest": ("number", False),
    "longest": ("length", True),
    "shortest": ("length", False),
}
# Figures of days that lie as close as this can be compared.
_CLOSE = 92


@dataclass(frozen=True, slots=True)
class Ranking:
    """Entities in the order asked for, the one that is meant first.

    `lead` is the distance of the first two, of numbers; `is_first_named` tells that
    the question names the one that comes first before the others, `is_either` that
    it asks for both ends: "before or after".
    """

    said: tuple[Said, ...]
    lead: int | None
    is_first_named: bool
    is_either: bool


class Ranker:
    """Compares what is stated of several entities."""

    def __init__(self, facts: Facts, language: Language) -> None:
        """Take the statements and the words that compare."""
        self._facts = facts
        self._words = {
            name: frozenset(language.words.get(name, ())) for name in EXTREMES
        }
        self._numbers = frozenset(language.numbers)

    def rank(self, question: Question, relation: Relation) -> Ranking | None:
        """Put the entities of a question in the order that its words ask for.

        Gives None where no extreme is asked for, fewer than two entities can be
        compared, or none of them is ahead of all others.
        """
        asked = self._asked(question, relation)
        if not asked:
            return None
        by, is_descending = asked[0]
        key = _KEYS[by]
        said = self.compared(question, relation)
        if by == "number" and any(count_of(s.statement.value) is None for s in said):
            return None
        ranked = sorted(said, key=lambda s: key(s.statement), reverse=is_descending)
        if len(ranked) < 2:
            return None
        best, *others = (one.statement for one in ranked)
        if any(_are_level(best, other, by) for other in others):
            return None
        return Ranking(
            said=tuple(ranked),
            lead=abs(key(best) - key(others[0])) if by == "number" else None,
            is_first_named=best.entity in question.entities[:1],
            is_either=(by, not is_descending) in asked,
        )

    def _asked(
        self, question: Question, relation: Relation
    ) -> Sequence[tuple[str, bool]]:
        """Give the extremes that a question asks for, if a relation has them."""
        spoken = self._spoken(question)
        return [
            (by, is_descending)
            for name, (by, is_descending) in EXTREMES.items()
            if by in _compared_by(relation) and not self._words[name].isdisjoint(spoken)
        ]

    def _spoken(self, question: Question) -> frozenset[str]:
        """Give the words of a question that may ask for an extreme.

        "The first session" is a name, "more than 80" compares with a number and
        "before 2004" with a day; "the three protocols" only counts what is compared.
        """
        kinds = [m.first for m in question.mentions if m.entity is None and m.first]
        before = [question.tokens[first - 1].norm for first in kinds]
        counting = [w for w in before if w.isdecimal() or w in self._numbers]
        if question.bound or len(question.numbers) > len(counting):
            return frozenset()
        return frozenset(
            token.norm
            for i, token in enumerate(question.tokens)
            if not covers(question.mentions, i)
        )

    def compared(self, question: Question, relation: Relation) -> tuple[Said, ...]:
        """Say what is stated of each entity that a question compares.

        They are those that it names, all of the kind that it names, or both where it
        joins them. Figures are those of the newest day for which each entity has one.
        """
        entities = self._entities(question, relation)
        stated: Mapping[str, Sequence[Statement]]
        stated = {e: self._facts.about(relation.id, e) for e in entities}
        if relation.as_of:
            stated = _at_one_time(stated, asked_span(question))
        return tuple(one_of(relation, found, question) for found in stated.values())

    def _entities(self, question: Question, relation: Relation) -> Iterable[str]:
        """Give the entities named, those of the kind that is named, or both."""
        stated = self._facts.stated_of(relation.id)
        named = [e for e in question.entities if e in stated]
        of_kind = self._facts.members(relation.id, question.kinds)
        if question.joins_kind:
            return dict.fromkeys((*named, *of_kind))
        return named if len(named) > 1 else of_kind


def _compared_by(relation: Relation) -> frozenset[str]:
    """Tell what statements of a relation can be compared by."""
    if relation.value in TIMES:
        return frozenset({"time", "length"})
    return frozenset({"number"} if relation.value in {"number", "list"} else ())


def _are_level(one: Statement, other: Statement, by: str) -> bool:
    """Tell whether neither comes first, or which one does cannot be told.

    Whether "2015" is before 1 June 2015 cannot.
    """
    if _KEYS[by](one) == _KEYS[by](other):
        return True
    is_exact = all(map(is_to_the_day, (*one.value.parts, *other.value.parts)))
    return (
        by == "time"
        and not is_exact
        and span_of_value(one.value).overlaps(span_of_value(other.value))
    )


def _day(statement: Statement) -> int:
    return span_of_value(statement.value).first.toordinal()


def _days(statement: Statement) -> int:
    span = span_of_value(statement.value)
    return (span.last - span.first).days


def _count(statement: Statement) -> int:
    return count_of(statement.value) or 0


_KEYS: Mapping[str, Callable[[Statement], int]] = {
    "time": _day,
    "length": _days,
    "number": _count,
}


def _at_one_time(
    stated: Mapping[str, Sequence[Statement]], asked: Span | None
) -> Mapping[str, Sequence[Statement]]:
    """Keep the figures of the newest day for which each entity has one."""
    days = [
        {s.as_of for s in found if s.as_of and _is_asked(s.as_of, asked)}
        for found in stated.values()
    ]
    common = set.intersection(*days) if days else set()
    if not common:
        latest = [max(each, default="") for each in days]
        is_dated = bool(latest) and all(latest)
        is_close = is_dated and asked is None and _lie_close(latest)
        return stated if is_close else {}
    newest = max(common)
    return {e: [s for s in found if s.as_of == newest] for e, found in stated.items()}


def _lie_close(days: Sequence[str]) -> bool:
    """Tell whether figures are of one time, though not of one day."""
    spans = [span_of(day) for day in days]
    between = max(s.first for s in spans) - min(s.last for s in spans)
    return between.days <= _CLOSE


def _is_asked(as_of: str, asked: Span | None) -> bool:
    return asked is None or asked.overlaps(span_of(as_of))
