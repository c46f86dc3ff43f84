"""An invented world to answer from, and the shipped data."""

from datetime import date

import pytest

from bot.answering.answer import Answerer
from bot.answering.evidence import Evidence
from bot.answering.facts import Facts
from bot.answering.respondent import Respondent
from index.knowledge import Knowledge
from index.library import Library
from index.questions.training import Training
from tests import harbour


@pytest.fixture(scope="session")
def answerer(library: Library) -> Answerer:
    return Answerer(library, date(2026, 1, 1))


@pytest.fixture(scope="session")
def facts(port: Knowledge) -> Facts:
    return Facts(port)


@pytest.fixture(scope="session")
def evidence(port: Knowledge, port_training: Training, facts: Facts) -> Evidence:
    return Evidence(facts, port, training=port_training, code="en")


@pytest.fixture(scope="session")
def respondent(port: Knowledge, port_training: Training) -> Respondent:
    return harbour.employ(port, port_training)
