import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.questions.reader import clean
from index.questions.training import Training
from tests.conftest import Read


def test_names_times_and_places_become_slots(hear: Read) -> None:
    question = hear("Was the second session held in Madrid on 5 May 2011?")

    assert question.units == ("{entity}", "held", "{place}", "{date}")


def test_kinds_that_are_asked_for_are_units_too(hear: Read) -> None:
    assert hear("When was it held?").units[-1] == "?date"


def test_politeness_is_no_unit(hear: Read) -> None:
    polite = hear("Good morning, could you please tell me when it was held? Thanks")

    assert polite.units == hear("when it was held").units


def test_nothing_but_politeness_is_what_is_said(hear: Read) -> None:
    assert hear("Good morning").units


def test_writer_is_no_unit(hear: Read) -> None:
    text = "I am a student and need to learn when the Lamp Protocol was held"

    assert hear(text).units == hear("when the Lamp Protocol was held").units


def test_content_names_nothing_and_asks_nothing(hear: Read) -> None:
    question = hear("When did the Lamp Protocol take effect in 2012 with 30 ships?")

    assert [token.norm for token in question.content] == ["take", "effect", "ships"]
    assert question.numbers == ("30",)


def test_misspelled_words_are_read_repaired(hear: Read) -> None:
    question = hear("When did the Harbor Traety enter into forse?")

    assert "force" in {token.norm for token in question.content}
    assert "Traety" not in question.text


def test_acronyms_stay(hear: Read) -> None:
    assert "FORSE" in hear("What is FORSE?").text


def test_numbers_within_names_and_dates_count_nothing(hear: Read) -> None:
    assert hear("Was session 2 held on 5 May 2011?").numbers == ()


def test_ordinals_mean_what_the_chat_is_about(port_training: Training) -> None:
    question = port_training.reader.read("and the second?", "session")

    assert question.entities == ("session-2",)
    assert question.follows


@pytest.mark.parametrize(
    ("text", "is_bare", "refers_back", "is_negated"),
    [
        ("Lamp Protocol", True, False, False),
        ("When was it held?", False, True, False),
        ("Was it never held?", True, True, True),
    ],
)
def test_marks_of_a_question_are_read(
    hear: Read, text: str, is_bare: bool, refers_back: bool, is_negated: bool
) -> None:
    question = hear(text)

    assert question.is_bare is is_bare
    assert question.refers_back is refers_back
    assert question.is_negated is is_negated


def test_entities_and_kinds_are_given_once(hear: Read) -> None:
    question = hear("the Lamp Protocol, the Lamp Protocol and sessions and sessions")

    assert question.entities == ("lamps",)
    assert question.kinds == ("session",)


def test_name_is_a_capital_within_a_sentence(hear: Read) -> None:
    question = hear("Ships of Neptune and of NASA sail")

    names = [t.norm for t in question.tokens if question.is_name(t)]

    assert names == ["neptune", "nasa"]


def test_capitals_throughout_mark_no_names(hear: Read) -> None:
    question = hear("SHIPS OF NEPTUNE SAIL")

    assert not any(map(question.is_name, question.tokens))


def test_words_are_read_by_their_synonyms(read: Read) -> None:
    assert read("Which town was it?").units == read("Which city was it?").units


@pytest.mark.parametrize(
    ("text", "cleaned"),
    [
        ("  when\n\twas  it ", "when was it"),
        ("\u202ewhen\u202c", "when"),
        ("ｗｈｅｎ", "when"),
        ("\x00\x07", ""),
    ],
)
def test_clean_text_has_no_invisible_characters(text: str, cleaned: str) -> None:
    assert clean(text) == cleaned


@given(st.text())
def test_cleaning_twice_changes_nothing_more(text: str) -> None:
    assert clean(clean(text)) == clean(text)


@given(st.text())
def test_any_text_is_read(hear: Read, text: str) -> None:
    question = hear(text)

    for token in question.tokens:
        assert question.text[token.start : token.end] == token.text


@pytest.mark.parametrize(
    ("text", "bound"),
    [
        ("Was the Lamp Protocol in force on 5 May 2013?", "until"),
        ("Was the Lamp Protocol already binding in 2013?", "until"),
        ("Was the Lamp Protocol in force before 5 May 2013?", "before"),
        ("Was the Lamp Protocol in force after 2013?", "after"),
        ("Did the Lamp Protocol enter into force by 2013?", "until"),
        ("Did the Lamp Protocol begin earlier than 2013?", "before"),
        ("Did the Lamp Protocol enter in force on 5 May 2013?", None),
        ("Was the Lamp Protocol signed on 5 May 2013?", None),
        ("Was the Lamp Protocol in force?", None),
    ],
)
def test_time_is_bound_by_a_word_or_by_what_held_on_it(
    hear: Read, text: str, bound: str | None
) -> None:
    assert hear(text).bound == bound
