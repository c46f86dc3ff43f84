from dataclasses import replace

import pytest
import rispy
from icalendar import Calendar

from bot.catalogue import agenda
from bot.catalogue.model import Guide
from bot.chat import Chat
from bot.conversation import Desk, respond
from tests.bot.conftest import Clerk, state
from tests.bot.test_catalogue import guided, texts
from tests.bot.test_terminal import Respond
from tests.tongues import ENGLISH

TEXTS = ENGLISH.texts


def test_last_answer_is_cited_in_every_style(desk: Desk, clerk: Clerk) -> None:
    reply = respond(desk, "/cite", history=("Where?", "When?"))

    assert clerk.asked == [("When?", ("Where?",))]
    assert [point.partition(":")[0] for point in reply.answer.points] == [
        TEXTS.cite_plain,
        TEXTS.cite_un,
        "OSCOLA",
    ]


def test_question_behind_the_command_is_cited(desk: Desk, clerk: Clerk) -> None:
    respond(desk, "/cite OSCOLA When was it?", history=("Where?",))

    assert clerk.asked == [("When was it?", ("Where?",))]


def test_one_style_is_given_alone(desk: Desk) -> None:
    reply = respond(desk, "/cite un When?")

    (point,) = reply.answer.points
    assert point.startswith(TEXTS.cite_un)


def test_notes_are_copied_by_a_tap(desk: Desk) -> None:
    reply = respond(desk, "/cite When?")

    copies = [button for button in reply.buttons if button.way == "copy"]
    assert [copy.label for copy in copies][1:] == [TEXTS.cite_un, "OSCOLA"]
    assert all(copy.text in " ".join(reply.answer.points) for copy in copies)


@pytest.mark.parametrize("style", ["ris", "bibtex"])
def test_files_are_a_tap_away(desk: Desk, style: str) -> None:
    offered = [button.text for button in respond(desk, "/cite When?").buttons]

    assert f"/cite {style} When?" in offered
    (file,) = respond(desk, f"/cite {style} When?").files
    assert b"The Convention and its Protocols" in file.content


def test_file_of_a_long_question_is_that_of_the_last_one(desk: Desk) -> None:
    offered = respond(desk, f"/cite {'when ' * 20}").buttons

    assert "/cite ris" in [button.text for button in offered]


def test_several_sources_are_told_apart(desk: Desk, clerk: Clerk) -> None:
    (cited,) = clerk.answer.citations
    other = replace(cited, document="release", passage="release#1")
    clerk.answer = replace(clerk.answer, citations=(cited, other))

    (file,) = respond(desk, "/cite ris When?").files
    labels = [button.label for button in respond(desk, "/cite oscola When?").buttons]

    assert len(rispy.loads(file.content.decode())) == 2
    assert labels[:2] == ["OSCOLA [1]", "OSCOLA [2]"]


def test_refusal_has_nothing_to_cite(desk: Desk, clerk: Clerk) -> None:
    clerk.answer = replace(clerk.answer, answered=False, citations=())

    assert respond(desk, "/cite When?").answer.note == TEXTS.cite_nothing


@pytest.mark.parametrize("line", ["/cite", "/cite ris", "/cite un "])
def test_citing_before_any_question_shows_how(desk: Desk, line: str) -> None:
    reply = respond(desk, line)

    assert reply.answer.headline == TEXTS.cite_usage


def test_files_are_shown_in_the_terminal(desk: Desk) -> None:
    said = Chat(Respond(desk), ENGLISH).reply("/cite ris When?")

    assert "palermo-sources.ris\nTY  - RPRT\n" in said


def test_calendar_holds_sessions_with_their_days(guide: Guide) -> None:
    listing = agenda.calendar(guide, "")

    (file,) = listing.files
    events = Calendar.from_ical(file.content.decode()).walk("VEVENT")
    assert [str(event["summary"]) for event in events] == [
        "The first session",
        "The second session",
    ]
    assert [str(event["location"]) for event in events] == ["Vienna", "Vienna"]
    assert texts(listing)[0] == "The second session: 10–21 October 2005"


def test_session_without_days_is_told_to_be_left_out() -> None:
    listing = agenda.calendar(
        guided(state("session-2", "dates", "date", "2026-10")), ""
    )

    assert listing.files == ()
    assert listing.note == TEXTS.calendar_left_out.format(count=1)


def test_days_that_most_sources_give_are_taken() -> None:
    first = ("2004-06-28", "2004-07-08")
    most = ("2004-06-28", "2004-07-09")
    listing = agenda.calendar(
        guided(
            state("session-1", "dates", "interval", *first),
            state("session-1", "dates", "interval", *most),
            state("session-1", "dates", "interval", *most, document="release"),
        ),
        "",
    )

    assert texts(listing) == ["The first session: 28 June – 9 July 2004"]
