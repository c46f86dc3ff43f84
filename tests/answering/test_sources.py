from dataclasses import replace

import pytest

from bot.answering.quoting import Quote
from bot.answering.sources import Sources
from index.model import Document
from tests.harbour import PAGE, RELEASE, find, only, state

SOURCES = Sources({RELEASE.id: RELEASE, PAGE.id: PAGE})
DATES, PLACE = only("session-1", "dates", "release"), only("session-1", "place")


def test_citation_tells_all_of_the_source_and_the_words_relied_on() -> None:
    (citation,) = SOURCES.cite([DATES])

    assert (citation.document, citation.symbol) == ("release", "HC/1/9")
    assert (citation.title, citation.form) == (RELEASE.title, "verbatim")
    assert (citation.date, citation.url) == ("2014-06-10", None)
    assert (citation.passage, citation.locator) == ("release#1", "paragraph 1")
    assert citation.snippet == DATES.quote


def test_sentence_that_two_statements_rely_on_is_cited_once() -> None:
    assert len(SOURCES.cite([DATES, PLACE])) == 1


def test_citations_keep_the_order_of_the_statements() -> None:
    other = only("session-1", "dates", "page")

    cited = [citation.document for citation in SOURCES.cite([other, DATES])]

    assert cited == ["page", "release"]


def test_quote_is_cited_with_its_sentence() -> None:
    hit = find("", 1)[0]

    citation = SOURCES.cite_quote(Quote(hit, "A sentence.", 0.8))

    assert (citation.document, citation.snippet) == ("release", "A sentence.")


def test_source_is_named_by_its_symbol_else_its_title() -> None:
    assert SOURCES.name_of(DATES) == "HC/1/9"
    assert SOURCES.name_of(only("harbour", "purpose")) == PAGE.title


def test_statements_hold_as_of_the_oldest_source() -> None:
    figure = state("harbour", "parties", "number", "9", as_of="2011-06-01")

    assert SOURCES.as_of([only("harbour", "purpose")]) == "2016"
    assert SOURCES.as_of([only("harbour", "purpose"), figure]) == "2011-06-01"


def test_what_happened_on_a_day_holds_for_ever() -> None:
    assert SOURCES.as_of([only("lamps", "entry-into-force", "page")]) is None


def test_what_is_planned_holds_as_of_its_source() -> None:
    planned = state("session-1", "dates", "date", "2019-06-02")

    assert SOURCES.as_of([planned]) == "2016"


def test_undated_sources_hold_as_of_no_date() -> None:
    sources = Sources({"page": replace(PAGE, date=None)})

    assert sources.as_of([only("harbour", "purpose")]) is None
    assert not sources.is_planned(only("session-3", "dates"))


@pytest.mark.parametrize(
    ("written", "first", "is_planned"),
    [
        ("2014-06-10", "2014-06-11", True),
        ("2014-06-10", "2014-06-10", False),
        ("2014", "2014-12-31", False),
        ("2014", "2015", True),
        ("2015", "2014-06-10", False),
    ],
)
def test_days_behind_the_date_of_their_source_are_planned(
    written: str, first: str, is_planned: bool
) -> None:
    document = Document("page", "", "en", "digest", date=written)
    statement = state("session-3", "dates", "interval", first, "2018-01-01")

    assert Sources({"page": document}).is_planned(statement) is is_planned


def test_only_days_are_planned() -> None:
    assert not SOURCES.is_planned(only("harbour", "purpose"))
