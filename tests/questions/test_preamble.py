from collections.abc import Callable

import pytest

from index.knowledge import Knowledge
from index.language.mentions import Gazetteer
from index.language.tokens import tokenize
from index.questions.asking import Asking
from index.questions.naming import Naming
from index.questions.preamble import drop_preamble

Drop = Callable[[str], str]


@pytest.fixture(scope="session")
def drop(port: Knowledge) -> Drop:
    language = port.vocabulary.languages["en"]
    naming = Naming(
        language,
        gazetteer=Gazetteer(port.vocabulary, port.entities, "en"),
        known=frozenset(),
        stated=frozenset(),
        places=(),
        kinds=port.vocabulary.kinds,
    )
    asking = Asking(language, "en")

    def kept(text: str) -> str:
        tokens = drop_preamble(
            text,
            tokenize(text, "en"),
            asking=asking,
            naming=naming,
            personal=("i", "my"),
        )
        return " ".join(token.norm for token in tokens)

    return kept


def test_question_begins_where_its_writer_asks(drop: Drop) -> None:
    kept = drop("I am writing to my minister and must know when ships may sail.")

    assert kept == "when ships may sail"


def test_clause_about_the_writer_is_dropped(drop: Drop) -> None:
    assert drop("My cat is ill. When do ships sail?") == "when do ships sail"


def test_clause_that_names_something_is_kept(drop: Drop) -> None:
    kept = drop("My desk is full, I love the Lamp Protocol, when did it begin?")

    assert kept == "i love the lamp protocol when did it begin"


def test_what_speaks_of_nobody_stays_whole(drop: Drop) -> None:
    text = "ships sail at dusk and when do lamps burn"

    assert drop(text) == text


def test_something_is_always_left(drop: Drop) -> None:
    assert drop("I love my cat") == "i love my cat"


def test_nothing_stays_nothing(drop: Drop) -> None:
    assert drop("") == ""
