import pytest

from bot.answering.model import Answer
from bot.dates import format_date, tell_as_of
from tests.tongues import ENGLISH, FRENCH


@pytest.mark.parametrize(
    ("iso", "written"),
    [
        ("2005-07-03", "3 July 2005"),
        ("2006-10", "October 2006"),
        ("2008", "2008"),
        ("2008-13-01", "2008-13-01"),
        ("n.d.", "n.d."),
        ("", ""),
    ],
)
def test_date_is_written_as_precisely_as_given(iso: str, written: str) -> None:
    assert format_date(iso, ENGLISH.words) == written


@pytest.mark.parametrize(
    ("headline", "points", "as_of", "line"),
    [
        ("It is a treaty.", (), "2011-06-01", "As of 1 June 2011."),
        ("As of 1 June 2011, it had 9 parties.", (), "2011-06-01", ""),
        ("Parties:", ("9 as of 1 June 2011",), "2011-06-01", ""),
        ("It is a treaty.", (), None, ""),
    ],
)
def test_as_of_is_told_once(
    headline: str, points: tuple[str, ...], as_of: str | None, line: str
) -> None:
    answer = Answer("q", "en", True, headline, 0.9, points=points, as_of=as_of)

    assert tell_as_of(answer, ENGLISH) == line


def test_french_dates_are_written_in_french() -> None:
    assert format_date("2004-01-01", FRENCH.words) == "1er janvier 2004"
    assert format_date("n.d.", FRENCH.words) == "n.d."
