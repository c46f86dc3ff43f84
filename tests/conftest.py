"""Hypothesis profiles; fixtures that more than one test file uses."""

import os
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

import pytest
from hypothesis import settings

from bot.answering.answer import Answerer
from index.build import build
from index.extraction import gather
from index.knowledge import Knowledge
from index.library import Library, open_library
from index.questions.question import Question
from index.questions.training import Training, train
from index.reading import Data, read_data, shipped_data
from index.vocabulary import Language, Vocabulary
from tests import harbour

Read = Callable[[str], Question]

# No deadline: a slow machine is no fault. In CI the examples are fixed, so that
# a red run can be repeated; `make soak` looks much further.
settings.register_profile("default", deadline=None)
settings.register_profile("ci", deadline=None, derandomize=True, print_blob=True)
settings.register_profile("soak", deadline=None, max_examples=5_000)
settings.load_profile("ci" if os.environ.get("CI") else "default")


@pytest.fixture(scope="session")
def shipped() -> Data:
    """Give the data folder that is shipped, read."""
    return read_data(shipped_data())


@pytest.fixture(scope="session")
def vocabulary(shipped: Data) -> Vocabulary:
    return shipped.vocabulary


@pytest.fixture(scope="session")
def knowledge(shipped: Data) -> Knowledge:
    return gather(shipped)


@pytest.fixture(scope="session")
def english(vocabulary: Vocabulary) -> Language:
    return vocabulary.languages["en"]


@pytest.fixture(scope="session")
def french(vocabulary: Vocabulary) -> Language:
    return vocabulary.languages["fr"]


@pytest.fixture(scope="session")
def training(knowledge: Knowledge, library: Library) -> Training:
    return train(knowledge, "en", library.lesson("en"))


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
    return harbour.teach(port)


@pytest.fixture(scope="session")
def hear(port_training: Training) -> Read:
    """Read a question as one about the treaty that never was."""
    return port_training.reader.read


@pytest.fixture(scope="session")
def chronicle(english: Language) -> Knowledge:
    """What is known of the same treaty where there is much to reckon with."""
    return harbour.know(english, *harbour.CHRONICLE)


@pytest.fixture(scope="session")
def chronicle_training(chronicle: Knowledge) -> Training:
    return harbour.teach(chronicle)


@pytest.fixture(scope="session")
def shipped_index(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build the index of the shipped data, once: who would change it takes a copy."""
    folder = tmp_path_factory.mktemp("shipped") / "index"
    build(shipped_data(), folder)
    return folder


@pytest.fixture(scope="session")
def library(shipped_index: Path) -> Iterator[Library]:
    with open_library(shipped_index) as opened:
        yield opened


@pytest.fixture(scope="session")
def answerer(library: Library) -> Answerer:
    """Answer from the shipped data, on New Year's Day."""
    return Answerer(library, date(2026, 1, 1))
