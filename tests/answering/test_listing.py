import pytest

from bot.answering.facts import Facts
from bot.answering.listing import Lister
from bot.answering.reckoned import Reckoned
from index.knowledge import Knowledge
from index.questions.training import Training
from tests.harbour import RELATIONS


@pytest.fixture(scope="session")
def lister(chronicle: Knowledge) -> Lister:
    return Lister(
        Facts(chronicle),
        chronicle.vocabulary.kinds,
        relations=RELATIONS,
        language=chronicle.vocabulary.languages["en"],
    )


def entities(listed: Reckoned | None) -> list[str]:
    return [one.statement.entity for one in listed.said] if listed else []


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("sessions", "session-1 session-2 session-3"),
        ("List all sessions with dates", "session-1 session-2 session-3"),
        ("How many sessions have been held?", "session-1 session-2 session-3"),
        ("overview of every session", "session-1 session-2 session-3"),
        ("Which sessions took place after 2014?", "session-2 session-3"),
        ("sessions before 2018", "session-1 session-2"),
        ("all sessions between 2015 and 2017", "session-2"),
    ],
)
def test_all_of_a_series_are_listed_the_earliest_first(
    lister: Lister, chronicle_training: Training, question: str, expected: str
) -> None:
    listed = lister.listed(chronicle_training.reader.read(question))

    assert " ".join(entities(listed)).startswith(expected)


def test_a_list_begins_with_how_many_it_has(
    lister: Lister, chronicle_training: Training
) -> None:
    listed = lister.listed(chronicle_training.reader.read("all sessions"))

    assert listed is not None
    assert listed.lead == "Sessions in my documents: 3"


@pytest.mark.parametrize(
    "question",
    [
        "Where were the sessions held?",
        "Which themes did all sessions have?",
        "sessions of the Harbour Treaty",
        "Were all sessions held before 2018?",
        "the first 2 sessions",
        "When was the session?",
        "all treaties",
    ],
)
def test_what_asks_for_something_else_is_not_listed(
    lister: Lister, chronicle_training: Training, question: str
) -> None:
    assert lister.listed(chronicle_training.reader.read(question)) is None
