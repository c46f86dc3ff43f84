from collections.abc import Callable

import pytest

from bot.answering.model import Answer
from bot.catalogue import holdings, instruments, parties, sessions, timeline
from bot.catalogue.model import Entry, Guide, Listing
from bot.catalogue.paging import paginate
from bot.render import render_answer
from index.knowledge import Knowledge
from index.model import Statement
from tests.bot.conftest import (
    DOCUMENTS,
    Found,
    Shelf,
    guide_of,
    make_knowledge,
    state,
)
from tests.tongues import ENGLISH

Open = Callable[[Guide, str], Listing]


def texts(listing: Listing) -> list[str]:
    return [entry.text for entry in listing.entries]


def guided(*statements: Statement) -> Guide:
    return guide_of(Shelf(make_knowledge(*statements, documents=DOCUMENTS)))


def test_protocols_are_listed_with_dates_and_newest_figures(guide: Guide) -> None:
    assert texts(instruments.protocols(guide, "")) == [
        "The Firearms Protocol. Adoption: 31 May 2001. Entry into force: 3 July 2005. "
        "States Parties: 21 (as of 9 July 2004)"
    ]


def test_convention_has_an_entry_a_relation(guide: Guide) -> None:
    assert texts(instruments.convention(guide, "")) == [
        "Adoption: 15 November 2000",
        "Entry into force: 29 September 2003",
        "States Parties: 136 (as of 2007)",
        "Purpose: It fights <organized> crime & corruption.",
    ]


def test_each_fact_cites_the_words_it_relies_on(guide: Guide) -> None:
    for entry in instruments.convention(guide, "").entries:
        (citation,) = entry.citations
        assert citation.title == "The Convention and its Protocols"
        assert citation.locator == "paragraph 1"
        assert citation.snippet


def test_sessions_stand_in_the_order_of_their_numbers(guide: Guide) -> None:
    first, second = texts(sessions.sessions(guide))

    assert first.startswith("The first session. ")
    assert second == ("The second session. Dates: 10–21 October 2005. Place: Vienna")


def test_values_that_differ_are_both_given_and_cited(guide: Guide) -> None:
    entry = sessions.session(guide, "1").entries[0]

    assert entry.text == "Dates: 28 June – 9 July 2004; 28 June – 8 July 2004"
    assert [c.document for c in entry.citations] == ["page", "release"]


def test_value_that_sources_share_is_written_once() -> None:
    guide = guided(
        state("session-1", "place", "place", "Vienna"),
        state("session-1", "place", "place", "Vienna", document="release"),
    )

    (entry,) = sessions.session(guide, "1").entries

    assert entry.text == "Place: Vienna"
    assert len(entry.citations) == 2


@pytest.mark.parametrize("words", ["2", "second", "two", "no. 2", "COP2"])
def test_session_is_found_however_it_is_numbered(guide: Guide, words: str) -> None:
    assert sessions.session(guide, words).title == "The second session"


def test_session_without_a_number_lists_the_sessions(guide: Guide) -> None:
    assert sessions.session(guide, "") == sessions.sessions(guide)


def test_unknown_session_leads_to_the_known_ones(guide: Guide) -> None:
    listing = sessions.session(guide, "99")

    assert listing.entries == ()
    assert listing.suggestions == ("/session 1", "/session 2")


def test_themes_of_one_session_are_listed_one_by_one(guide: Guide) -> None:
    listing = sessions.themes(guide, "2")

    assert listing.title == "Themes: The second session"
    assert texts(listing) == [
        "national legislation",
        "technical assistance",
    ]


def test_themes_of_all_sessions_need_no_number(guide: Guide) -> None:
    assert texts(sessions.themes(guide, "")) == [
        "The second session. national legislation",
        "The second session. technical assistance",
    ]


def test_session_without_themes_says_so(guide: Guide) -> None:
    listing = sessions.themes(guide, "1")

    assert listing.entries == ()
    assert listing.note


def test_unknown_session_has_no_themes_but_leads_further(guide: Guide) -> None:
    assert sessions.themes(guide, "9").suggestions == (
        "/themes 1",
        "/themes 2",
    )


def test_dates_run_from_the_oldest_to_the_newest(guide: Guide) -> None:
    assert texts(timeline.dates(guide, "")) == [
        "15 November 2000: The Convention, adoption",
        "31 May 2001: The Firearms Protocol, adoption",
        "29 September 2003: The Convention, entry into force",
        "28 June – 8 July 2004: The first session, dates",
        "28 June – 9 July 2004: The first session, dates",
        "3 July 2005: The Firearms Protocol, entry into force",
        "10–21 October 2005: The second session, dates",
    ]


def test_parties_are_the_newest_figures(guide: Guide) -> None:
    listing = parties.parties(guide, "")

    assert texts(listing) == [
        "The Convention: 136 (as of 2007)",
        "The Firearms Protocol: 21 (as of 9 July 2004)",
    ]
    assert listing.note is None


@pytest.mark.parametrize("words", ["9 July 2004", "2004", "July 2004"])
def test_parties_of_a_date_are_those_known_then(guide: Guide, words: str) -> None:
    listing = parties.parties(guide, words)

    assert texts(listing)[0] == ("The Convention: 81 (as of 9 July 2004)")
    assert listing.note is None


