"""Which rows of a generation's postings are which passages: pure.

A full build writes all passages as one Whoosh index, the base, in reading order. A
build after a small change copies the base as it is and writes what is not in it as a
second one, the rest. The layout numbers the passages through both, in reading order,
as a full build would; rows of the base that are gone have no number.
"""

from collections.abc import Iterable, Sequence
from itertools import chain

import msgspec
import numpy as np
from numpy.typing import NDArray

from index.schema import SEARCHED

# Lies beside the indexes where there is a rest.
LAYOUT = "layout"
# The base is written anew when the rows that are gone or to be added exceed a
# twentieth of it: so a change costs no more than its own size, and the rest, which
# every build writes anew, stays small.
_SHARE = 20
_GONE = -1


class Rows(msgspec.Struct, frozen=True, array_like=True, gc=False):
    """The rows of one document in a Whoosh index, which follow each other.

    `mark` changes with the document, and `lengths` are its terms in each of the
    fields that are searched.
    """

    mark: str
    count: int
    lengths: tuple[int, ...]


class Layout(msgspec.Struct, frozen=True):
    """The numbers of the rows, as little-endian arrays of four bytes each.

    `lengths` has the terms of all passages in each of the searched fields.
    """

    base: bytes
    rest: bytes
    lengths: dict[str, int]


def fits(base: Sequence[Rows], marks: Sequence[tuple[str, int]]) -> bool:
    """Tell whether documents, their marks and passages, are near enough to a base."""
    wanted, held = dict(marks), {rows.mark: rows.count for rows in base}
    missing = sum(wanted[mark] for mark in wanted.keys() - held.keys())
    gone = sum(held[mark] for mark in held.keys() - wanted.keys())
    return (missing + gone) * _SHARE <= sum(held.values())


def lay_out(
    base: Iterable[Rows], rest: Iterable[Rows], marks: Sequence[tuple[str, int]]
) -> Layout:
    """Number the rows of base and rest in the order of the documents."""
    firsts, count = {}, 0
    for mark, passages in marks:
        firsts[mark] = count
        count += passages
    base, rest = tuple(base), tuple(rest)
    kept = [rows.lengths for rows in (*base, *rest) if rows.mark in firsts]
    return Layout(
        base=_numbers(base, firsts),
        rest=_numbers(rest, firsts),
        lengths=dict(zip(SEARCHED, map(sum, zip(*kept, strict=True)), strict=True)),
    )


def encode_layout(layout: Layout) -> bytes:
    """Write a layout; `decode_layout` is the inverse."""
    return msgspec.msgpack.encode(layout)


def decode_layout(content: bytes) -> Layout:
    """Read what `encode_layout` wrote.

    Raises:
        msgspec.DecodeError: The bytes are anything else.
    """
    return msgspec.msgpack.decode(content, type=Layout)


def numbers_of(packed: bytes) -> NDArray[np.int32]:
    """Give the numbers of rows; those of rows that are gone are below zero."""
    return np.frombuffer(packed, "<i4")


def _numbers(rows: Iterable[Rows], firsts: dict[str, int]) -> bytes:
    numbers = chain.from_iterable(
        range(firsts[one.mark], firsts[one.mark] + one.count)
        if one.mark in firsts
        else (_GONE,) * one.count
        for one in rows
    )
    return np.fromiter(numbers, "<i4").tobytes()
