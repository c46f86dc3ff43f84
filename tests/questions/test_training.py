from collections.abc import Iterator

import msgspec

from index.knowledge import Knowledge
from index.language.tokens import tokenize
from index.library import Library
from index.questions.lesson import Lesson
from index.questions.training import REFUSAL, Training, learn, train
from tests.conftest import Read


def examples_of(knowledge: Knowledge) -> Iterator[tuple[str, str]]:
    """Yield what is asked for, with an example question of it."""
    language = knowledge.vocabulary.languages["en"]
    for relation, words in language.relations.items():
        yield from ((relation, question) for question in words.questions)
    for statement in knowledge.statements:
        yield from ((statement.id, question) for question in statement.examples)
    for reason, questions in language.refusals.items():
        yield from ((REFUSAL + reason, question) for question in questions)


def test_questions_are_nearest_to_what_they_are_examples_of(
    knowledge: Knowledge, training: Training
) -> None:
    personal = {*knowledge.vocabulary.languages["en"].words["personal"]}
    asked = [
        (target, question)
        for target, question in [*examples_of(knowledge)][::7]
        # What writers say of themselves, or lead in with, is dropped when it is asked.
        if personal.isdisjoint(token.norm for token in tokenize(question, "en"))
        and ": " not in question
    ]

    missed = [
        (target, question)
        for target, question in asked
        if (units := training.reader.read(question).units)
        if training.examples.nearest(units).get(target, 0) < 0.99
    ]

    # Another spelling may be repaired: "favourite".
    assert len(missed) <= len(asked) / 200, missed


def test_example_of_one_entity_serves_all_others(hear: Read) -> None:
    lamps = hear("When did the Lamp Protocol enter into force?")
    treaty = hear("When did the Harbour Treaty enter into force?")

    assert lamps.units == treaty.units


def test_words_of_the_data_need_no_repair(port_training: Training) -> None:
    question = port_training.reader.read("Are there grain ships in Lisbon?")

    assert question.text == "Are there grain ships in Lisbon?"


def test_slots_are_read_as_what_they_stand_for(hear: Read) -> None:
    slotted = hear("Was {entity} held in {date}?")

    assert slotted.units == hear("Was the second session held in 2015?").units


def test_lesson_that_was_stored_teaches_the_same(
    port: Knowledge, port_training: Training
) -> None:
    stored = msgspec.msgpack.encode(learn(port, "en"))
    text = "wen did the Lamp Protocol enter into forse"

    training = train(port, "en", msgspec.msgpack.decode(stored, type=Lesson))

    question = training.reader.read(text)
    assert question == port_training.reader.read(text)
    assert training.examples.nearest(question.units) == (
        port_training.examples.nearest(question.units)
    )


def test_lesson_has_an_example_of_each_thing_that_is_asked_for(
    port: Knowledge,
) -> None:
    targets = set(learn(port, "en").examples.targets)

    assert {"place", "refusal:off-topic"} <= targets
    assert {s.id for s in port.statements if s.examples} <= targets


def test_words_of_a_lesson_are_counted(port: Knowledge) -> None:
    words = learn(port, "en").words

    assert words["lisbon"] < words["force"]
    assert "forse" not in words


def test_examples_of_another_language_are_read_by_the_glossary(
    knowledge: Knowledge, library: Library
) -> None:
    french = train(knowledge, "fr", library.lesson("fr"))
    asked = french.reader.read("Que veut dire « extrader ou poursuivre » ?")

    nearest = french.examples.nearest(asked.units)

    assert max(nearest, key=lambda target: nearest[target]) == "definition"


def test_english_learns_no_french_examples(training: Training) -> None:
    assert "vigueur" not in training.examples.words
