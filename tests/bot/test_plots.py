import sys
from datetime import date

import pytest

from bot.exporting.plots import Lane, Series, plot_lanes, plot_series

PNG = b"\x89PNG\r\n\x1a\n"
SERIES = (
    Series("The Convention", ((date(2004, 7, 9), 81), (date(2007, 1, 1), 136))),
    Series("The Firearms Protocol", ((date(2004, 7, 9), 21),)),
)
LANES = (
    Lane("Sessions", ((date(2004, 6, 28), date(2004, 7, 9)),)),
    Lane("Instruments", ((date(2003, 9, 29), date(2003, 9, 29)),)),
)


def size_of(picture: bytes | None) -> tuple[int, int]:
    """Read width and height from the head of a PNG."""
    assert picture
    assert picture.startswith(PNG)
    return int.from_bytes(picture[16:20]), int.from_bytes(picture[20:24])


def test_counts_are_drawn() -> None:
    assert size_of(plot_series("States Parties", SERIES)) == (1200, 675)


def test_more_lanes_make_a_higher_picture() -> None:
    _, one = size_of(plot_lanes("Timeline", LANES[:1]))
    _, two = size_of(plot_lanes("Timeline", LANES))

    assert one < two


def test_many_lanes_are_drawn_too() -> None:
    assert size_of(plot_lanes("Timeline", LANES * 8))


def test_nothing_is_drawn_without_matplotlib(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("matplotlib.figure", "matplotlib.backends.backend_agg"):
        monkeypatch.setitem(sys.modules, name, None)

    assert plot_series("States Parties", SERIES) is None
    assert plot_lanes("Timeline", LANES) is None
