"""What French writes otherwise: dates, ordinals, participles, names."""

import pytest

from index.knowledge import Knowledge
from index.language.mentions import Gazetteer
from index.language.numbered import numbered_entity, ordinal_word
from index.language.times import find_times
from index.language.tokens import stem, tokenize
from index.vocabulary import Language, Vocabulary


@pytest.fixture(scope="session")
def gazetteer(knowledge: Knowledge) -> Gazetteer:
    return Gazetteer(knowledge.vocabulary, knowledge.entities, "fr")


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("le 1er janvier 2004", ("2004-01-01",)),
        ("le 29 sept. 2003", ("2003-09-29",)),
        ("en août 2004", ("2004-08",)),
        ("en decembre 2000", ("2000-12",)),
        ("du 10 au 21 octobre 2005", ("2005-10-10", "2005-10-21")),
        ("du 28 juin au 9 juillet 2004", ("2004-06-28", "2004-07-09")),
        ("entre le 10 et le 21 octobre 2005", ("2005-10-10", "2005-10-21")),
    ],
)
def test_dates_are_found(french: Language, text: str, parts: tuple[str, ...]) -> None:
    assert [mention.value.parts for mention in find_times(text, french)] == [parts]


@pytest.mark.parametrize(
    ("number", "word"),
    [(1, "première"), (2, "deuxième"), (16, "seizième"), (21, "21e")],
)
def test_ordinals_keep_their_accents(french: Language, number: int, word: str) -> None:
    assert ordinal_word(number, french) == word


def test_numbered_entity_is_named_in_each_language(vocabulary: Vocabulary) -> None:
    session = numbered_entity("session-3", vocabulary, vocabulary.languages)

    assert session is not None
    assert session.names == {
        "en": "the third session of the Conference",
        "fr": "la troisième session de la Conférence",
    }


@pytest.mark.parametrize(
    "forms", ["adopté adoptée adoptés adoptées", "créé créée créées", "durée dure"]
)
def test_participles_share_a_stem_without_their_accents(forms: str) -> None:
    tokens = tokenize(forms, "fr")

    assert len({token.stem for token in tokens}) == 1


def test_short_words_keep_their_stem() -> None:
    assert stem("fee", "fr") == "fee"


@pytest.mark.parametrize(
    ("text", "entity"),
    [
        ("la Convention de Palerme", "untoc"),
        ("protocole sur la traite", "trafficking-protocol"),
        ("Protocole relatif aux armes à feu", "firearms-protocol"),
        ("3e session", "session-3"),
        ("première session de la Conférence des Parties", "session-1"),
        ("COP 6", "session-6"),
        ("art. 5", "article-5"),
        ("article 5 du Protocole sur les armes à feu", "firearms-article-5"),
        ("Art. 3 du Protocole TIP", "trafficking-article-3"),
        ("article 8 du Statut de Rome", "foreign-article-8"),
        ("décision 2/6", "decision-2-6"),
        ("Comité spécial", "ad-hoc-committee"),
    ],
)
def test_names_are_found(gazetteer: Gazetteer, text: str, entity: str) -> None:
    (mention,) = gazetteer.find(text, tokenize(text, "fr"))

    assert mention.entity == entity


def test_hint_of_one_language_is_none_in_another(knowledge: Knowledge) -> None:
    english = Gazetteer(knowledge.vocabulary, knowledge.entities, "en")

    assert english.find("armes", tokenize("armes", "en")) == ()
