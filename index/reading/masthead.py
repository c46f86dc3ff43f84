"""The lines above a text that say what it is: its symbol, its date, its publisher."""

import re
from collections.abc import Container, Iterable
from dataclasses import dataclass

from index.language.times import TimeMention, find_times
from index.language.tokens import fold
from index.vocabulary import Language

# Capitals and slashes, with a digit somewhere (UNIS/CP/497, S/RES/1373 (2001)), or a
# notification of the depositary (C.N.402.2045.TREATIES-XVIII-12-d).
_SYMBOL = re.compile(
    r"(?<![A-Za-z0-9./])(?:"
    r"(?=\S*\d)[A-Z]+(?:[-.][A-Z]+)*(?:/[A-Za-z0-9.()*-]*[A-Za-z0-9)])+(?: \(\d{4}\))?"
    r"|C\.N\.\d+\.\d{4}\.[A-Z]+(?:[-.][A-Za-z0-9]+)*"
    r")(?![A-Za-z0-9/])"
)
# "VIENNA, 9 July (UN Information Service) -- "
_DATELINE = re.compile(
    r"(?P<when>[^\W\d][^,()\d]{1,40}, [^()]{3,30}?) ?"
    r"(?:\((?P<who>[^()]{3,60})\) ?)?[-\u2013\u2014]"
)
# "Vienna, " before a date.
_PLACE = re.compile(r"^[^\W\d_]\S{1,20}(?: [^\W\d_]\S{1,20})?, ?$")
# In characters: longer lines are prose, and looking closer would only cost time.
_LONGEST_LINE = 120
_SEAMS = " \t.,;:*|()-\u2013\u2014\u00b7\u3002\uff1a\uff0c\u060c"


@dataclass(frozen=True, slots=True)
class Masthead:
    """What a line says of its document; `date` is ISO 8601, to the month at least.

    Both are None for a line that tells only where and on which days a meeting was.
    """

    symbol: str | None = None
    date: str | None = None


def read_masthead(line: str, language: Language) -> Masthead | None:
    """Read a line that holds a symbol, a date or both; None if it says anything else.

    Labels ("Distr.: General", "Date:") are words of the vocabulary, and a place may
    stand before the date.
    """
    if len(line) > _LONGEST_LINE:
        return None
    found = _SYMBOL.search(line)
    symbol = found.group() if found else None
    rest = line.replace(symbol, " ", 1) if symbol else line
    time = _only_time(rest, language)
    if time:
        before = (
            _PLACE.sub(" ", rest[: time.start]) if not symbol else rest[: time.start]
        )
        rest = f"{before} {rest[time.end :]}"
    if not (symbol or time) or not _is_all_labels(rest, language):
        return None
    if time and time.value.kind != "date":
        # Where and when a meeting was stands there too, but is no date of the document.
        return Masthead(symbol) if _PLACE.match(line[: time.start]) else None
    return Masthead(symbol, time.value.parts[0] if time else None)


def read_dateline(line: str, language: Language) -> tuple[str | None, str | None]:
    """Give the ISO date and the publisher that a report opens with."""
    found = _DATELINE.match(line)
    if found is None:
        return None, None
    times = find_times(found["when"], language)
    dates = [time.value.parts[0] for time in times if _is_exact(time)]
    return (dates[0] if len(dates) == 1 else None), found["who"]


def names_publisher(line: str, publishers: Container[str]) -> bool:
    """Tell whether a line is nothing but the name of an organization."""
    return fold(line).strip(_SEAMS) in publishers


def read_house(line: str, language: Language) -> str | None:
    """Give the wide house, such as the United Nations, that a masthead line names."""
    folded = fold(line)
    for house in language.words.get("houses", ()):
        at = folded.find(house)
        is_alone = folded.strip(_SEAMS) == house
        if at >= 0 and (is_alone or read_masthead(line, language)):
            return line[at : at + len(house)]
    return None


def _only_time(line: str, language: Language) -> TimeMention | None:
    times = find_times(line, language)
    return times[0] if len(times) == 1 and _is_fine(times[0]) else None


def _is_exact(time: TimeMention) -> bool:
    return time.value.kind == "date" and _is_fine(time)


def _is_fine(time: TimeMention) -> bool:
    """Tell whether a time is told to the month at least."""
    return len(time.value.parts[0]) > len("2004")


def _is_all_labels(rest: str, language: Language) -> bool:
    """Tell whether nothing is left of a line but labels and marks."""
    rest = fold(rest)
    words = language.words
    for label in _longest_first((*words.get("masthead", ()), *words.get("houses", ()))):
        rest = re.sub(rf"(?<!\w){re.escape(label)}(?!\w)", " ", rest)
    return not rest.strip(_SEAMS)


def _longest_first(labels: Iterable[str]) -> list[str]:
    return sorted(labels, key=len, reverse=True)
