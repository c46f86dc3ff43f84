import pytest

from bot.answering.context import Context
from bot.answering.evidence import Evidence
from bot.answering.facts import Facts
from bot.answering.targets import Targets
from index.model import Statement
from index.questions.training import Training
from index.vocabulary import Language
from tests.conftest import Read
from tests.harbour import RELATIONS, STATEMENTS, know, only, state

SECOND = Context(("session-2",), (only("session-2", "dates"),))


@pytest.fixture(scope="session")
def targets(facts: Facts, evidence: Evidence) -> Targets:
    return Targets(facts, evidence)


def targets_with(
    english: Language, training: Training, *statements: Statement
) -> Targets:
    knowledge = know(english, *statements)
    facts = Facts(knowledge)
    evidence = Evidence(
        facts,
        knowledge,
        training=training,
        code="en",
    )
    return Targets(facts, evidence)


@pytest.mark.parametrize(
    ("relation", "text", "way", "entities"),
    [
        (
            "entry-into-force",
            "When did the Lamp Protocol enter into force?",
            "named",
            ["lamps"],
        ),
        (
            "entry-into-force",
            "When did the Harbour Treaty and its protocols enter into force?",
            "named",
            ["harbour", "lamps", "pilots"],
        ),
        (
            "entry-into-force",
            "When did the protocols enter into force?",
            "kind",
            ["lamps", "pilots"],
        ),
        (
            "place",
            "Where did the Harbour Council meet?",
            "part",
            ["session-1", "session-2"],
        ),
        ("purpose", "What is the purpose?", "only", ["harbour"]),
        ("place", "Where held?", "all", ["session-1", "session-2"]),
        (
            "entry-into-force",
            "When did the sessions enter into force?",
            "other",
            ["harbour", "lamps", "pilots"],
        ),
        ("purpose", "What is the purpose of the Lamp Protocol?", "", []),
        ("depositary", "Who is the depositary?", "", []),
    ],
)
def test_entities_are_found_in_the_most_certain_way(
    targets: Targets,
    hear: Read,
    relation: str,
    text: str,
    way: str,
    entities: list[str],
) -> None:
    found_way, found = targets.find(RELATIONS[relation], hear(text), Context())

    assert (found_way, list(found)) == (way, entities)


def test_pronoun_stands_for_what_the_chat_is_about(
    targets: Targets, hear: Read
) -> None:
    way, found = targets.find(RELATIONS["place"], hear("Where was it held?"), SECOND)

    assert (way, list(found)) == ("context", ["session-2"])


def test_name_wins_over_what_the_chat_is_about(targets: Targets, hear: Read) -> None:
    question = hear("Where was the first session held?")

    way, found = targets.find(RELATIONS["place"], question, SECOND)

    assert (way, list(found)) == ("named", ["session-1"])


def test_entity_may_be_named_by_what_is_stated_of_another(
    english: Language, port_training: Training, hear: Read
) -> None:
    purpose = state(
        "lamps",
        "purpose",
        "text",
        "Light.",
        quote="The Lamp Protocol lights what the Pilot Protocol steers.",
    )
    targets = targets_with(english, port_training, purpose)
    question = hear("What is the purpose of the Pilot Protocol?")

    way, found = targets.find(RELATIONS["purpose"], question, Context())

    assert (way, list(found)) == ("quoted", ["lamps"])


def test_long_rows_of_values_are_not_listed(
    english: Language, port_training: Training, hear: Read
) -> None:
    places = [state(f"session-{n}", "place", "place", "Porto") for n in range(1, 8)]
    targets = targets_with(english, port_training, *places)

    found = targets.find(RELATIONS["place"], hear("Where held?"), Context())

    assert found == ("", ())


def test_every_target_has_something_stated_of_it(
    targets: Targets, hear: Read, facts: Facts
) -> None:
    texts = [example for s in STATEMENTS for example in s.examples]
    for relation in RELATIONS.values():
        for text in (*texts, "Where?", "and the protocols?"):
            _, found = targets.find(relation, hear(text), SECOND)

            assert set(found) <= set(facts.stated_of(relation.id))
