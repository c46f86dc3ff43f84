"""Dates as spans of days, so that "2004" and "9 July 2004" can be compared."""

import calendar
from dataclasses import dataclass
from datetime import date

from index.model import Value


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """The days from `first` to `last`, both included."""

    first: date
    last: date

    def overlaps(self, other: "Span") -> bool:
        """Tell whether the spans share a day."""
        return self.first <= other.last and other.first <= self.last

    def holds(self, other: "Span") -> bool:
        """Tell whether every day of `other` is one of ours."""
        return self.first <= other.first and other.last <= self.last


def span_of(iso: str) -> Span:
    """Give the days of an ISO 8601 year, month or day."""
    numbers = [int(part) for part in iso.split("-")]
    match numbers:
        case [year]:
            return Span(date(year, 1, 1), date(year, 12, 31))
        case [year, month]:
            last = calendar.monthrange(year, month)[1]
            return Span(date(year, month, 1), date(year, month, last))
        case _:
            day = date.fromisoformat(iso)
            return Span(day, day)


def is_to_the_day(iso: str) -> bool:
    """Tell whether an ISO 8601 date is given to the day."""
    return iso.count("-") == 2


def span_of_value(value: Value) -> Span:
    """Give the days of a date or an interval."""
    return Span(span_of(value.parts[0]).first, span_of(value.parts[-1]).last)
