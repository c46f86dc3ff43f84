from datetime import date

import pytest

from bot.answering.evidence import Evidence
from bot.answering.said import say
from bot.answering.sources import Sources
from bot.answering.verdict import Judge
from index.knowledge import Knowledge
from index.model import Statement
from tests.conftest import Read
from tests.harbour import TODAY, choice, only, state

LAMPS = only("lamps", "entry-into-force", "page")
PILOTS = only("pilots", "entry-into-force")
PLACE = only("session-2", "place")
THEMES = only("session-1", "themes")
FIGURE = state(
    "harbour",
    "parties",
    "number",
    "55",
    quote="On 10 June 2014 the Harbour Treaty had 55 parties.",
    as_of="2014-06-10",
)


@pytest.fixture(scope="session")
def judge(evidence: Evidence, port: Knowledge) -> Judge:
    return Judge(
        evidence, Sources(port.documents), port.vocabulary.languages["en"], TODAY
    )


@pytest.mark.parametrize(
    ("text", "statement", "verdict"),
    [
        ("Did the Lamp Protocol enter into force in 2012?", LAMPS, "yes"),
        ("Did the Lamp Protocol enter into force in 2014?", LAMPS, "no"),
        ("Did the Lamp Protocol enter into force?", LAMPS, "yes"),
        ("When did the Lamp Protocol enter into force?", LAMPS, None),
        ("Why did the Lamp Protocol enter into force in 1999?", LAMPS, "correction"),
        ("Why did the Lamp Protocol enter into force in 2012?", LAMPS, None),
        ("Was the second session held in Lisbon?", PLACE, "yes"),
        ("Was the second session held in Porto?", PLACE, "no"),
        ("Did the Harbour Treaty have 55 parties in 2014?", FIGURE, "yes"),
        ("Did the Harbour Treaty have 40 parties in 2014?", FIGURE, "no"),
        ("Did the Harbour Treaty have more than 40 parties in 2014?", FIGURE, "yes"),
        ("Did the Harbour Treaty have fewer than 40 parties in 2014?", FIGURE, "no"),
        ("Does the Harbour Treaty have 55 parties?", FIGURE, None),
        ("Does the Harbour Treaty have 40 parties?", FIGURE, None),
        ("Why does the Harbour Treaty have 40 parties?", FIGURE, None),
        ("Does the Harbour Treaty have parties?", FIGURE, None),
        ("Does the first session discuss tides?", THEMES, "yes"),
        ("Does the first session discuss coal?", THEMES, None),
        ("Did the first session not discuss tides?", THEMES, None),
    ],
)
def test_verdict_is_yes_no_a_correction_or_none(
    judge: Judge, hear: Read, text: str, statement: Statement, verdict: str | None
) -> None:
    question = hear(text)

    assert judge.verdict(question, say(question, choice(statement))) == verdict


def test_planned_date_bears_nothing_out(judge: Judge, hear: Read) -> None:
    question = hear("Did the Pilot Protocol enter into force?")

    assert judge.verdict(question, say(question, choice(PILOTS))) is None


def test_plan_bears_nothing_out_even_once_its_day_is_past(
    evidence: Evidence, port: Knowledge, hear: Read
) -> None:
    sources, english = Sources(port.documents), port.vocabulary.languages["en"]
    later = Judge(evidence, sources, english, date(2020, 1, 1))
    question = hear("Did the Pilot Protocol enter into force?")

    assert later.verdict(question, say(question, choice(PILOTS))) is None


def test_figure_of_another_time_judges_nothing(judge: Judge, hear: Read) -> None:
    question = hear("Did the Harbour Treaty have 40 parties in 1999?")

    assert judge.verdict(question, say(question, choice(FIGURE))) is None


def test_name_that_the_statement_does_not_speak_of_judges_nothing(
    judge: Judge, hear: Read
) -> None:
    question = hear("Did the Harbour Council start the Lamp Protocol in 2014?")

    assert judge.verdict(question, say(question, choice(LAMPS))) is None


def test_one_that_agrees_among_several_is_a_yes(judge: Judge, hear: Read) -> None:
    question = hear("Did a protocol enter into force in 2012?")

    assert judge.verdict(question, say(question, choice(LAMPS, PILOTS))) == "yes"
