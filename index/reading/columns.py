"""The two columns in which the head of a document may be set."""

import re
from collections.abc import Iterator, Sequence
from itertools import groupby

# The head of a document stands within its first lines.
_HEAD = 15
# In characters: so wide is no gap between words, and so far from the margin begins
# no line of the left column.
_GAP = re.compile(r"(?<=\S)(?: {4,}|\t+)(?=\S)")
_FAR = 24


def unfold_columns(lines: Sequence[str]) -> list[str]:
    """Set two columns at the head of a document one below the other.

        Conference of the Parties to the       Distr.: General
        Harbour Treaty                         4 April 2033

    Lines further down are left alone, for there such gaps make tables. Every line
    goes on one of its own, so the numbers of those behind the head change by as
    many as there were rows of two.
    """
    head, rest = lines[:_HEAD], lines[_HEAD:]
    blocks = groupby(head, key=lambda line: bool(line.strip()))
    return [*(line for _, block in blocks for line in _unfolded([*block])), *rest]


def _unfolded(block: Sequence[str]) -> Iterator[str]:
    rows = [_GAP.split(line.strip()) for line in block]
    if max(map(len, rows)) != 2:
        yield from block
        return
    yield from (
        row[0] for row, line in zip(rows, block, strict=True) if not _is_far(line)
    )
    yield from (
        row[-1]
        for row, line in zip(rows, block, strict=True)
        if len(row) == 2 or _is_far(line)
    )


def _is_far(line: str) -> bool:
    return len(line) - len(line.lstrip()) >= _FAR
