from dataclasses import replace
from datetime import date

import bibtexparser
import rispy
from hypothesis import given
from hypothesis import strategies as st
from icalendar import Calendar

from bot.answering.model import Citation
from bot.exporting.bibtex import write_bibtex
from bot.exporting.footnotes import oscola_note, plain_note, un_note
from bot.exporting.ics import Occasion, write_calendar
from bot.exporting.reference import Reference
from bot.exporting.ris import write_ris
from tests.tongues import ENGLISH, FRENCH

SEEN = date(2026, 11, 22)
CITATION = Citation(
    document="release",
    symbol="UNIS/CP/497",
    title="Conference & Parties: 100 % {agreed}",
    date="2004-07-09",
    locator="paragraph 6",
    url="https://example.org/a_b?c=1&d=~e",
    snippet="It entered into force.",
    form="digest",
    passage="release#6",
)
REFERENCE = Reference(CITATION, "United Nations", SEEN, "digest in our own words")
BARE = Reference(
    replace(CITATION, symbol=None, date=None, url=None, locator="", snippet=""),
    None,
    SEEN,
)
WORDS = st.text(st.characters(exclude_categories=["Cs"]), max_size=60)
REFERENCES = st.builds(
    lambda title, symbol, locator: replace(
        REFERENCE,
        citation=replace(CITATION, title=title, symbol=symbol, locator=locator),
    ),
    WORDS,
    st.none() | WORDS,
    WORDS,
)


def test_plain_note_names_the_source_and_its_address() -> None:
    assert plain_note(CITATION, ENGLISH) == (
        "UNIS/CP/497, Conference & Parties: 100 % {agreed}, 9 July 2004, paragraph 6, "
        "digest in our own words. https://example.org/a_b?c=1&d=~e"
    )


def test_note_in_the_style_of_the_united_nations() -> None:
    assert un_note(REFERENCE, ENGLISH) == (
        "United Nations, “Conference & Parties: 100 % {agreed}” (UNIS/CP/497), "
        "9 July 2004, paragraph 6. Available at https://example.org/a_b?c=1&d=~e "
        "(accessed on 22 November 2026)."
    )


def test_note_in_the_style_of_oscola() -> None:
    assert oscola_note(REFERENCE, ENGLISH) == (
        "United Nations, ‘Conference & Parties: 100 % {agreed}’ (9 July 2004) "
        "UN Doc UNIS/CP/497, paragraph 6 <https://example.org/a_b?c=1&d=~e> "
        "accessed 22 November 2026"
    )


def test_notes_leave_out_what_is_not_known() -> None:
    assert un_note(BARE, ENGLISH) == "“Conference & Parties: 100 % {agreed}”."
    assert oscola_note(BARE, ENGLISH) == "‘Conference & Parties: 100 % {agreed}’"


def test_notes_are_written_in_french() -> None:
    assert "consulté le 22 novembre 2026" in un_note(REFERENCE, FRENCH)


def test_ris_is_read_by_others_as_it_was_meant() -> None:
    report, page = rispy.loads(write_ris((REFERENCE, BARE)))

    assert report["type_of_reference"] == "RPRT"
    assert report["title"] == CITATION.title
    assert report["authors"] == ["United Nations"]
    assert report["year"] == "2004"
    assert report["date"] == "2004/07/09/"
    assert report["issn"] == "UNIS/CP/497"
    assert report["start_page"] == "paragraph 6"
    assert report["urls"] == [CITATION.url]
    assert report["access_date"] == "2026/11/22/"
    assert page["type_of_reference"] == "ELEC"
    assert "year" not in page


def test_bibtex_is_read_by_others_as_it_was_meant() -> None:
    report, page = bibtexparser.loads(write_bibtex((REFERENCE, BARE))).entries

    assert (report["ENTRYTYPE"], report["ID"]) == ("techreport", "release-6")
    assert report["title"] == (
        r"{Conference \& Parties: 100 \% \textbraceleft{}agreed\textbraceright{}}"
    )
    assert report["institution"] == "United Nations"
    assert report["number"] == "UNIS/CP/497"
    assert (report["year"], report["month"]) == ("2004", "July")
    assert report["note"] == "paragraph 6, digest in our own words"
    assert report["url"] == CITATION.url
    assert page["ENTRYTYPE"] == "misc"
    assert "year" not in page


@given(st.lists(REFERENCES, min_size=1, max_size=3))
def test_any_reference_is_one_record_of_ris(references: list[Reference]) -> None:
    assert len(rispy.loads(write_ris(references))) == len(references)


@given(REFERENCES)
def test_any_reference_is_one_entry_of_bibtex(reference: Reference) -> None:
    (entry,) = bibtexparser.loads(write_bibtex((reference,))).entries

    assert entry["year"] == "2004"


def test_calendar_is_read_by_others_as_it_was_meant() -> None:
    occasion = Occasion(
        "session-2",
        "The second session; Vienna, Austria",
        date(2005, 10, 10),
        date(2005, 10, 21),
        place="Vienna",
        told="A long line, with commas; " * 10,
        url="https://example.org/page",
    )

    content = write_calendar((occasion,), name="Sessions", made=SEEN)

    (event,) = Calendar.from_ical(content.decode()).walk("VEVENT")
    assert event.decoded("dtstart") == date(2005, 10, 10)
    assert event.decoded("dtend") == date(2005, 10, 22)
    assert event["summary"] == occasion.name
    assert event["description"] == occasion.told
    assert event["uid"] == "session-2@palermo"
    assert event["location"] == "Vienna"
    assert all(len(line) <= 75 for line in content.split(b"\r\n"))


def test_calendar_is_written_the_same_again() -> None:
    occasion = Occasion("a", "A", SEEN, SEEN)

    first, again = (
        write_calendar((occasion,), name="Sessions", made=SEEN) for _ in range(2)
    )

    assert first == again
