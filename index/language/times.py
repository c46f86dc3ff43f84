"""Dates and intervals, as texts write them."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache

from index.language.tokens import fold
from index.model import Value
from index.vocabulary import Language

_YEAR = r"(?:1[89]|20)\d\d"
_DASH = r"[-‐‑–—]"
# Each way to write a time has a year.
_FOUR_DIGITS = re.compile(r"\d{4}")


@dataclass(frozen=True, slots=True)
class TimeMention:
    """A date or an interval, and where it stands in the text.

    The value is as precise as the text: `2005-07-03`, `2005-07` or `2005`.
    """

    value: Value
    start: int
    end: int


def find_times(text: str, language: Language) -> tuple[TimeMention, ...]:
    """Find the dates and intervals of a text, in reading order, apart.

    A date that no calendar holds (31 June) is not found. A number that belongs to
    a document symbol (CTOC/COP/2006/14) is no year.
    """
    folded = fold(text)
    return tuple(_mentions(folded, language)) if _FOUR_DIGITS.search(folded) else ()


def _mentions(folded: str, language: Language) -> Iterator[TimeMention]:
    months = tuple(sorted(language.months, key=len, reverse=True))
    joining = language.words.get("conjunctions", ())
    ranges = (*language.words.get("range", ()), *joining)
    suffixes = language.words.get("ordinal_suffixes", ())
    weekdays = language.words.get("weekdays", ())
    for match in _pattern(months, ranges, suffixes, weekdays).finditer(folded):
        value = _value({k: v for k, v in match.groupdict().items() if v}, language)
        if value is None:
            continue
        start, end = match.span()
        seam = _seam(folded[start:end], joining) if value.kind == "interval" else None
        if seam is None or _is_run(match) or _is_between(folded[:start], language):
            yield TimeMention(value, start, end)
        else:
            # "29 September 2003 and 25 December 2003" are two dates, while
            # "29 and 30 September 2003" is one time.
            for first, last in ((start, start + seam), (start + seam, end)):
                for time in _mentions(folded[first:last], language):
                    yield TimeMention(time.value, time.start + first, time.end + first)


def _seam(text: str, joining: tuple[str, ...]) -> int | None:
    """Give where a conjunction stands in a time, None where there is none."""
    found = re.search(rf"\b(?:{'|'.join(joining) or '(?!)'})\b", text)
    return found.start() if found else None


def _is_run(match: re.Match[str]) -> bool:
    """Tell whether two days of one month, named once, follow each other."""
    groups = match.groupdict()
    days = (groups["d5"], groups["d6"]), (groups["d9"], groups["d10"])
    return any(one and other and int(one) + 1 == int(other) for one, other in days)


def _is_between(before: str, language: Language) -> bool:
    words = language.words.get("between", ())
    articles = "|".join(language.words.get("articles", ())) or "(?!)"
    return any(
        re.search(rf"\b{word}\s+(?:(?:{articles})\s+)?$", before) for word in words
    )


@cache
def _pattern(
    months: tuple[str, ...],
    ranges: tuple[str, ...],
    suffixes: tuple[str, ...],
    weekdays: tuple[str, ...],
) -> re.Pattern[str]:
    """Compile the ways to write a time, the longest first.

    Groups are numbered by the end of an interval that they belong to: `d1 m1 y1`
    the first day, `d2 m2 y2` the last.
    """
    month = rf"(?:{'|'.join(map(re.escape, months)) or '(?!)'})\.?"
    suffix = rf"(?:{'|'.join(suffixes)})?" if suffixes else ""
    to = rf"\s*(?:{_DASH}|\b(?:{'|'.join(ranges) or '(?!)'})\b)\s*"

    weekday = rf"(?:(?:{'|'.join(weekdays)}),?\s+)?" if weekdays else ""

    def day(n: int) -> str:
        return rf"{weekday}(?P<d{n}>\d{{1,2}}){suffix}(?:\s+(?:of|de))?"

    def year(n: int) -> str:
        return rf"(?P<y{n}>{_YEAR})"

    def named(n: int) -> str:
        return rf"(?P<m{n}>{month})"

    ways = (
        r"(?P<iso1>\d{4}-\d\d-\d\d)(?:/(?P<iso2>\d{4}-\d\d-\d\d))?",
        rf"{day(1)}\s*{named(1)},?\s*{year(1)}{to}{day(2)}\s*{named(2)},?\s*{year(2)}",
        rf"{day(3)}\s*{named(3)}{to}{day(4)}\s*{named(4)},?\s*{year(4)}",
        rf"{day(5)}{to}{day(6)}\s*{named(6)},?\s*{year(6)}",
        rf"{named(7)}\s+{day(7)}{to}{named(8)}\s+{day(8)},?\s+{year(8)}",
        rf"{named(9)}\s+{day(9)}{to}{day(10)},?\s+{year(10)}",
        rf"{day(11)}\s*{named(11)},?\s*(?:del?\s+)?{year(11)}",
        # Chinese and Japanese name year, month and day by a sign each.
        rf"{year(18)}\s?年\s?(?P<z18>\d{{1,2}})\s?月(?:\s?(?P<d18>\d{{1,2}})\s?日)?",
        rf"{named(12)}\s+{day(12)},?\s+{year(12)}",
        rf"{named(13)},?\s+(?:of\s+|de\s+)?{year(13)}",
        r"(?P<d17>\d{1,2})[/.](?P<n17>\d{1,2})[/.]" + year(17),
        rf"(?<![/\d-]){year(14)}{to}{year(15)}(?![/\d-])",
        rf"(?<![/\d-]){year(16)}(?![/\d]|{_DASH}\d)",
    )
    return re.compile("|".join(rf"\b{way}\b" for way in ways))


# Which groups of a match are the first and the last day of an interval.
_INTERVALS = {"2": "1", "4": "3", "6": "5", "8": "7", "10": "9", "15": "14"}


def _value(groups: dict[str, str], language: Language) -> Value | None:
    if "iso1" in groups:
        return _between(_checked(groups["iso1"]), _checked(groups.get("iso2")))
    last = next(name[1:] for name in reversed(groups) if name.startswith("y"))
    if last not in _INTERVALS:
        return _between(_iso(_parts(groups, last), language), None)
    # "10-21 October 2005" and "28 June - 9 July 2004" give month and year once.
    begin, end = (
        _iso({**_parts(groups, other), **_parts(groups, own)}, language)
        for own, other in ((_INTERVALS[last], last), (last, _INTERVALS[last]))
    )
    return _between(begin, end) if begin and end and begin <= end else None


def _parts(groups: dict[str, str], n: str) -> dict[str, str]:
    return {part: groups[f"{part}{n}"] for part in "dmnyz" if f"{part}{n}" in groups}


def _iso(parts: dict[str, str], language: Language) -> str | None:
    if "n" in parts:
        return _numeric(parts)
    if not parts.keys() & {"m", "z"}:
        return parts["y"]
    named = parts.get("m", "").rstrip(".")
    month = language.months[named] if named else int(parts["z"])
    if "d" not in parts:
        return f"{parts['y']}-{month:02}" if month <= 12 else None
    return _checked(f"{parts['y']}-{month:02}-{int(parts['d']):02}")


def _numeric(parts: dict[str, str]) -> str | None:
    """Read 31/05/2001, where only one of the two numbers can be the month."""
    day, month = int(parts["d"]), int(parts["n"])
    if month > 12:
        day, month = month, day
    elif day <= 12 and day != month:
        return None
    return _checked(f"{parts['y']}-{month:02}-{day:02}")


def _checked(iso: str | None) -> str | None:
    if iso is None:
        return None
    try:
        return date.fromisoformat(iso).isoformat()
    except ValueError:
        return None


def _between(begin: str | None, end: str | None) -> Value | None:
    if begin is None:
        return None
    return Value("interval", (begin, end)) if end else Value("date", (begin,))
