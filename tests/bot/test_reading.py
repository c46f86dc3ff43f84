"""The commands by which one thing is looked up: article, define, compare and so on."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from bot.catalogue import (
    articles,
    bodies,
    comparison,
    newest,
    opening,
    terms,
    timeline,
)
from bot.catalogue.model import Guide, Listing
from bot.catalogue.paging import paginate
from bot.conversation import Desk, respond
from bot.reply import Button
from index.knowledge import Knowledge
from tests.bot.conftest import Shelf, guide_of, state
from tests.bot.test_catalogue import guided, texts
from tests.tongues import ENGLISH

TEXTS = ENGLISH.texts
Open = Callable[[Guide, str], Listing]


def leads(listing: Listing) -> list[str]:
    return [entry.lead.text for entry in listing.entries if entry.lead]


@pytest.mark.parametrize(
    "words",
    ["18", "18 UNTOC", "article 18", "art 18 of the Convention", "article-18", "18."],
)
def test_article_is_found_however_it_is_written(guide: Guide, words: str) -> None:
    listing = articles.article(guide, words)

    assert listing.title == "Article 18: Mutual legal assistance"
    assert texts(listing) == ["Article 18 asks States to help."]


@pytest.mark.parametrize("words", ["5 firearms", "art. 5 Firearms Protocol"])
def test_article_of_a_protocol_is_told_by_its_name(guide: Guide, words: str) -> None:
    assert articles.article(guide, words).title == "Arms-article 5: Criminalization"


def test_number_that_several_instruments_have_is_asked_back(guide: Guide) -> None:
    listing = articles.article(guide, "5")

    assert listing.title == TEXTS.article_many.format(number=5)
    assert leads(listing) == ["/start article-5", "/start arms-article-5"]


def test_unknown_article_leads_to_the_nearest_ones(guide: Guide) -> None:
    listing = articles.article(guide, "19 UNTOC")

    assert listing.title == TEXTS.article_unknown.format(number=19)
    assert leads(listing) == ["/start article-18"]


def test_unknown_article_of_a_protocol_leads_to_that_protocol(guide: Guide) -> None:
    assert leads(articles.article(guide, "9 firearms")) == ["/start arms-article-5"]


@pytest.mark.parametrize("words", ["", "eighty", "the Convention"])
def test_article_without_a_number_shows_how(guide: Guide, words: str) -> None:
    listing = articles.article(guide, words)

    assert listing.title == TEXTS.article_usage
    assert listing.suggestions == (TEXTS.commands.article.example,)


@pytest.mark.parametrize("words", ["18 (3)", "18.3 UNTOC", "18 paragraph 3"])
def test_paragraph_is_shown_alone(words: str) -> None:
    third = state("article-18", "provision", "text", "The third.")
    fourth = state("article-18", "provision", "text", "The fourth.", document="release")
    guide = guided(
        replace(third, locator="article 18, paragraph 3"),
        replace(fourth, locator="article 18, paragraph 4"),
    )

    assert texts(articles.article(guide, words)) == ["The third."]


def test_paragraph_that_is_not_told_apart_gives_the_whole(guide: Guide) -> None:
    listing = articles.article(guide, "18 (9)")

    assert texts(listing) == ["Article 18 asks States to help."]
    assert listing.note == TEXTS.paragraph_unknown.format(place="9")


def test_article_leads_to_those_beside_it(guide: Guide) -> None:
    assert articles.article(guide, "17").buttons == (
        Button("← 5", "/start article-5", way="view"),
        Button("18 →", "/start article-18", way="view"),
        Button(TEXTS.copy_link, "article-17", way="share"),
    )


@pytest.mark.parametrize("words", ["Organized criminal groups", "group"])
def test_term_is_defined_by_its_name_or_id(guide: Guide, words: str) -> None:
    assert texts(terms.define(guide, words)) == ["A group is three or more persons."]


def test_misspelled_term_is_asked_back(guide: Guide) -> None:
    listing = terms.define(guide, "organised crimnal group")

    assert (listing.entries, listing.note) == ((), TEXTS.did_you_mean)
    assert [button.text for button in listing.buttons] == ["/start group"]


def test_unknown_term_leads_to_a_search(guide: Guide) -> None:
    listing = terms.define(guide, "xyzzy")

    assert listing.buttons == ()
    assert listing.suggestions == ("/search xyzzy",)


def test_what_is_described_is_defined_too(guide: Guide) -> None:
    assert texts(terms.define(guide, "the Committee")) == ["The Committee drafted it."]


def test_terms_are_listed_without_one(guide: Guide) -> None:
    listing = terms.define(guide, "")

    assert texts(listing) == ["An organized criminal group"]
    assert leads(listing) == ["/start group"]


def test_compared_values_are_cited_one_by_one(guide: Guide) -> None:
    listing = comparison.compare(guide, "UNTOC and firearms")

    answer = paginate(listing, ENGLISH)[0].answer
    assert answer.headline == "The Convention and the Firearms Protocol"
    assert answer.points == (
        "Adoption. The Convention: 15 November 2000 [1]; "
        "The Firearms Protocol: 31 May 2001 [2]",
        "Entry into force. The Convention: 29 September 2003 [3]; "
        "The Firearms Protocol: 3 July 2005 [4]",
        "States Parties. The Convention: 136 (as of 2007) [5]; "
        "The Firearms Protocol: 21 (as of 9 July 2004) [6]",
    )
    assert len(answer.citations) == 6


@pytest.mark.parametrize("words", ["1 2", "session 1 and session 2", "first, second"])
def test_sessions_are_compared_by_number(guide: Guide, words: str) -> None:
    title = comparison.compare(guide, words).title

    assert title == "The first session and the second session"


def test_value_that_one_side_lacks_is_told(guide: Guide) -> None:
    row = comparison.compare(guide, "session 2, UNTOC").entries[0]

    assert row.cells[0].text == f"The second session: {TEXTS.not_stated}"
    assert row.cells[0].citations == ()


@pytest.mark.parametrize("words", ["", "UNTOC", "UNTOC UNTOC", "apples pears", "1"])
def test_comparing_less_than_two_shows_how(guide: Guide, words: str) -> None:
    assert comparison.compare(guide, words).title == TEXTS.compare_usage


@pytest.mark.parametrize(
    ("words", "years"),
    [
        ("", {"2000", "2001", "2003", "2004", "2005"}),
        ("2003 2004", {"2003", "2004"}),
        ("from 2003 to 2004", {"2003", "2004"}),
        ("2005", {"2005"}),
        ("29 September 2003 1 July 2004", {"2003", "2004"}),
        ("sessions", {"2004", "2005"}),
        ("2005 instruments", {"2005"}),
    ],
)
def test_timeline_holds_what_was_in_its_time(
    guide: Guide, words: str, years: set[str]
) -> None:
    said = texts(timeline.timeline(guide, words))

    assert {text.partition(":")[0].split()[-1] for text in said} == years


def test_timeline_is_filtered_by_a_tap(guide: Guide) -> None:
    whole = timeline.timeline(guide, "2003 2005")
    sessions = timeline.timeline(guide, "2003 – 2005 sessions")

    assert whole.buttons == (
        Button("Instruments", "/timeline 2003 – 2005 instruments", way="view"),
        Button("Sessions", "/timeline 2003 – 2005 sessions", way="view"),
    )
    assert sessions.buttons[0] == Button(
        TEXTS.all_of_them, "/timeline 2003 – 2005", way="view"
    )
    assert len(sessions.entries) == 3


def test_time_without_dates_says_so(guide: Guide) -> None:
    assert timeline.timeline(guide, "1800 1850").note == TEXTS.timeline_none


def test_time_that_cannot_be_read_shows_how(guide: Guide) -> None:
    assert timeline.timeline(guide, "yesteryear").title == TEXTS.timeline_usage


def test_bodies_are_described(guide: Guide) -> None:
    listing = bodies.bodies(guide, "")

    assert texts(listing) == ["The Committee. The Committee drafted it"]
    assert leads(listing) == ["/start committee"]


@pytest.mark.parametrize("words", ["", "1", "session 1", "decisions", "1 decisions"])
def test_decisions_are_listed_whole_or_in_part(guide: Guide, words: str) -> None:
    listing = bodies.decisions(guide, words)

    assert texts(listing) == ["Decision 1/1. Decision 1/1 sets the rules"]


def test_session_without_decisions_says_so(guide: Guide) -> None:
    listing = bodies.decisions(guide, "2")

    assert listing.note == TEXTS.decisions_none
    assert listing.buttons == (Button("Session 1", "/decisions 1", way="view"),)


def test_decisions_of_an_unknown_session_show_how(guide: Guide) -> None:
    assert bodies.decisions(guide, "99").title == TEXTS.session_unknown


def test_latest_tells_the_sessions_around_today(guide: Guide) -> None:
    said = texts(newest.latest(guide, ""))

    assert said[:2] == [
        "Last session: The first session: 28 June – 9 July 2004; 28 June – 8 July 2004",
        "Next session: The second session: 10–21 October 2005",
    ]
    assert said[2] == "The Convention, States Parties: 136 (as of 2007)"
    assert said[-1].startswith("Document of 9 July 2004: ")


def test_instrument_is_opened_by_its_id(desk: Desk) -> None:
    reply = respond(desk, "/start treaty")

    assert reply.answer.headline == "The Convention"
    assert reply.answer.citations


def test_pages_offer_what_they_list(desk: Desk) -> None:
    buttons = respond(desk, "/article 5").buttons

    assert [button.text for button in buttons] == [
        "/start article-5",
        "/start arms-article-5",
    ]


def test_help_tells_how_a_command_is_used(desk: Desk) -> None:
    reply = respond(desk, "/help /compare")

    assert reply.answer.headline.startswith("/compare A B")
    assert [button.text for button in reply.buttons] == [TEXTS.commands.compare.example]


@pytest.mark.parametrize(
    "open_listing",
    [
        articles.article,
        terms.define,
        comparison.compare,
        timeline.timeline,
        bodies.bodies,
        bodies.decisions,
        newest.latest,
    ],
)
@pytest.mark.parametrize("words", ["", "1", "2004", "the Convention", "[(x"])
def test_nothing_known_is_no_fault(
    open_listing: Open, words: str, empty_knowledge: Knowledge
) -> None:
    listing = open_listing(guide_of(Shelf(empty_knowledge)), words)

    assert listing.title


def test_any_entity_is_opened(guide: Guide) -> None:
    for entity in guide.knowledge.entities.values():
        assert opening.open_entity(guide, entity).title
