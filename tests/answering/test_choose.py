from collections.abc import Callable

import pytest

from bot.answering.choose import Choice, Chooser
from bot.answering.context import Context
from bot.answering.evidence import Evidence
from bot.answering.facts import Facts
from bot.answering.nearness import NearnessFinder
from index.model import Statement
from index.questions.training import Training
from index.vocabulary import Language
from tests.conftest import Read
from tests.harbour import RELATIONS, know, state, teach

Choices = Callable[[str], tuple[Choice, ...]]


@pytest.fixture(scope="session")
def chooser(facts: Facts, evidence: Evidence, port_training: Training) -> Chooser:
    finder = NearnessFinder(facts, RELATIONS, port_training.examples)
    return Chooser(facts, RELATIONS, finder=finder, evidence=evidence)


@pytest.fixture
def choices(chooser: Chooser, hear: Read) -> Choices:
    def chosen(text: str) -> tuple[Choice, ...]:
        return chooser.choices(hear(text), Context())[0]

    return chosen


@pytest.mark.parametrize(
    ("text", "relation", "entities"),
    [
        ("When did the Lamp Protocol take effect?", "entry-into-force", {"lamps"}),
        ("Where was the first session held?", "place", {"session-1"}),
        ("When was the second session held?", "dates", {"session-2"}),
        ("How many parties does the Harbour Treaty have?", "parties", {"harbour"}),
        ("What does the Harbour Treaty aim at?", "purpose", {"harbour"}),
    ],
)
def test_best_choice_is_what_was_asked_for(
    choices: Choices, text: str, relation: str, entities: set[str]
) -> None:
    best = choices(text)[0]

    assert best.relation.id == relation
    assert {statement.entity for statement in best.statements} == entities


def test_choices_are_chances_the_likeliest_first(choices: Choices) -> None:
    found = [choice.confidence for choice in choices("When was the first session?")]

    assert found == sorted(found, reverse=True)
    assert all(0 < confidence < 1 for confidence in found)


def test_figures_of_all_dates_are_chosen_together(choices: Choices) -> None:
    best = choices("How many parties does the Harbour Treaty have?")[0]

    assert [s.value.parts[0] for s in best.statements] == ["40", "55"]


def test_statements_of_several_sources_are_chosen_together(choices: Choices) -> None:
    best = choices("When was the first session held?")[0]

    assert {s.document for s in best.statements} == {"release", "page"}


def test_nothing_is_chosen_of_what_nobody_states(chooser: Chooser, hear: Read) -> None:
    question = hear("Who is the depositary of the Harbour Treaty?")

    chosen, nearness = chooser.choices(question, Context())

    assert "depositary" not in {choice.relation.id for choice in chosen}
    assert "depositary" in nearness.unstated


def test_missing_words_make_a_choice_less_likely(choices: Choices) -> None:
    plain = choices("When did the Lamp Protocol enter into force?")[0]
    strange = choices("When did the Lamp Protocol enter into submarine force?")[0]

    assert strange.confidence < plain.confidence


def choices_among(english: Language, *statements: Statement) -> Choices:
    """Choose among a few statements, by their own examples too."""
    knowledge = know(english, *statements)
    training = teach(knowledge)
    facts = Facts(knowledge)
    chooser = Chooser(
        facts,
        RELATIONS,
        finder=NearnessFinder(facts, RELATIONS, training.examples),
        evidence=Evidence(facts, knowledge, training=training, code="en"),
    )
    return lambda text: chooser.choices(training.reader.read(text), Context())[0]


def purposes(*examples: str) -> list[Statement]:
    """State a purpose of each treaty, with an example of its own where given."""
    treaties = ("harbour", "lamps", "pilots")
    return [
        state(
            treaty,
            "purpose",
            "text",
            f"It guards the {what}.",
            quote=f"It guards the {what} of ships.",
            examples=(example,) if example else (),
        )
        for treaty, what, example in zip(
            treaties, ("hulls", "lights", "helms"), examples, strict=True
        )
    ]


def chosen(choices: Choices, text: str) -> list[str]:
    return [statement.entity for statement in choices(text)[0].statements]


def test_own_example_tells_one_of_many_alike(english: Language) -> None:
    choices = choices_among(
        english,
        *purposes(
            "Which treaty guards hulls of ships?",
            "Which treaty guards lights of ships?",
            "Which treaty guards helms of ships?",
        ),
    )

    assert chosen(choices, "Which treaty guards lights of ships?") == ["lamps"]


def test_examples_that_are_as_near_tell_none_from_others(english: Language) -> None:
    example = "Which treaties are about guarding?"
    choices = choices_among(english, *purposes(example, example, ""))

    assert chosen(choices, example) == ["harbour", "lamps"]


def test_without_own_examples_none_is_told_from_others(english: Language) -> None:
    choices = choices_among(english, *purposes("", "", ""))

    assert chosen(choices, "What is the purpose of each treaty?") == [
        "harbour",
        "lamps",
        "pilots",
    ]


def test_entities_that_are_named_are_not_told_apart(english: Language) -> None:
    choices = choices_among(
        english, *purposes("", "What does the Lamp Protocol aim at?", "")
    )

    assert set(
        chosen(choices, "What do the Lamp Protocol and the Pilot Protocol aim at?")
    ) == {"lamps", "pilots"}


def test_much_less_likely_values_of_an_entity_are_left_out(english: Language) -> None:
    choices = choices_among(
        english,
        state(
            "session-1",
            "place",
            "place",
            "Porto",
            quote="The first session was held in Porto.",
        ),
        state(
            "session-1",
            "place",
            "place",
            "Faro",
            document="release",
            quote="The crew of the first session dined in Faro.",
        ),
    )

    (statement,) = choices("Where was it that the crew of the first session dined?")[
        0
    ].statements
    assert statement.value.parts == ("Faro",)


def test_what_lies_elsewhere_is_doubted_while_the_topic_of_the_chat_may_be_meant(
    chooser: Chooser, hear: Read
) -> None:
    def likely(relation: str, context: Context) -> float:
        found, _ = chooser.choices(hear("How many parties came?"), context)
        return next(c.confidence for c in found if c.relation.id == relation)

    of_session = Context(named=("session-1",), is_earlier=True)

    assert likely("parties", of_session) < likely("parties", Context())
