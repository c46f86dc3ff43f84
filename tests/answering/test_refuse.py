import pytest

from bot.answering.refuse import Refuser
from index.knowledge import Knowledge
from index.language.detection import LanguageDetector
from index.vocabulary import Language
from tests.harbour import STATEMENTS, choice


@pytest.fixture(scope="session")
def refuser(port: Knowledge) -> Refuser:
    return Refuser(port, "en", LanguageDetector(port.vocabulary.languages))


def test_refusal_cites_nothing_and_tells_why(
    refuser: Refuser, english: Language
) -> None:
    answer = refuser.refuse("Who won?", reason="off-topic")

    assert not answer.answered
    assert answer.citations == ()
    assert answer.question == "Who won?"
    assert answer.headline == " ".join(english.words["reply_off-topic"])


def test_reason_without_words_is_told_as_unknown(
    refuser: Refuser, english: Language
) -> None:
    answer = refuser.refuse("Who won?", reason="bad weather")

    assert answer.headline == " ".join(english.words["reply_unknown"])


def test_every_reason_that_questions_teach_has_its_words(english: Language) -> None:
    missing = [r for r in english.refusals if f"reply_{r}" not in english.words]

    assert missing == []


def test_suggestions_begin_with_what_came_nearest(refuser: Refuser) -> None:
    figures = [s for s in STATEMENTS if s.relation == "parties"]

    answer = refuser.refuse(
        "?", reason="unknown", near=[choice(*figures, confidence=0.3)]
    )

    assert answer.confidence == 0.3
    assert answer.suggestions == (
        "How many parties does the Harbour Treaty have?",
        "When did the Harbour Treaty enter into force?",
    )


def test_without_anything_near_there_are_suggestions_too(refuser: Refuser) -> None:
    answer = refuser.refuse("", reason="empty")

    assert answer.confidence == 0
    assert len(answer.suggestions) == 2
