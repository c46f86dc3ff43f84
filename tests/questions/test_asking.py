import operator

import pytest

from index.language.tokens import tokenize
from index.questions.asking import Asking
from index.vocabulary import Language


@pytest.fixture(scope="session")
def asking(english: Language) -> Asking:
    return Asking(english, "en")


def words(text: str) -> list[str]:
    return [token.norm for token in tokenize(text, "en")]


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("When did it begin?", ("date",)),
        ("In which year was it adopted?", ("date",)),
        ("Where was it held?", ("place",)),
        ("venue of the session", ("place",)),
        ("How many parties are there?", ("number",)),
        ("number of parties", ("number",)),
        ("Who chaired it?", ("name",)),
        ("Why was it adopted?", ("reason",)),
        ("What is the survey for?", ("reason",)),
        ("When and where was it held?", ("date", "place")),
        ("Where and when was it held?", ("place", "date")),
        ("How many years did it last?", ("number",)),
        ("How many days was it?", ("number",)),
        ("How many dates are there, and in which year?", ("number", "date")),
        ("Tell us about the treaty", ()),
    ],
)
def test_question_words_tell_the_kinds_of_value(
    asking: Asking, text: str, kinds: tuple[str, ...]
) -> None:
    expected, _ = asking.expected(tokenize(text, "en"))

    assert expected == kinds


@pytest.mark.parametrize(
    "text",
    [
        "What must States do when they ratify it?",
        "Is there a list of ships where it met?",
        "What happens where a State is no party?",
    ],
)
def test_relative_clause_asks_nothing(asking: Asking, text: str) -> None:
    expected, _ = asking.expected(tokenize(text, "en"))

    assert {"date", "place"}.isdisjoint(expected)


def test_longest_phrase_is_what_asks(asking: Asking) -> None:
    _, asked = asking.expected(tokenize("On which date did it begin?", "en"))

    assert {"which", "date"} <= asked


@pytest.mark.parametrize(
    "text",
    [
        "Was it held in Vienna?",
        "Did it enter into force?",
        "Is it true that it was held in Vienna?",
        "It was held in Vienna, wasn't it?",
        "It was held in Vienna, right?",
    ],
)
def test_openings_and_tags_ask_for_a_yes_or_no(asking: Asking, text: str) -> None:
    assert asking.is_polar(words(text))


@pytest.mark.parametrize("text", ["Where was it held?", "the second session", ""])
def test_other_questions_ask_for_no_yes_or_no(asking: Asking, text: str) -> None:
    assert not asking.is_polar(words(text))


def test_openings_and_tags_are_told_from_what_is_claimed(asking: Asking) -> None:
    spoken = words("Is it true that it was held in Vienna, right?")

    assert asking.claimed(spoken) == {0, 1, 2, 3, 9}


def test_number_that_is_compared_is_not_qualified(asking: Asking) -> None:
    assert not asking.is_qualified(["over", "80"], has_number=True)
    assert asking.is_qualified(["over", "by", "july"], has_number=False)
    assert asking.is_qualified(["about", "80"], has_number=True)


def test_comparisons_are_read(asking: Asking) -> None:
    assert asking.comparison({"more", "than"}) is operator.gt
    assert asking.comparison({"fewer", "than"}) is operator.lt
    assert asking.comparison({"than"}) is None


def test_focus_is_the_noun_behind_the_question_word(asking: Asking) -> None:
    tokens = tokenize("which treaty entered into force", "en")

    focus = asking.focus(tokens, tokens[1:])

    assert focus is not None
    assert focus.norm == "treaty"


def test_question_without_such_a_word_has_no_focus(asking: Asking) -> None:
    tokens = tokenize("the treaty entered into force", "en")

    assert asking.focus(tokens, tokens) is None


@pytest.mark.parametrize("text", ["and the second?", "what about lamps?", "then?"])
def test_follow_up_opens_as_one(asking: Asking, text: str) -> None:
    assert asking.follows(words(text))


def test_a_joining_word_within_makes_no_follow_up(asking: Asking) -> None:
    assert not asking.follows(words("the first and the second?"))


def test_first_is_where_asking_begins(asking: Asking) -> None:
    assert asking.first(tokenize("we must know when it began", "en")) == 3
    assert asking.first(tokenize("we know", "en")) is None


@pytest.fixture(scope="session")
def demandant(french: Language) -> Asking:
    return Asking(french, "fr")


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("Quand a-t-elle été adoptée ?", ("date",)),
        ("À quelles dates s'est-elle tenue ?", ("date",)),
        ("Où s'est-elle tenue ?", ("place",)),
        ("La Convention ou le Protocole", ()),
        ("Combien de parties ?", ("number",)),
        ("Qui a présidé la session ?", ("name",)),
        ("l'article qui crée la Conférence", ()),
        ("Pourquoi ce traité ?", ("reason",)),
        ("Combien de temps a-t-elle duré ?", ("reason",)),
    ],
)
def test_french_question_words_tell_the_kinds_of_value(
    demandant: Asking, text: str, kinds: tuple[str, ...]
) -> None:
    expected, _ = demandant.expected(tokenize(text, "fr"))

    assert expected == kinds


@pytest.mark.parametrize(
    ("text", "is_polar"),
    [
        ("La Convention est-elle en vigueur ?", True),
        ("A-t-elle été adoptée ?", True),
        ("Un État peut-il se retirer ?", True),
        ("Est-ce que la Convention est en vigueur ?", True),
        ("Quand la Convention est-elle entrée en vigueur ?", False),
        ("À quelle date est-elle entrée en vigueur ?", False),
    ],
)
def test_a_verb_turned_around_asks_for_yes_or_no(
    demandant: Asking, text: str, is_polar: bool
) -> None:
    assert demandant.is_polar(words(text)) is is_polar
