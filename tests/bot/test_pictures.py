import pytest

from bot.catalogue import parties, timeline
from bot.catalogue.model import Guide
from tests.bot.conftest import state
from tests.bot.test_catalogue import guided


def test_picture_of_parties_is_told_in_words(guide: Guide) -> None:
    (picture,) = parties.parties(guide, "").pictures

    assert picture.caption == (
        "Picture: States Parties over time. "
        "The Convention: 81 (as of 9 July 2004) – 136 (as of 2007)."
    )


def test_single_counts_make_no_picture() -> None:
    counted = state("treaty", "parties", "number", "81", as_of="2004-07-09")

    assert parties.parties(guided(counted), "").pictures == ()


def test_picture_of_a_timeline_is_told_in_words(guide: Guide) -> None:
    (picture,) = timeline.timeline(guide, "2003 2005").pictures

    assert picture.caption == (
        "Picture: Timeline 2003 – 2005 over time. Instruments: 2. Sessions: 3."
    )


@pytest.mark.parametrize("words", ["1800 1850", "2000 2001"])
def test_few_events_make_no_picture(guide: Guide, words: str) -> None:
    assert timeline.timeline(guide, words).pictures == ()


def test_pictures_are_drawn(guide: Guide) -> None:
    for listing in (parties.parties(guide, ""), timeline.timeline(guide, "")):
        (picture,) = listing.pictures
        assert picture.draw()
