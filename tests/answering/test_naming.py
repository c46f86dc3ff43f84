import pytest

from bot.answering.naming import Naming, covers
from index.knowledge import Knowledge
from index.language.mentions import Gazetteer, Mention
from index.language.tokens import stems, tokenize

TEXTS = """
when did the harbour treaty and its protocols begin lamps lantern under protocol
on of pilots session second was held in porto lisbon force at
"""


@pytest.fixture(scope="session")
def naming(port: Knowledge) -> Naming:
    return Naming(
        port.vocabulary.languages["en"],
        gazetteer=Gazetteer(port.vocabulary, port.entities, "en"),
        known=frozenset(stems(TEXTS, "en")),
        stated=frozenset(stems("force Tides", "en")),
        places=["Porto"],
        kinds=port.vocabulary.kinds,
    )


def mentions(
    naming: Naming, text: str, focus: str | None = None
) -> tuple[Mention, ...]:
    return naming.mentions(text, tokenize(text, "en"), focus)


def named(naming: Naming, text: str, focus: str | None = None) -> list[str]:
    return [mention.entity or mention.kind for mention in mentions(naming, text, focus)]


def places(naming: Naming, text: str) -> list[str]:
    tokens = tokenize(text, "en")
    return list(naming.places(tokens, naming.mentions(text, tokens, None)).values())


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("When did the Harbour Treaty begin?", ["harbour"]),
        ("the protocol on lamps", ["lamps"]),
        ("second session", ["session-2"]),
        ("session 2 and the Lamp Protocol", ["session-2", "lamps"]),
        ("When was it held?", []),
    ],
)
def test_entities_are_found_by_their_names(
    naming: Naming, text: str, found: list[str]
) -> None:
    assert named(naming, text) == found


def test_hint_names_its_entity_where_nothing_else_does(naming: Naming) -> None:
    assert named(naming, "When did lamps begin?") == ["lamps"]


def test_hint_beside_a_full_name_names_nothing(naming: Naming) -> None:
    assert named(naming, "lamps under the Harbour Treaty") == ["harbour"]


@pytest.mark.parametrize("text", ["the lantern protocol", "the lantern treaty"])
def test_hint_with_a_noun_of_its_kind_is_a_name(naming: Naming, text: str) -> None:
    (mention,) = mentions(naming, text)

    assert mention.entity == "lamps"
    assert not mention.hint
    assert text[mention.start : mention.end] == text.removeprefix("the ")


def test_hint_with_another_noun_stays_a_hint(naming: Naming) -> None:
    hint, noun = mentions(naming, "lantern session")

    assert hint.hint
    assert noun.entity is None


def test_article_is_one_of_what_is_named_apart_from_it(naming: Naming) -> None:
    text = "What does article 5 on lights say under the Lamp Protocol?"

    assert set(named(naming, text)) == {"lamps-article-5"}


def test_articles_of_two_instruments_stay_apart(naming: Naming) -> None:
    text = "article 5 of the Lamp Protocol and article 7 of the Harbour Treaty"

    assert named(naming, text) == ["lamps-article-5", "article-7"]


def test_kind_counts_where_none_of_it_is_named(naming: Naming) -> None:
    assert named(naming, "When did the protocols begin?") == ["protocol"]


def test_single_noun_beside_its_entity_does_not_count(naming: Naming) -> None:
    assert named(naming, "the Lamp Protocol is a protocol") == ["lamps"]


def test_plural_beside_an_entity_counts(naming: Naming) -> None:
    text = "the Harbour Treaty and its protocols"

    assert named(naming, text) == ["harbour", "protocol"]
    assert naming.joins_kind(tokenize(text, "en"), mentions(naming, text))


def test_names_alone_join_no_kind(naming: Naming) -> None:
    text = "the Harbour Treaty and the Lamp Protocol"

    assert not naming.joins_kind(tokenize(text, "en"), mentions(naming, text))


def test_ordinal_counts_what_the_chat_is_about(naming: Naming) -> None:
    assert named(naming, "and the second?", "session") == ["session-2"]


def test_ordinal_counts_nothing_where_the_chat_is_about_nothing(
    naming: Naming,
) -> None:
    assert named(naming, "and the second?") == []


def test_ordinal_beside_a_name_counts_nothing(naming: Naming) -> None:
    assert named(naming, "the second Lamp Protocol", "session") == ["lamps"]


def test_known_places_need_no_capital(naming: Naming) -> None:
    assert places(naming, "was it held in porto") == ["Porto"]


def test_capital_behind_a_preposition_is_a_new_place(naming: Naming) -> None:
    assert places(naming, "Was it held in Lisbon?") == ["Lisbon"]


@pytest.mark.parametrize(
    "text", ["in force", "in Force", "Lisbon was held", "in the Harbour Treaty"]
)
def test_other_words_are_no_places(naming: Naming, text: str) -> None:
    assert places(naming, text) == []


def test_noun_that_only_says_the_kind_is_told_apart(naming: Naming) -> None:
    text = "the protocol of session 2 on the Lamp Protocol"
    tokens = tokenize(text, "en")
    found = naming.mentions(text, tokens, None)

    assert naming.nouns(tokens, found) == {1}


def test_first_entity_is_the_one_named_first(naming: Naming) -> None:
    text = "protocols of the second session"

    assert naming.first_entity(text, tokenize(text, "en")) == 3


def test_mention_covers_its_own_words_only(naming: Naming) -> None:
    found = mentions(naming, "the Lamp Protocol began")

    assert [covers(found, i) for i in range(4)] == [False, True, True, False]
