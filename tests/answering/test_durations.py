from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.answering.durations import asked_unit, word_duration, word_length
from index.vocabulary import Language

DAYS = st.dates(date(1900, 1, 1), date(2100, 1, 1))
LENGTHS = st.integers(0, 60_000).map(lambda days: timedelta(days=days))


@pytest.mark.parametrize(
    ("words", "unit"),
    [
        ({"how", "many", "years"}, "years"),
        ({"how", "many", "months"}, "months"),
        ({"which", "week"}, "weeks"),
        ({"day"}, "days"),
        ({"years", "and", "days"}, "years"),
        ({"how", "long"}, None),
        (set(), None),
    ],
)
def test_unit_is_the_largest_that_is_named(
    english: Language, words: set[str], unit: str | None
) -> None:
    assert asked_unit(words, english) == unit


@pytest.mark.parametrize(
    ("last", "unit", "told"),
    [
        ("2010-05-03", None, "1 day"),
        ("2010-05-04", None, "2 days"),
        ("2010-07-03", None, "62 days"),
        ("2010-07-04", None, "2 months and 2 days (63 days)"),
        ("2011-05-02", None, "1 year (365 days)"),
        ("2013-08-06", None, "3 years, 3 months and 4 days (1,192 days)"),
        ("2013-08-06", "years", "3 years, 3 months and 4 days (1,192 days)"),
        ("2013-08-06", "months", "39 months and 4 days (1,192 days)"),
        ("2013-08-06", "days", "1,192 days"),
        ("2013-08-06", "weeks", "170 weeks and 2 days"),
        ("2010-06-02", "months", "1 month (31 days)"),
        ("2010-05-20", "months", "18 days"),
        ("2010-05-20", "years", "18 days"),
        ("2010-05-16", "weeks", "2 weeks"),
        ("2010-05-10", "weeks", "1 week and 1 day"),
        ("2010-05-02", None, "0 days"),
    ],
)
def test_time_between_two_days_is_told_in_the_unit_asked_for(
    english: Language, last: str, unit: str | None, told: str
) -> None:
    worded = word_duration(date(2010, 5, 2), date.fromisoformat(last), unit, english)

    assert worded == told


@pytest.mark.parametrize(
    ("last", "unit", "told"),
    [
        ("2010-05-02", None, "1 day"),
        ("2010-05-11", None, "10 days"),
        ("2010-05-15", "weeks", "2 weeks"),
        ("2010-05-16", "weeks", "2 weeks and 1 day"),
        ("2010-09-01", "months", "123 days"),
    ],
)
def test_length_includes_the_first_and_the_last_day(
    english: Language, last: str, unit: str | None, told: str
) -> None:
    worded = word_length(date(2010, 5, 2), date.fromisoformat(last), unit, english)

    assert worded == told


@given(DAYS, LENGTHS, st.sampled_from([None, "years", "months", "days"]))
def test_days_are_told_exactly(
    english: Language, first: date, length: timedelta, unit: str | None
) -> None:
    worded = word_duration(first, first + length, unit, english)

    exact = worded.rpartition("(")[2].split(" day")[0]
    assert int(exact.replace(",", "")) == length.days


@given(DAYS, LENGTHS)
def test_weeks_and_days_make_up_all_days(
    english: Language, first: date, length: timedelta
) -> None:
    worded = word_duration(first, first + length, "weeks", english)

    weeks, _, days = worded.replace(",", "").partition(" and ")
    rest = int(days.split()[0]) if days else 0
    assert 7 * int(weeks.split()[0]) + rest == length.days


@given(DAYS, LENGTHS, st.sampled_from([None, "years", "months", "weeks", "days"]))
def test_only_one_of_a_unit_is_told_in_the_singular(
    english: Language, first: date, length: timedelta, unit: str | None
) -> None:
    worded = word_duration(first, first + length, unit, english)

    for sign in "(),":
        worded = worded.replace(sign, "")
    words = worded.replace(" and ", " ").split()
    for number, name in zip(words[::2], words[1::2], strict=True):
        assert name.endswith("s") is (number != "1")
