from dataclasses import replace

import pytest

from bot.catalogue.links import payload_of_passage
from bot.conversation import Desk, respond
from bot.render import render_answer
from bot.reply import Button, Reply
from index.model import Passage
from tests.bot.conftest import Clerk, Shelf, passages
from tests.bot.telegram_html import parse
from tests.tongues import ENGLISH

TEXTS = ENGLISH.texts


@pytest.fixture
def kept(shelf: Shelf) -> tuple[Passage, ...]:
    """The passages of a document; that of the answer is the sixth."""
    words = (f"Words of passage {n}." for n in range(1, 8))
    shelf.kept["page"] = passages("page", *words)
    return shelf.kept["page"]


def labelled(reply: Reply, label: str) -> Button:
    (button,) = [each for each in reply.buttons if each.label == label]
    return button


def test_answer_leads_to_its_source(desk: Desk, kept: tuple[Passage, ...]) -> None:
    answer = respond(desk, "When?")

    opened = respond(desk, labelled(answer, TEXTS.source).text)

    (citation,) = opened.answer.citations
    assert citation.snippet == "Words of passage 6."
    assert citation.title == "The Convention and its Protocols"
    assert opened.answer.headline == TEXTS.passage.format(
        locator="paragraph 6", number=6, count=7
    )


def test_sources_are_numbered_as_the_citations_are(
    desk: Desk, clerk: Clerk, kept: tuple[Passage, ...]
) -> None:
    (cited,) = clerk.answer.citations
    again = replace(cited, snippet="Other words of the same passage.")
    other = replace(cited, passage="page#2")
    clerk.answer = replace(clerk.answer, citations=(cited, again, other))

    labels = [button.label for button in respond(desk, "When?").buttons]

    assert labels == [TEXTS.source_numbered.format(number=n) for n in (1, 3)]


def test_many_sources_are_told_apart_by_number(
    desk: Desk, clerk: Clerk, kept: tuple[Passage, ...]
) -> None:
    (cited,) = clerk.answer.citations
    citations = tuple(replace(cited, passage=p.id) for p in kept)
    clerk.answer = replace(clerk.answer, citations=citations)

    labels = [button.label for button in respond(desk, "When?").buttons]

    assert labels == [f"[{n}]" for n in range(1, 8)]


def test_answer_of_unknown_passages_leads_to_none(desk: Desk) -> None:
    assert respond(desk, "When?").buttons == ()


def test_passage_leads_back_and_on(desk: Desk, kept: tuple[Passage, ...]) -> None:
    opened = respond(desk, f"/start {payload_of_passage(kept[1])}")

    before = respond(desk, labelled(opened, TEXTS.passage_before).text)
    after = respond(desk, labelled(opened, TEXTS.passage_after).text)
    assert before.answer.citations[0].snippet == "Words of passage 1."
    assert after.answer.citations[0].snippet == "Words of passage 3."
    assert TEXTS.passage_before not in [button.label for button in before.buttons]


def test_passage_leads_to_the_original(shelf: Shelf, desk: Desk) -> None:
    shelf.kept["release"] = passages("release", "Words.")

    opened = respond(desk, f"/start {payload_of_passage(shelf.kept['release'][0])}")

    original = labelled(opened, TEXTS.original)
    assert (original.text, original.way) == ("https://example.org/release", "link")


def test_passage_leads_to_what_it_states(desk: Desk, kept: tuple[Passage, ...]) -> None:
    opened = respond(desk, f"/start {payload_of_passage(kept[0])}")

    assert "/start treaty" in [button.text for button in opened.buttons]


def test_provenance_of_a_passage_is_told(desk: Desk, kept: tuple[Passage, ...]) -> None:
    opened = respond(desk, f"/start {payload_of_passage(kept[1])}")

    date, language = opened.answer.points
    assert (date, language) == (
        f"{TEXTS.provenance_date}: 2007",
        f"{TEXTS.provenance_language}: en",
    )


def test_changed_passage_says_so(
    shelf: Shelf, desk: Desk, kept: tuple[Passage, ...]
) -> None:
    payload = payload_of_passage(kept[1])
    shelf.kept["page"] = passages("page", "Quite other words.")

    opened = respond(desk, f"/start {payload}")

    assert opened.answer.note == TEXTS.passage_changed
    assert opened.answer.citations[0].snippet == "Quite other words."


@pytest.mark.parametrize("payload", ["article-19", "articles-18", "pages_3_1a2b"])
def test_what_is_gone_leads_to_what_is_called_alike(
    desk: Desk, kept: tuple[Passage, ...], payload: str
) -> None:
    opened = respond(desk, f"/start {payload}")

    assert opened.answer.headline == TEXTS.link_gone
    assert opened.answer.note == TEXTS.did_you_mean
    assert opened.buttons


def test_link_to_nothing_is_met_kindly(desk: Desk) -> None:
    opened = respond(desk, "/start qqqqqqqqq")

    assert opened.answer.headline == TEXTS.link_gone
    assert opened.buttons == ()


def test_link_speaks_no_language_of_its_own(desk: Desk, clerk: Clerk) -> None:
    assert respond(desk, "/start treaty").tongue.code == "en"


def test_long_quotations_are_folded(desk: Desk, shelf: Shelf) -> None:
    shelf.kept["page"] = passages("page", "word " * 200)

    opened = respond(desk, f"/start {payload_of_passage(shelf.kept['page'][0])}")

    (message,) = render_answer(opened.answer, ENGLISH)
    assert "<blockquote expandable>" in message
    assert parse(message).under("blockquote") == [("word " * 200).strip()]
