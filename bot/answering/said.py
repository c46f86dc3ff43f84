"""Which of the chosen statements are said, entity by entity."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from bot.answering.choose import Choice
from bot.answering.spans import Span, is_to_the_day, span_of, span_of_value
from bot.answering.timing import agrees, asked_span, figure_for
from index.language.times import find_times
from index.model import TIMES, Statement, Value
from index.questions.question import Question
from index.vocabulary import Language, Relation


@dataclass(frozen=True, slots=True)
class Said:
    """What is said of one entity: the statement answered with, and its rivals.

    Rivals are what other sources say instead. `is_of_time` tells whether a figure
    is of the time asked for.
    """

    statement: Statement
    rivals: tuple[Statement, ...] = ()
    is_of_time: bool = True


def say(question: Question, choice: Choice) -> tuple[Said, ...]:
    """Choose what to say of each entity, in the order of the choice."""
    by_entity: dict[str, list[Statement]] = {}
    for statement in choice.statements:
        by_entity.setdefault(statement.entity, []).append(statement)
    groups = by_entity.values()
    return tuple(one_of(choice.relation, group, question) for group in groups)


def asked_back(question: Question, said: Sequence[Said]) -> tuple[Said, ...]:
    """Keep what agrees with the value that the question itself names.

    "Which Protocol entered into force on 25 December 2003?" keeps one of three.
    Where a time is named that none has, nothing is kept.
    """
    if question.entities or len(said) < 2:
        return tuple(said)
    kept = tuple(one for one in said if agrees(one.statement, question) is not False)
    return kept if kept or question.times else tuple(said)


def of_time(statement: Statement, question: Question, language: Language) -> Statement:
    """Keep those items of a list that are dated to the days asked for, if any are."""
    asked = asked_span(question)
    if asked is None or statement.value.kind != "list":
        return statement
    kept = tuple(
        item
        for item in statement.value.parts
        if any(
            asked.overlaps(span_of_value(time.value))
            for time in find_times(item, language)
        )
    )
    return replace(statement, value=Value("list", kept)) if kept else statement


def one_of(
    relation: Relation, statements: Sequence[Statement], asked: Question | None = None
) -> Said:
    """Choose among the statements of one relation and entity.

    Of figures it is the newest, or that of the time in `asked`.
    """
    if relation.as_of:
        time = _time_of_figure(asked, statements) if asked else None
        figure = figure_for(statements, time)
        best = figure.statement
        same = [s for s in statements if s.as_of == best.as_of]
        return Said(best, _rivals(best, same), figure.is_of_time)
    best = max(statements, key=_precision)
    return Said(best, _rivals(best, statements))


def differing(statements: Sequence[Statement]) -> tuple[Statement, ...]:
    """Leave out what another of the statements says as well, or more exactly.

    "2008" says nothing beside "8-17 October 2008".
    """
    kept: list[Statement] = []
    for statement in sorted(statements, key=_precision, reverse=True):
        if not any(_is_compatible(other, statement) for other in kept):
            kept.append(statement)
    return tuple(s for s in statements if s in kept)


def _time_of_figure(question: Question, statements: Sequence[Statement]) -> Span | None:
    """Give the days for which a figure is asked.

    "Was the next session planned for 2008?" names the value, not its time.
    """
    asked = asked_span(question)
    if asked is None or all(s.value.kind == "number" for s in statements):
        return asked
    is_stated = any(asked.overlaps(span_of(s.as_of)) for s in statements if s.as_of)
    is_value = any(agrees(statement, question) for statement in statements)
    return asked if is_stated and not is_value else None


def _precision(statement: Statement) -> tuple[int, bool]:
    """Prefer dates given to the day, then records to what was extracted."""
    is_dated = statement.value.kind in TIMES
    parts = statement.value.parts if is_dated else ()
    return min((p.count("-") for p in parts), default=0), statement.origin == "record"


def _rivals(best: Statement, others: Sequence[Statement]) -> tuple[Statement, ...]:
    """Give the statements that contradict the best one, one a value."""
    rivals: dict[tuple[str, ...], Statement] = {}
    for other in others:
        if not _is_compatible(best, other):
            rivals.setdefault(other.value.parts, other)
    return tuple(rivals.values())


def _is_compatible(best: Statement, other: Statement) -> bool:
    match best.value.kind:
        case "date" | "interval":
            # "October 2005" is no other date than the 10th to the 21st, another day is.
            is_coarse = not all(map(is_to_the_day, other.value.parts))
            holds = span_of_value(other.value).holds(span_of_value(best.value))
            return best.value.parts == other.value.parts or (is_coarse and holds)
        case "place":
            mine, theirs = best.value.parts[0], other.value.parts[0]
            return mine in theirs or theirs in mine
        case "number":
            return best.value == other.value
        case _:
            return True
