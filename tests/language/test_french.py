"""What French writes otherwise: dates, ordinals, participles, names."""

import pytest

from index.knowledge import Knowledge
from index.language.mentions import Gazetteer
from index.language.names import find_names, find_places
from index.language.numbered import numbered_entity, ordinal_word
from index.language.numbers import find_numbers, read_ordinal
from index.language.sentences import split_sentences
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
        ("du lundi 10 au vendredi 21 octobre 2005", ("2005-10-10", "2005-10-21")),
        ("les 3 et 4 avril 2035", ("2035-04-03", "2035-04-04")),
        ("du 30 septembre au 4 octobre 2036", ("2036-09-30", "2036-10-04")),
    ],
)
def test_dates_are_found(french: Language, text: str, parts: tuple[str, ...]) -> None:
    assert [mention.value.parts for mention in find_times(text, french)] == [parts]


def test_days_apart_that_are_joined_are_no_interval(french: Language) -> None:
    (mention,) = find_times("le 3 et le 9 avril 2035", french)

    assert mention.value.parts == ("2035-04-09",)


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("vingt et un", "21"),
        ("dix-sept", "17"),
        ("soixante et onze", "71"),
        ("soixante-dix-huit", "78"),
        ("quatre-vingts", "80"),
        ("quatre-vingt-treize", "93"),
        ("quatre-vingt-dix-neuf", "99"),
        ("cent quatre-vingt-douze", "192"),
        ("deux cents", "200"),
        ("mille deux cents", "1200"),
        ("1 120", "1120"),
        ("900 000", "900000"),
    ],
)
def test_numbers_are_read_whole(french: Language, text: str, number: str) -> None:
    (mention,) = find_numbers(f"{text} délégués", french)

    assert mention.value.parts == (number,)


def test_a_fraction_is_no_number_of_things(french: Language) -> None:
    assert find_numbers("2,4 millions de dollars", french) == ()


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("dix-septième", 17),
        ("vingt et unième", 21),
        ("trente-deuxième", 32),
        ("soixante-douzième", 72),
        ("soixante-dix-huitième", 78),
        ("quatre-vingtième", 80),
        ("quatre-vingt-unième", 81),
        ("quatre-vingt-dix-neuvième", 99),
        ("cent vingt-deuxième", 122),
        ("22e", 22),
        ("XXIIe", 22),
        ("XIXème", 19),
    ],
)
def test_ordinals_are_read_whole(french: Language, text: str, number: int) -> None:
    tokens = tokenize(text, "fr")

    assert read_ordinal(tokens, french) == (number, len(tokens))


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("à Vienne du 3 au 7 mars", ["Vienne"]),
        ("à Bangkok, Thaïlande", ["Bangkok, Thaïlande"]),
        ("à Vienne, Mme Rosa Tello", ["Vienne"]),
        ("à Mme Rosa Tello", []),
        ("en Belgique", ["Belgique"]),
    ],
)
def test_places_stand_behind_a_preposition(
    french: Language, text: str, places: list[str]
) -> None:
    assert [p.value.parts[0] for p in find_places(text, french)] == places


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("par Mme Wanjiru Odhiambo-Lessing (Kenya)", ["Mme Wanjiru Odhiambo-Lessing"]),
        ("par S.E. M. Étienne Vauquelin", ["S.E. M. Étienne Vauquelin"]),
        ("La Présidente de la Conférence", []),
    ],
)
def test_names_keep_their_title(french: Language, text: str, names: list[str]) -> None:
    assert [n.value.parts[0] for n in find_names(text, french)] == names


def test_guillemets_end_a_sentence_with_it() -> None:
    text = "« Bravo. » « Merci. » Elle partit."

    spans = split_sentences(text)

    assert [text[a:b] for a, b in spans] == ["« Bravo. »", "« Merci. »", "Elle partit."]


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
