import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.language.times import find_times
from index.model import Value
from index.vocabulary import Vocabulary


@pytest.fixture
def found(vocabulary: Vocabulary):  # type: ignore[no-untyped-def]  # a local helper
    def find(text: str) -> list[tuple[str, ...]]:
        mentions = find_times(text, vocabulary.languages["en"])
        return [mention.value.parts for mention in mentions]

    return find


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("3 July 2005", ("2005-07-03",)),
        ("July 3, 2005", ("2005-07-03",)),
        ("3rd of July 2005", ("2005-07-03",)),
        ("3july2005", ("2005-07-03",)),
        ("2005-07-03", ("2005-07-03",)),
        ("Oct. 2005", ("2005-10",)),
        ("in 2005.", ("2005",)),
        ("10-21 October 2005", ("2005-10-10", "2005-10-21")),
        ("(Vienna, 09–18 October 2006)", ("2006-10-09", "2006-10-18")),
        ("from 10 to 21 October 2005", ("2005-10-10", "2005-10-21")),
        ("28 June - 09 July 2004", ("2004-06-28", "2004-07-09")),
        ("30 December 2003 to 2 January 2004", ("2003-12-30", "2004-01-02")),
        ("October 10-21, 2005", ("2005-10-10", "2005-10-21")),
        ("June 28 to July 9, 2004", ("2004-06-28", "2004-07-09")),
        ("between 2004 and 2006", ("2004", "2006")),
    ],
)
def test_find_times_reads_every_usual_form(found, text, parts) -> None:  # type: ignore[no-untyped-def]  # parametrized
    assert found(text) == [parts]


@pytest.mark.parametrize(
    "text",
    ["31 June 2004", "CTOC/COP/2006/14", "57 States", "21-10 October 2005", "2101"],
)
def test_find_times_finds_no_date_that_is_none(found, text) -> None:  # type: ignore[no-untyped-def]  # parametrized
    assert found(text) == []


def test_intervals_are_not_dates(vocabulary: Vocabulary) -> None:
    (mention,) = find_times("10-21 October 2005", vocabulary.languages["en"])

    assert mention.value == Value("interval", ("2005-10-10", "2005-10-21"))


@given(st.dates())
def test_a_written_date_is_read_back(vocabulary: Vocabulary, day) -> None:  # type: ignore[no-untyped-def]  # drawn
    names = vocabulary.languages["en"].words["month_names"]
    text = f"{day.day} {names[day.month - 1]} {day.year}"

    mentions = find_times(text, vocabulary.languages["en"])

    if 1800 <= day.year <= 2099:
        assert [m.value.parts for m in mentions] == [(day.isoformat(),)]
