"""What a raw value must look like for each kind of value."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from index.model import ValueKind
from index.reading.typed import RawValue
from index.reading.values import is_date


def complaint(value: RawValue, kind: ValueKind) -> str | None:
    """Tell what was expected of a value; None when it is sound."""
    rule = _RULES[kind]
    return None if rule.is_met(value) else rule.expected


@dataclass(frozen=True, slots=True)
class _Rule:
    """A test of values, and what it asks for in words."""

    is_met: Callable[[RawValue], bool]
    expected: str


def _is_date(value: RawValue) -> bool:
    return not isinstance(value, tuple) and is_date(str(value))


def _is_interval(value: RawValue) -> bool:
    if isinstance(value, tuple):
        return False
    days = str(value).split("/")
    return len(days) <= 2 and all(map(is_date, days)) and days == sorted(days)


def _is_number(value: RawValue) -> bool:
    return isinstance(value, int) and value >= 0


def _is_text(value: RawValue) -> bool:
    return isinstance(value, str) and bool(value.strip())


def _is_list(value: RawValue) -> bool:
    return isinstance(value, tuple) and bool(value) and all(map(_is_text, value))


_TEXT = _Rule(_is_text, "text")
_RULES: Mapping[ValueKind, _Rule] = {
    "date": _Rule(_is_date, 'a date such as "2005-07-03"'),
    "interval": _Rule(
        _is_interval, 'two dates in order such as "2004-06-28/2004-07-09"'
    ),
    "number": _Rule(_is_number, "a whole number without quotes"),
    "place": _TEXT,
    "name": _TEXT,
    "text": _TEXT,
    "list": _Rule(_is_list, "a list of text"),
}
