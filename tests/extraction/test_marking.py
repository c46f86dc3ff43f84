from collections.abc import Callable

import pytest

from index.extraction.sentence import Mark, Sentence

MarkText = Callable[[str, Mark | None], tuple[Sentence, Mark | None]]

FIREARMS = Mark(1, 3, "protocol", entity="firearms-protocol")


def marks_of(sentence: Sentence) -> list[Mark]:
    return [mark for marks in sentence.marks.values() for mark in marks]


def entities(sentence: Sentence) -> list[str]:
    return [mark.entity for mark in marks_of(sentence) if mark.entity]


def test_values_are_marked_with_their_kind(mark: MarkText) -> None:
    sentence, _ = mark("COP 3 met in Vienna on 9-18 October 2006, 57 strong.", None)

    kinds = {m.kind: m.value.parts for m in marks_of(sentence) if m.value}
    assert kinds["place"] == ("Vienna",)
    assert kinds["interval"] == ("2006-10-09", "2006-10-18")
    assert kinds["number"] == ("57",)


def test_no_number_is_marked_within_a_date(mark: MarkText) -> None:
    sentence, _ = mark("It ended on 18 October 2006.", None)

    assert [m.kind for m in marks_of(sentence)] == ["date"]


def test_the_name_of_an_entity_is_no_place(mark: MarkText) -> None:
    sentence, _ = mark("It was adopted in the Palermo Convention.", None)

    assert {m.kind for m in marks_of(sentence)} == {"convention"}


@pytest.mark.parametrize(
    "text", ["It entered into force.", "Its aim is peace.", "The Protocol is short."]
)
def test_a_pronoun_or_a_bare_noun_stands_for_the_subject(
    mark: MarkText, text: str
) -> None:
    sentence, subject = mark(text, FIREARMS)

    assert entities(sentence) == ["firearms-protocol"]
    assert subject == FIREARMS


@pytest.mark.parametrize(
    "text",
    [
        "The Protocols are short.",
        "The session was short.",
        "The Kyoto Protocol is short.",
        "States like it.",
        "States often and everywhere hold that a Protocol is short.",
    ],
)
def test_other_words_do_not_stand_for_the_subject(mark: MarkText, text: str) -> None:
    sentence, _ = mark(text, FIREARMS)

    assert entities(sentence) == []


def test_nothing_stands_for_a_subject_that_is_not_there(mark: MarkText) -> None:
    sentence, subject = mark("The Protocol is short.", None)

    assert entities(sentence) == []
    assert subject is None


def test_a_name_at_the_start_becomes_the_subject(mark: MarkText) -> None:
    _, subject = mark("The Smuggling of Migrants Protocol is short.", FIREARMS)

    assert subject is not None
    assert subject.entity == "smuggling-protocol"


def test_a_name_far_behind_becomes_no_subject(mark: MarkText) -> None:
    text = "States that met there in the end praised the Smuggling Protocol."

    _, subject = mark(text, FIREARMS)

    assert subject == FIREARMS
