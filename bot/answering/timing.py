"""Which of several statements holds for the time that a question names."""

from collections.abc import Sequence
from dataclasses import dataclass

from bot.answering.question import Question
from bot.answering.spans import Span, span_of, span_of_value
from index.model import Statement


@dataclass(frozen=True, slots=True)
class Figure:
    """A statement that holds as of a date, and whether it is of the time asked."""

    statement: Statement
    is_of_time: bool


def asked_span(question: Question) -> Span | None:
    """Give the days that a question names, None where it names none."""
    spans = [span_of_value(time.value) for time in question.times]
    if not spans:
        return None
    return Span(min(s.first for s in spans), max(s.last for s in spans))


def figure_for(statements: Sequence[Statement], asked: Span | None) -> Figure:
    """Choose the newest figure, or the one for the days asked for.

    Where no figure is of these days, the last one before them is given, else the
    first one after them, and `is_of_time` is false.
    """
    dated = sorted(statements, key=lambda s: span_of(s.as_of or "").last)
    if asked is None:
        return Figure(dated[-1], is_of_time=True)
    within = [s for s in dated if asked.overlaps(span_of(s.as_of or ""))]
    if within:
        return Figure(within[-1], is_of_time=True)
    before = [s for s in dated if span_of(s.as_of or "").last < asked.first]
    return Figure((before or dated[:1])[-1], is_of_time=False)


def agrees(statement: Statement, question: Question) -> bool | None:
    """Tell whether a value named in the question is the statement's.

    Gives None where the question names no value of the statement's kind.
    """
    value = statement.value
    match value.kind:
        case "date" | "interval":
            asked = asked_span(question)
            return None if asked is None else asked.overlaps(span_of_value(value))
        case "number":
            return _is_among(value.parts[0], question)
        case "list":
            return _is_among(str(len(value.parts)), question)
        case "place":
            if not question.places:
                return None
            return any(place in value.parts[0] for place in question.places)
        case _:
            return None


def _is_among(number: str, question: Question) -> bool | None:
    if not question.numbers:
        return None
    if question.comparison is not None:
        return any(question.comparison(int(number), int(n)) for n in question.numbers)
    return number in question.numbers