@pytest.mark.parametrize("words", ["1 January 2003", "1 August 2005"])
def test_parties_of_a_date_without_figures_say_so(guide: Guide, words: str) -> None:
    listing = parties.parties(guide, words)

    assert texts(listing)[0].endswith("81 (as of 9 July 2004)")
    assert listing.note
    assert words in listing.note


def test_date_that_cannot_be_read_is_admitted(guide: Guide) -> None:
    listing = parties.parties(guide, "yesteryear")

    assert texts(listing) == texts(parties.parties(guide, ""))
    assert listing.note
    assert "could not read" in listing.note


def test_sources_are_all_documents(guide: Guide) -> None:
    cited = [entry.citations[0] for entry in holdings.sources(guide, "").entries]

    assert [citation.document for citation in cited] == ["release", "page"]
    assert {citation.snippet for citation in cited} == {""}


def test_search_cites_each_hit(shelf: Shelf, guide: Guide) -> None:
    shelf.passages["crime"] = [Found("page", "page#2", "paragraph 2", "a crime")]

    listing = holdings.search(guide, "crime")

    (entry,) = listing.entries
    assert "crime" in listing.title
    assert (entry.citations[0].locator, entry.citations[0].snippet) == (
        "paragraph 2",
        "a crime",
    )


def test_search_without_a_hit_says_so(guide: Guide) -> None:
    assert holdings.search(guide, "xyz") == Listing("No passage holds: xyz")


def test_search_asks_back_for_a_misspelled_word(shelf: Shelf, guide: Guide) -> None:
    shelf.respelled["crmie"] = "crime"

    listing = holdings.search(guide, "crmie")

    assert listing.note == "Did you mean: crime?"
    assert listing.suggestions == ("/search crime",)


def test_search_without_words_shows_how_to_search(guide: Guide) -> None:
    listing = holdings.search(guide, "")

    assert listing.entries == ()
    assert listing.note
    assert "/search" in listing.note


def test_about_tells_how_much_and_how_fresh(shelf: Shelf, guide: Guide) -> None:
    said = " ".join(texts(holdings.about(guide, "")))

    assert "2" in said
    assert "2007" in said
    assert shelf.generation in said


@pytest.mark.parametrize(
    "open_listing",
    [
        instruments.protocols,
        instruments.convention,
        sessions.session,
        sessions.themes,
        timeline.dates,
        parties.parties,
        holdings.sources,
        holdings.about,
    ],
)
def test_empty_index_is_no_fault(
    open_listing: Open, empty_knowledge: Knowledge
) -> None:
    listing = open_listing(guide_of(Shelf(empty_knowledge)), "")

    assert render_answer(paginate(listing, ENGLISH)[0].answer, ENGLISH)


def test_examples_ask_for_different_kinds_of_value(knowledge: Knowledge) -> None:
    assert guide_of(Shelf(knowledge)).examples() == (
        "When did the Convention enter into force?",
        "How many parties does the Convention have?",
        "Which themes did the second session discuss?",
    )


def test_no_records_give_no_examples(empty_knowledge: Knowledge) -> None:
    assert guide_of(Shelf(empty_knowledge)).examples() == ()


def pages_of(listing: Listing) -> list[Answer]:
    return [page.answer for page in paginate(listing, ENGLISH)]


def only(listing: Listing, *, command: str = "") -> Answer:
    (page,) = paginate(listing, ENGLISH, command=command)
    return page.answer


def entries_of(answer: Answer, count: int) -> tuple[Entry, ...]:
    return tuple(Entry(f"entry {n}", answer.citations) for n in range(count))


def test_short_listing_is_one_page(answer: Answer) -> None:
    page = only(Listing("Title", entries_of(answer, 2)), command="/dates")

    assert page.headline == "Title"
    assert page.points == ("entry 0 [1]", "entry 1 [1]")
    assert page.citations == answer.citations
    assert page.question == "/dates"


def test_long_listing_is_paged_in_order(answer: Answer) -> None:
    pages = pages_of(Listing("Title", entries_of(answer, 13)))

    points = [point for page in pages for point in page.points]
    assert [page.headline for page in pages] == [
        "Title (1/3)",
        "Title (2/3)",
        "Title (3/3)",
    ]
    assert points == [f"entry {n} [1]" for n in range(13)]


def test_every_page_fits_one_message(answer: Answer) -> None:
    entries = tuple(Entry(f"{n} {'word ' * 300}") for n in range(9))

    pages = pages_of(Listing("Title", entries))

    assert all(len(render_answer(page, ENGLISH)) == 1 for page in pages)
    assert sum(len(page.points) for page in pages) == 9


def test_entry_too_long_for_a_message_has_a_page_of_its_own() -> None:
    page = only(Listing("Title", (Entry("word " * 2_000),)))

    assert len(page.points) == 1


def test_listing_without_entries_is_a_page() -> None:
    page = only(Listing("Nothing", note="why"))

    assert (page.headline, page.note, page.answered) == ("Nothing", "why", False)
