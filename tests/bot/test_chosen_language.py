"""A language that was chosen goes before that of the question, unless it is silent."""

from collections.abc import Sequence
from dataclasses import replace

import pytest

from bot.answering.model import Answer
from bot.conversation import Desk, respond
from index.language.detection import LanguageDetector
from tests.bot.conftest import Clerk, Shelf, desk_of, make_knowledge
from tests.tongues import LANGUAGES


@pytest.fixture
def silent() -> set[str]:
    """Languages in which there is no answer."""
    return set()


@pytest.fixture
def desk(clerk: Clerk, silent: set[str]) -> Desk:
    knowledge = make_knowledge(documents=())
    vocabulary = replace(knowledge.vocabulary, languages=LANGUAGES)
    shelf = Shelf(replace(knowledge, vocabulary=vocabulary))

    def ask(question: str, history: Sequence[str], code: str | None) -> Answer:
        answer = clerk.ask(question, history, code)
        return replace(answer, answered=code not in silent)

    detector = LanguageDetector(LANGUAGES)
    return replace(desk_of(shelf, clerk), ask=ask, verify=ask, detector=detector)


QUESTION = "When did the Firearms Protocol enter into force?"


def test_answer_is_in_the_chosen_language(desk: Desk, clerk: Clerk) -> None:
    reply = respond(desk, QUESTION, language="fr")

    assert (reply.tongue.code, clerk.spoken) == ("fr", ["fr"])


def test_what_cannot_be_answered_in_it_is_answered_in_that_of_the_question(
    desk: Desk, silent: set[str]
) -> None:
    silent.add("fr")

    assert respond(desk, QUESTION, language="fr").tongue.code == "en"
    assert respond(desk, f"/verify {QUESTION}", language="fr").tongue.code == "en"


def test_refusal_is_in_the_chosen_language(desk: Desk, silent: set[str]) -> None:
    silent.update(("en", "fr"))

    assert respond(desk, QUESTION, language="fr").tongue.code == "fr"


def test_page_is_in_the_chosen_language(desk: Desk) -> None:
    assert respond(desk, "/search protocol", language="fr").tongue.code == "fr"
