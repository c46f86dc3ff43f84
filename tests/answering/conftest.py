"""An invented world to answer from."""

import pytest

from bot.answering.evidence import Evidence
from bot.answering.facts import Facts
from bot.answering.respondent import Respondent
from index.knowledge import Knowledge
from index.questions.training import Training
from tests import harbour


@pytest.fixture(scope="session")
def facts(port: Knowledge) -> Facts:
    return Facts(port)


@pytest.fixture(scope="session")
def evidence(port: Knowledge, port_training: Training, facts: Facts) -> Evidence:
    return Evidence(facts, port, training=port_training, code="en")


@pytest.fixture(scope="session")
def respondent(port: Knowledge, port_training: Training) -> Respondent:
    return harbour.employ(port, port_training)
