"""Rows of two indexes are numbered as those of one would be."""

import pytest

from index.layout import Layout, Rows, fits, lay_out, numbers_of

BASE = tuple(Rows(f"d{n}", 1, (10, 2, 0)) for n in range(40))
MARKS = [(rows.mark, 1) for rows in BASE]


def test_what_is_gone_has_no_number_and_what_is_new_has_its_place() -> None:
    base = [Rows("a", 2, (10, 2, 0)), Rows("b", 1, (5, 1, 1)), Rows("c", 1, (7, 1, 0))]
    rest = [Rows("b2", 2, (8, 1, 1))]

    layout = lay_out(base, rest, [("a", 2), ("b2", 2), ("c", 1)])

    assert numbers_of(layout.base).tolist() == [0, 1, -1, 4]
    assert numbers_of(layout.rest).tolist() == [2, 3]
    assert layout.lengths == {"text": 25, "title": 4, "heading": 1}


def test_a_base_that_is_all_there_numbers_itself() -> None:
    layout = lay_out(BASE, (), MARKS)

    assert isinstance(layout, Layout)
    assert numbers_of(layout.base).tolist() == list(range(40))


@pytest.mark.parametrize(
    ("marks", "expected"),
    [
        (MARKS, True),
        ([*MARKS[1:], ("new", 1)], True),
        ([*MARKS, ("new", 2)], True),
        ([*MARKS, ("new", 3)], False),
        (MARKS[3:], False),
        ([*MARKS[2:], ("new", 1)], False),
    ],
)
def test_a_base_serves_until_a_twentieth_has_changed(
    marks: list[tuple[str, int]], expected: bool
) -> None:
    assert fits(BASE, marks) is expected
