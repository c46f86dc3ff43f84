"""Which of the chosen statements are said, entity by entity."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from bot.answering.choose import Choice
from bot.answering.question import Question
from bot.answering.spans import span_of_value
from bot.answering.timing import agrees, asked_span, figure_for
from index.language.times import find_times
from index.model import Statement, Value
from index.vocabulary import Language


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
    return tuple(_one(question, choice, group) for group in by_entity.values())


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


def _one(question: Question, choice: Choice, statements: Sequence[Statement]) -> Said:
    if choice.relation.as_of:
        asked = asked_span(question) if choice.relation.value == "number" else None
        figure = figure_for(statements, asked)
        best = figure.statement
        same = [s for s in statements if s.as_of == best.as_of]
        return Said(best, _rivals(best, same), figure.is_of_time)
    best = max(statements, key=_precision)
    return Said(best, _rivals(best, statements))


def _precision(statement: Statement) -> tuple[int, bool]:
    """Prefer dates given to the day, then records to what was extracted."""
    days = 0
    if statement.value.kind in {"date", "interval"}:
        span = span_of_value(statement.value)
        days = (span.last - span.first).days
    return -days, statement.origin == "record"


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
            return span_of_value(other.value).holds(span_of_value(best.value))
        case "place":
            mine, theirs = best.value.parts[0], other.value.parts[0]
            return mine in theirs or theirs in mine
        case "number":
            return best.value == other.value
        case _:
            return True
