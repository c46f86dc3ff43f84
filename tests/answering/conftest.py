"""The shipped data, built once a session, and an invented world beside it."""

from collections.abc import Callable
from datetime import date

import pytest

from bot.answering.answer import Answerer
from bot.answering.evidence import Evidence
from bot.answering.facts import Facts
from bot.answering.question import Question
from bot.answering.respondent import Respondent
from bot.answering.training import Training, train
from index.knowledge import Knowledge
from index.library import Library
from index.vocabulary import Language, Vocabulary
from tests.answering import harbour

Read = Callable[[str], Question]


@pytest.fixture(scope="session")
def english(vocabulary: Vocabulary) -> Language:
    return vocabulary.languages["en"]


@pytest.fixture(scope="session")
def answerer(library: Library) -> Answerer:
    return Answerer(library, date(2026, 1, 1))


@pytest.fixture(scope="session")
def training(knowledge: Knowledge) -> Training:
    return train(knowledge, "en")


@pytest.fixture(scope="session")
def read(training: Training) -> Read:
    """Read a question as if the shipped data were to answer it."""
    return training.reader.read


@pytest.fixture(scope="session")
def port(english: Language) -> Knowledge:
    """What is known of the treaty that never was."""
    return harbour.know(english, *harbour.STATEMENTS)


@pytest.fixture(scope="session")
def port_training(port: Knowledge) -> Training:
    return train(port, "en")


@pytest.fixture(scope="session")
def hear(port_training: Training) -> Read:
    """Read a question as one about the treaty that never was."""
    return port_training.reader.read


@pytest.fixture(scope="session")
def facts(port: Knowledge) -> Facts:
    return Facts(port)


@pytest.fixture(scope="session")
def evidence(port: Knowledge, port_training: Training, facts: Facts) -> Evidence:
    return Evidence(
        facts,
        port,
        gazetteer=port_training.gazetteer,
        thesaurus=port_training.thesaurus,
        code="en",
    )


@pytest.fixture(scope="session")
def respondent(port: Knowledge) -> Respondent:
    return Respondent(port, harbour.find, today=harbour.TODAY, code="en")
