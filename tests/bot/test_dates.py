import pytest

from bot.dates import format_date


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
    assert format_date(iso) == written
