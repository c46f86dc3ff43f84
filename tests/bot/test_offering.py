from dataclasses import replace

import pytest

from bot.conversation import Desk
from bot.offering import A_PAGE, make_offers
from tests.bot.conftest import Clerk, Found, Shelf, passages


@pytest.fixture
def kept(shelf: Shelf) -> Shelf:
    """A shelf where each passage of a document holds the word crime."""
    shelf.kept["page"] = passages("page", *(f"crime {n}" for n in range(1, 26)))
    shelf.passages["crime"] = [
        Found("page", passage.id, passage.locator, passage.text)
        for passage in shelf.kept["page"]
    ]
    return shelf


def test_answer_stands_before_the_passages(desk: Desk, kept: Shelf) -> None:
    offers = make_offers(desk, "crime").items

    assert offers[0].title == "It entered into force on 3 July 2005."
    assert offers[0].description.startswith("UNIS/CP/497, The Convention")
    assert offers[0].answer.citations
    assert [offer.description for offer in offers[1:3]] == ["crime 1", "crime 2"]


def test_refusal_is_not_offered(desk: Desk, clerk: Clerk, kept: Shelf) -> None:
    clerk.answer = replace(clerk.answer, answered=False, citations=())

    assert make_offers(desk, "crime").items[0].description == "crime 1"


def test_pages_hold_every_passage_once(desk: Desk, kept: Shelf) -> None:
    pages = [make_offers(desk, "crime", start=start) for start in (0, 10, 20)]

    ids = [offer.id for page in pages for offer in page.items]
    assert [page.next_start for page in pages] == [A_PAGE, 2 * A_PAGE, None]
    assert len(ids) == len(set(ids)) == 26


def test_offered_passage_is_cited(desk: Desk, kept: Shelf) -> None:
    offer = make_offers(desk, "crime").items[1]

    (citation,) = offer.answer.citations
    assert (citation.snippet, citation.locator) == ("crime 1", "paragraph 1")
    assert offer.payload


@pytest.mark.parametrize("text", ["", " \n"])
def test_examples_are_offered_before_anything_is_typed(
    desk: Desk, clerk: Clerk, text: str
) -> None:
    offers = make_offers(desk, text)

    assert len(offers.items) == 3
    assert clerk.asked[0][0] == "When did the Convention enter into force?"


def test_nothing_found_offers_nothing(desk: Desk, clerk: Clerk) -> None:
    clerk.answer = replace(clerk.answer, answered=False, citations=())

    assert make_offers(desk, "xyzzy").items == ()


def test_page_beyond_the_last_is_empty(desk: Desk, kept: Shelf) -> None:
    assert make_offers(desk, "crime", start=500).items == ()
