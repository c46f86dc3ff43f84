"""Tables that a text sets with spaces."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

# Wider than a space between sentences; a tab parts cells as well.
_GAP = re.compile(r"(?<=\S)(?: {3,}|\t+)(?=\S)")
_RULE = re.compile(r"[\s\-=_+|.─━]+")
# Two columns are as often a masthead, or a label and what it labels.
_FEWEST_COLUMNS = 3
_FEWEST_ROWS = 2


@dataclass(frozen=True, slots=True)
class TextTable:
    """The rows of cells from line `start` to before line `stop`, from 0."""

    start: int
    stop: int
    rows: tuple[tuple[str, ...], ...]

    @property
    def has_header(self) -> bool:
        """Tell whether the first row has words or dates where the next has figures."""
        first, second = self.rows[0], self.rows[1]
        return not any(map(str.isdecimal, first)) and any(
            cell.replace(",", "").isdecimal() for cell in second[1:]
        )


def find_tables(lines: Sequence[str]) -> Iterator[TextTable]:
    """Find runs of lines that are cut into as many cells each, rules aside."""
    start = 0
    while start < len(lines):
        table = _table_at(lines, start)
        if table is not None:
            yield table
        start = table.stop if table else start + 1


def _table_at(lines: Sequence[str], start: int) -> TextTable | None:
    columns = len(_cells(lines[start]))
    if columns < _FEWEST_COLUMNS:
        return None
    rows, stop = [], start
    for number in range(start, len(lines)):
        line = lines[number]
        if len(_cells(line)) == columns:
            rows.append(_cells(line))
            stop = number + 1
        elif not (line.strip() and _RULE.fullmatch(line)):
            break
    return TextTable(start, stop, tuple(rows)) if len(rows) >= _FEWEST_ROWS else None


def _cells(line: str) -> tuple[str, ...]:
    return tuple(_GAP.split(line.strip()))
