"""Which of several entities comes first, last, has most or fewest; sums, growth."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from bot.answering.facts import Facts
from bot.answering.said import Said, one_of
from bot.answering.spans import Span, span_of, span_of_value
from bot.answering.timing import asked_span, is_countable
from index.model import TIMES, Statement
from index.questions.naming import covers
from index.questions.question import Question
from index.vocabulary import Language, Relation

# Words of the vocabulary that ask for an extreme, and what is compared by them.
_EXTREMES: Mapping[str, tuple[str, bool]] = {
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
    the question names the one that comes first before the others.
    """

    said: tuple[Said, ...]
    lead: int | None
    is_first_named: bool


class Ranker:
    """Compares what is stated of several entities."""

    def __init__(self, facts: Facts, language: Language) -> None:
        """Take the statements and the words that compare."""
        self._facts = facts
        self._words = {
            name: frozenset(language.words.get(name, ())) for name in _EXTREMES
        }

    def rank(self, question: Question, relation: Relation) -> Ranking | None:
        """Put the entities of a question in the order that its words ask for.

        Gives None where no extreme is asked for, fewer than two entities can be
        compared, or the first two are level.
        """
        spoken = _spoken(question)
        for name, listed in self._words.items():
            by, is_descending = _EXTREMES[name]
            key = _key(by, relation)
            if key is None or listed.isdisjoint(spoken):
                continue
            said = self.compared(question, relation)
            if by == "number" and not all(_is_countable(s.statement) for s in said):
                return None
            ranked = sorted(said, key=lambda s: key(s.statement), reverse=is_descending)
            if len(ranked) < 2:
                return None
            first, second = (key(one.statement) for one in ranked[:2])
            if first == second:
                return None
            return Ranking(
                said=tuple(ranked),
                lead=abs(first - second) if by == "number" else None,
                is_first_named=ranked[0].statement.entity in question.entities[:1],
            )
        return None

    def compared(self, question: Question, relation: Relation) -> tuple[Said, ...]:
        """Say what is stated of each entity that a question compares.

        They are those that it names, or all of the kind that it names. Figures are
        those of the newest day for which each entity has one.
        """
        entities = self._entities(question, relation)
        stated: Mapping[str, Sequence[Statement]]
        stated = {e: self._facts.about(relation.id, e) for e in entities}
        if relation.as_of:
            stated = _at_one_time(stated, asked_span(question))
        return tuple(one_of(relation, found, question) for found in stated.values())

    def _entities(self, question: Question, relation: Relation) -> Iterable[str]:
        """Give the entities named, else those of the kind that is named."""
        stated = self._facts.stated_of(relation.id)
        named = [e for e in question.entities if e in stated]
        members = self._facts.members(relation.id, question.kinds)
        if question.joins_kind:
            return dict.fromkeys((*named, *members))
        return named if len(named) > 1 else members


def _spoken(question: Question) -> frozenset[str]:
    """Give the words of a question that may ask for an extreme.

    "The first session" is a name, "more than 80" compares with a number and
    "before 2004" with a day.
    """
    words = (
        token.norm
        for i, token in enumerate(question.tokens)
        if not covers(question.mentions, i)
    )
    return frozenset() if question.numbers or question.bound else frozenset(words)


def _key(by: str, relation: Relation) -> Callable[[Statement], int] | None:
    """Give what statements of a relation are compared by, if they can be."""
    if relation.value in TIMES:
        return {"time": _day, "length": _days}.get(by)
    if relation.value in {"number", "list"} and by == "number":
        return _count
    return None


def _day(statement: Statement) -> int:
    return span_of_value(statement.value).first.toordinal()


def _days(statement: Statement) -> int:
    span = span_of_value(statement.value)
    return (span.last - span.first).days


def _is_countable(statement: Statement) -> bool:
    return statement.value.kind == "number" or is_countable(statement.value)


def _count(statement: Statement) -> int:
    value = statement.value
    return len(value.parts) if is_countable(value) else int(value.parts[0])


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
