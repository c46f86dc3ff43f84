from collections.abc import Callable

import pytest

from bot.answering.model import Answer
from bot.answering.symbols import SymbolReader
from index.knowledge import Knowledge
from index.questions.training import Training
from tests.harbour import RELEASE

Introduce = Callable[[str], Answer | None]


@pytest.fixture(scope="session")
def introduce(port: Knowledge, port_training: Training) -> Introduce:
    reader = SymbolReader(port, "en")
    return lambda text: reader.introduced(port_training.reader.read(text))


@pytest.mark.parametrize(
    "question",
    ["HC/1/9", "hc/1/9?", "What is HC/1/9?", "title and date of document HC/1/9"],
)
def test_document_is_introduced_by_its_symbol(
    introduce: Introduce, question: str
) -> None:
    answer = introduce(question)

    assert answer is not None
    assert answer.headline == ("HC/1/9 is “The Council rises”. Source: 10 June 2014.")
    assert [citation.document for citation in answer.citations] == [RELEASE.id]
    assert answer.citations[0].snippet


@pytest.mark.parametrize(
    "question",
    [
        "What does HC/1/9 say about fog?",
        "HC/1",
        "HC/9/1",
        "When was the Harbour Treaty signed?",
        "",
    ],
)
def test_what_asks_for_more_or_for_another_is_left(
    introduce: Introduce, question: str
) -> None:
    assert introduce(question) is None
