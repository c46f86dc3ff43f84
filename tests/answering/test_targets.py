from dataclasses import replace

import pytest

from bot.answering.context import Context
from bot.answering.evidence import Evidence
from bot.answering.facts import Facts
from bot.answering.targets import Targets
from index.model import Statement
from index.questions.training import Training
from index.vocabulary import Language
from tests.conftest import Read
from tests.harbour import (
    LANTERN,
    RELATIONS,
    STATEMENTS,
    know,
    only,
    state,
    teach,
)

SECOND = Context(("session-2",), (only("session-2", "dates"),))


@pytest.fixture(scope="session")
def targets(facts: Facts, evidence: Evidence) -> Targets:
    return Targets(facts, evidence)


def targets_with(
    english: Language, training: Training, *statements: Statement
) -> Targets:
    knowledge = know(english, *statements)
    facts = Facts(knowledge)
    evidence = Evidence(facts, knowledge, training=training, code="en")
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


@pytest.mark.parametrize(("is_earlier", "way"), [(True, "topic"), (False, "before")])
def test_pronoun_stands_for_what_was_spoken_of(
    targets: Targets, hear: Read, *, is_earlier: bool, way: str
) -> None:
    context = replace(SECOND, is_earlier=is_earlier)

    found_way, found = targets.find(
        RELATIONS["place"], hear("Where was it held?"), context
    )

    assert (found_way, list(found)) == (way, ["session-2"])


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


def test_article_answers_for_its_treaty(
    english: Language, port_training: Training, hear: Read
) -> None:
    article = state("article-2", "depositary", "name", "the Council")
    targets = targets_with(english, port_training, *STATEMENTS, article)
    question = hear("Who is the depositary of the Harbour Treaty?")

    way, found = targets.find(RELATIONS["depositary"], question, Context())

    assert (way, list(found)) == ("within", ["article-2"])


def test_what_is_stated_of_the_treaty_itself_comes_before_its_articles(
    english: Language, port_training: Training, hear: Read
) -> None:
    article = state("article-2", "purpose", "text", "Peace.")
    targets = targets_with(english, port_training, *STATEMENTS, article)
    question = hear("What is the purpose of the Harbour Treaty?")

    way, found = targets.find(RELATIONS["purpose"], question, Context())

    assert (way, list(found)) == ("named", ["harbour"])


def test_article_of_a_kind_that_speaks_for_itself_answers_for_no_treaty(
    english: Language, port_training: Training, hear: Read
) -> None:
    article = state("lamps-article-2", "depositary", "name", "the Council")
    targets = targets_with(english, port_training, *STATEMENTS, article)
    question = hear("Who is the depositary of the Lamp Protocol?")

    way, _ = targets.find(RELATIONS["depositary"], question, Context())

    assert way == ""


@pytest.mark.parametrize(
    ("relation", "text", "entities"),
    [
        ("purpose", "What is the purpose of lanterns?", ["lantern"]),
        ("entry-into-force", "When did lanterns enter into force?", ["lamps"]),
        ("signature", "When were lanterns signed?", ["lamps"]),
        ("parties", "How many parties have lanterns?", []),
    ],
)
def test_shared_hint_names_what_the_relation_is_stated_of(
    english: Language, relation: str, text: str, entities: list[str]
) -> None:
    statements = [
        state("lamps", "entry-into-force", "date", "2012-03-04"),
        state("lamps", "signature", "date", "2011-01-31"),
        state("lantern", "signature", "date", "1999-09-09"),
        state("lantern", "purpose", "text", "A lantern guards its flame."),
    ]
    knowledge = know(english, *statements, more=[LANTERN])
    training = teach(knowledge)
    targets = targets_with(english, training, *statements)

    _, found = targets.find(RELATIONS[relation], training.reader.read(text), Context())

    assert list(found) == entities


def test_where_something_else_is_tells_nothing_of_what_is_named(
    english: Language, port_training: Training, hear: Read
) -> None:
    quote = "The first session was held in Porto, long before the second session."
    place = state("session-1", "place", "place", "Porto", quote=quote)
    targets = targets_with(english, port_training, place)

    found = targets.find(
        RELATIONS["place"], hear("Where was the second session held?"), Context()
    )

    assert found == ("", ())
