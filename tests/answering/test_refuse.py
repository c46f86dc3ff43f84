from dataclasses import replace

import pytest

from bot.answering.refuse import Refuser
from index.knowledge import Knowledge
from index.language.detection import LanguageDetector
from index.model import Statement
from index.vocabulary import Language
from tests.harbour import STATEMENTS, choice, state


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
        "?", reason="unknown", near=[choice(*figures, confidence=0.4)]
    )

    assert answer.confidence == 0.4
    assert answer.suggestions == (
        "How many parties does the Harbour Treaty have?",
        "When did the Harbour Treaty enter into force?",
    )


def test_without_anything_near_there_are_suggestions_too(refuser: Refuser) -> None:
    answer = refuser.refuse("", reason="empty")

    assert answer.confidence == 0
    assert len(answer.suggestions) == 2
    assert not answer.is_near


@pytest.mark.parametrize(("confidence", "is_near"), [(0.6, True), (0.4, False)])
def test_only_a_likely_choice_is_asked_back(
    refuser: Refuser, confidence: float, is_near: bool
) -> None:
    figures = [s for s in STATEMENTS if s.relation == "parties"]

    answer = refuser.refuse(
        "?", reason="unknown", near=[choice(*figures, confidence=confidence)]
    )

    assert answer.is_near is is_near


def test_what_is_far_is_not_suggested_first(refuser: Refuser) -> None:
    figures = [s for s in STATEMENTS if s.relation == "parties"]

    answer = refuser.refuse(
        "When will the Harbour Treaty enter into force?",
        reason="unknown",
        near=[choice(*figures, confidence=0.05)],
        about=["harbour"],
    )

    assert answer.suggestions[0] == "When did the Harbour Treaty enter into force?"


def examples_of(*examples: str) -> Statement:
    return state("lamps", "purpose", "text", "It lights.", examples=examples)


def suggested(port: Knowledge, *statements: Statement) -> tuple[str, ...]:
    port = replace(port, statements=statements)
    refuser = Refuser(port, "en", LanguageDetector(port.vocabulary.languages))
    near = [choice(one, confidence=0.6) for one in statements]
    return refuser.refuse("what are lamps for", reason="unknown", near=near).suggestions


def test_full_question_is_preferred_to_keywords(port: Knowledge) -> None:
    stated = examples_of("lamps what for", "What is the Lamp Protocol for?")

    assert suggested(port, stated) == ("What is the Lamp Protocol for?",)


def test_example_most_like_the_question_is_suggested(port: Knowledge) -> None:
    stated = examples_of("Why light a ship?", "What are lamps for?", "Who lit it?")

    assert suggested(port, stated) == ("What are lamps for?",)


def test_at_most_three_are_suggested_each_of_another_fact(port: Knowledge) -> None:
    places = [
        state(f"session-{n}", "place", "place", "Porto", examples=(f"Where was {n}?",))
        for n in (1, 1, 2, 3, 4)
    ]
    unlike = [replace(one, id=f"{one.id}.{at}") for at, one in enumerate(places)]

    assert suggested(port, *unlike) == ("Where was 1?", "Where was 2?", "Where was 3?")


def test_off_topic_questions_get_questions_to_begin_with(refuser: Refuser) -> None:
    figures = [s for s in STATEMENTS if s.relation == "parties"]

    answer = refuser.refuse(
        "How many goals?", reason="off-topic", near=[choice(*figures, confidence=0.6)]
    )

    assert answer.suggestions[0] == "When did the Harbour Treaty enter into force?"
    assert not answer.is_near


@pytest.mark.parametrize("question", ["For what are lamps?", "what LAMPS are for"])
def test_order_of_the_words_asked_in_matters_not(
    port: Knowledge, question: str
) -> None:
    examples = ("Who lights lamps at sea?", "What are lamps for?", "Lamps, what for?")
    stated = [
        replace(examples_of(example), entity=f"lamp-{at}", id=f"lamp-{at}")
        for at, example in enumerate(examples)
    ]
    port = replace(port, statements=tuple(stated))
    refuser = Refuser(port, "en", LanguageDetector(port.vocabulary.languages))

    answer = refuser.refuse(question, reason="unknown")

    assert answer.suggestions[0] == "What are lamps for?"
