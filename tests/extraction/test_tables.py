"""Statements drawn from the rows of tables."""

from collections.abc import Callable

import pytest

from index.model import Document, Passage, Statement

DrawWhole = Callable[..., list[Statement]]
Facts = set[tuple[str, str, tuple[str, ...], str | None]]
Draw = Callable[..., Facts]
DATES = "Instrument | 31 Dec. 2032 | 30 June 2033"


@pytest.fixture(scope="session")
def drawn(draw_whole: DrawWhole) -> Draw:

    def draw(row: str, heading: str, title: str = "A note") -> Facts:
        document = Document("note", title, "en", "verbatim", date="2034-07-14")
        passage = Passage("note#1", "note", "paragraph 1", heading, row)
        statements = draw_whole(document, [passage])
        return {(s.entity, s.relation, s.value.parts, s.as_of) for s in statements}

    return draw


def test_figures_hold_for_the_dates_of_their_columns(drawn: Draw) -> None:
    facts = drawn("Firearms Protocol | 131 | 1,134", f"Number of parties > {DATES}")

    assert facts == {
        ("firearms-protocol", "parties", ("131",), "2032-12-31"),
        ("firearms-protocol", "parties", ("1134",), "2033-06-30"),
    }


def test_columns_tell_their_relations(drawn: Draw) -> None:
    facts = drawn(
        "Firearms Protocol | 3 July 2005 | 52 | 123",
        "Instrument | Entry into force | Signatories | Parties",
    )

    assert facts == {
        ("firearms-protocol", "entry-into-force", ("2005-07-03",), None),
        ("firearms-protocol", "signatories", ("52",), "2034-07-14"),
        ("firearms-protocol", "parties", ("123",), "2034-07-14"),
    }


def test_the_title_tells_the_relation_where_no_heading_does(drawn: Draw) -> None:
    facts = drawn("Convention | 195 | 196", DATES, title="Parties to the instruments")

    assert ("untoc", "parties", ("196",), "2033-06-30") in facts


@pytest.mark.parametrize(
    ("row", "heading"),
    [
        ("Firearms Protocol | 131 | 134", DATES),
        ("Kyoto Protocol | 131 | 134", f"Parties > {DATES}"),
        ("Firearms Protocol and Convention | 131 | 134", f"Parties > {DATES}"),
        ("Firearms Protocol | 131", f"Parties > {DATES}"),
        ("Firearms Protocol | about 131 | 13 %", f"Parties > {DATES}"),
        ("Firearms Protocol | 131 | 134", "Parties and signatories"),
    ],
)
def test_nothing_is_drawn_where_a_row_leaves_it_open(
    drawn: Draw, row: str, heading: str
) -> None:
    assert drawn(row, heading) == set()
