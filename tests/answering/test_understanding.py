import pytest

from bot.answering.context import Context
from bot.answering.evidence import Evidence
from bot.answering.facts import Facts
from bot.answering.understanding import Interpreter
from index.knowledge import Knowledge
from index.questions.training import Training
from tests.harbour import TODAY


@pytest.fixture(scope="session")
def interpreter(
    port: Knowledge, port_training: Training, facts: Facts, evidence: Evidence
) -> Interpreter:
    return Interpreter(
        port, facts, evidence=evidence, training=port_training, code="en", today=TODAY
    )


@pytest.mark.parametrize(
    ("text", "asks"),
    [
        ("I sail. Where was it held?", [False, True]),
        ("Where was it held? When?", [True, True]),
        ("Tell me. I sail.", [True, True]),
    ],
)
def test_sentences_beside_a_question_ask_nothing(
    interpreter: Interpreter, text: str, asks: list[bool]
) -> None:
    assert [asks for _, asks in interpreter.sentences(text)] == asks


def test_long_messages_are_heard_to_the_fourth_sentence(
    interpreter: Interpreter,
) -> None:
    assert len(interpreter.sentences("Where? " * 9)) == 4


def test_part_leans_on_the_part_before(interpreter: Interpreter) -> None:
    sentence = "When was the second session held and where was it held?"

    _, second = interpreter.parts(sentence, Context())

    assert second.about == ("session-2",)
    assert {s.entity for s in second.best.statements} == {"session-2"}


def test_chat_is_about_the_last_question_that_was_understood(
    interpreter: Interpreter,
) -> None:
    asked = ["Where was the second session held?", "Who won the football match?"]

    assert interpreter.context(asked).entities == ("session-2",)


def test_chat_of_long_ago_is_forgotten(interpreter: Interpreter) -> None:
    asked = ["Where was the second session held?", *["Hello"] * 5]

    assert interpreter.context(asked).entities == ()


def test_each_sentence_and_subject_is_a_claim_of_its_own(
    interpreter: Interpreter,
) -> None:
    claim = "It was held. The Lamp Protocol and the Pilot Protocol were signed."

    assert list(interpreter.claims(claim)) == [
        "It was held",
        "The Lamp Protocol were signed",
        "the Pilot Protocol were signed",
    ]


def test_question_that_names_nothing_is_supposed_to_be_about_the_default_topic(
    interpreter: Interpreter,
) -> None:
    (asked,) = interpreter.parts("When did it enter into force?", Context())

    supposed = interpreter.supposed(asked.question)

    assert supposed is not None
    assert supposed.question.entities == ("harbour",)
    assert supposed.best.relation.id == "entry-into-force"


@pytest.mark.parametrize(
    "text",
    [
        "When did the Lamp Protocol enter into force?",
        "What entered into force in 2012?",
        "HC/9/99: when did it enter into force?",
        "Hello",
    ],
)
def test_nothing_is_supposed_where_something_may_be_meant(
    interpreter: Interpreter, text: str
) -> None:
    (asked,) = interpreter.parts(text, Context())

    assert interpreter.supposed(asked.question) is None
