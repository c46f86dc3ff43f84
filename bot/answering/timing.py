"""Which of several statements holds for the time that a question names."""

from collections.abc import Sequence
from dataclasses import dataclass

from bot.answering.spans import Span, is_to_the_day, span_of, span_of_value
from index.model import Statement, Value
from index.questions.question import Question


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
            return _is_then(value, question)
        case "number" | "list":
            count = count_of(value)
            return None if count is None else _is_among(count, question)
        case "place":
            if not question.places:
                return None
            return any(place in value.parts[0] for place in question.places)
        case _:
            return None


def count_of(value: Value) -> int | None:
    """Give a number, or that of the items of a list; None where nothing is counted.

    Of items such as "57 States Parties" it would count something else.
    """
    if value.kind == "number":
        return int(value.parts[0])
    has_digits = any(map(str.isdigit, " ".join(value.parts)))
    return len(value.parts) if value.kind == "list" and not has_digits else None


def _is_then(value: Value, question: Question) -> bool | None:
    """Compare a date with the days asked about; None where it can't be told.

    Of an interval only the whole, or a month or year, can be compared: whether it
    began on a day or ended there is another question.
    """
    asked = asked_span(question)
    if asked is None:
        return None
    span = span_of_value(value)
    match question.bound:
        case "before":
            return span.last < asked.first
        case "until":
            return span.last <= asked.last
        case "after":
            return span.first > asked.last
    if not asked.overlaps(span):
        return False
    named = [part for time in question.times for part in time.value.parts]
    is_coarse = not all(map(is_to_the_day, named))
    is_comparable = value.kind == "date" or span == asked or is_coarse
    return True if is_comparable else None


def _is_among(number: int, question: Question) -> bool | None:
    if not question.numbers:
        return None
    if question.comparison is not None:
        return any(question.comparison(number, int(n)) for n in question.numbers)
    return str(number) in question.numbers
