import pytest

from index.language.numbered import numbered_entity, ordinal_word
from index.vocabulary import Vocabulary


@pytest.mark.parametrize(
    ("number", "word"),
    [
        (1, "first"),
        (12, "twelfth"),
        (21, "twenty-first"),
        (30, "thirtieth"),
        (101, "101st"),
        (102, "102nd"),
        (103, "103rd"),
        (111, "111th"),
        (120, "120th"),
    ],
)
def test_ordinals_are_words_up_to_a_hundred(
    vocabulary: Vocabulary, number: int, word: str
) -> None:
    assert ordinal_word(number, vocabulary.languages["en"]) == word


def test_an_id_with_a_number_makes_an_entity(vocabulary: Vocabulary) -> None:
    session = numbered_entity("session-13", vocabulary)

    assert session is not None
    assert session.names == {"en": "the thirteenth session of the Conference"}
    assert (session.kind, session.number, session.part_of) == ("session", 13, "cop")


@pytest.mark.parametrize("entity_id", ["untoc", "protocol-3", "session-x", "session"])
def test_any_other_id_makes_none(vocabulary: Vocabulary, entity_id: str) -> None:
    assert numbered_entity(entity_id, vocabulary) is None
