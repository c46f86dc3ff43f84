from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.answering.spans import Span, span_of, span_of_value
from index.model import Value

DAYS = st.tuples(st.dates(), st.dates()).map(sorted)
SPANS = DAYS.map(lambda days: Span(days[0], days[1]))


@pytest.mark.parametrize(
    ("iso", "first", "last"),
    [
        ("2004", date(2004, 1, 1), date(2004, 12, 31)),
        ("2004-02", date(2004, 2, 1), date(2004, 2, 29)),
        ("2004-07-09", date(2004, 7, 9), date(2004, 7, 9)),
    ],
)
def test_a_date_is_the_span_of_its_days(iso: str, first: date, last: date) -> None:
    assert span_of(iso) == Span(first, last)


def test_an_interval_spans_from_its_first_to_its_last_day() -> None:
    value = Value("interval", ("2004-06", "2004-07-09"))

    assert span_of_value(value) == Span(date(2004, 6, 1), date(2004, 7, 9))


@given(SPANS, SPANS)
def test_overlapping_is_mutual(one: Span, other: Span) -> None:
    assert one.overlaps(other) == other.overlaps(one)


@given(SPANS, SPANS)
def test_what_holds_another_overlaps_it(one: Span, other: Span) -> None:
    if one.holds(other):
        assert one.overlaps(other)


@given(SPANS)
def test_every_span_holds_itself(span: Span) -> None:
    assert span.holds(span)


def test_neighbours_do_not_overlap() -> None:
    assert not span_of("2004").overlaps(span_of("2005-01-01"))
