from collections.abc import Callable

import pytest

from index.language.mentions import Gazetteer, Mention
from index.language.tokens import stems, tokenize
from index.model import Entity
from index.vocabulary import Language, Vocabulary
from tests.harbour import LANTERN, know

Find = Callable[[str], tuple[Mention, ...]]


@pytest.fixture(scope="module")
def gazetteer(vocabulary: Vocabulary) -> Gazetteer:
    return Gazetteer(vocabulary, vocabulary.entities, "en")


@pytest.fixture(scope="module")
def in_document(gazetteer: Gazetteer) -> Find:
    return lambda text: gazetteer.find(text, tokenize(text, "en"))


@pytest.fixture(scope="module")
def in_question(gazetteer: Gazetteer) -> Find:
    known = set(stems("when did enter into force protocol convention conference", "en"))
    return lambda text: gazetteer.find(text, tokenize(text, "en"), known)


def entities(mentions: tuple[Mention, ...]) -> list[str | None]:
    return [mention.entity for mention in mentions]


@pytest.mark.parametrize(
    ("text", "entity"),
    [
        ("the firearms protocol", "firearms-protocol"),
        ("the Palermo Convention", "untoc"),
        ("le Protocole relatif aux migrants", "smuggling-protocol"),
        ("COP3", "session-3"),
        ("COP-3", "session-3"),
        ("CTOC/COP 2", "session-2"),
        ("the 3rd session", "session-3"),
        ("the twenty-first session", "session-21"),
        ("session twelve", "session-12"),
        ("session IV", "session-4"),
        ("Session I", "session-1"),
        ("article 32 of the Convention", "article-32"),
        ("art. 32 UNTOC", "article-32"),
        ("article 5 of the Firearms Protocol", "firearms-article-5"),
        ("FAP article 5", "firearms-article-5"),
        ("article 16 (5)(b) of the Convention", "article-16"),
        ("article 18, paragraph 3", "article-18"),
        ("the third session of the COP", "session-3"),
    ],
)
def test_an_entity_is_found_by_any_of_its_names(
    in_document: Find, text: str, entity: str
) -> None:
    assert entities(in_document(text)) == [entity]


def test_the_longest_mention_is_taken(in_document: Find) -> None:
    text = "the third session of the Conference of the Parties to the Convention ended"

    (mention,) = in_document(text)

    assert mention.entity == "session-3"
    assert text[mention.start : mention.end].startswith("third session")
    assert text[mention.start : mention.end].endswith("the Convention")


def test_a_hint_is_marked_as_one(in_document: Find) -> None:
    (mention,) = in_document("the rules on ammunition")

    assert (mention.entity, mention.hint) == ("firearms-protocol", True)


def test_a_full_name_is_no_hint(in_document: Find) -> None:
    (mention,) = in_document("the Firearms Protocol")

    assert not mention.hint


@pytest.mark.parametrize(("text", "plural"), [("protocols", True), ("protocol", False)])
def test_plural_tells_protocols_from_the_protocol(
    in_document: Find, text: str, plural: bool
) -> None:
    (mention,) = in_document(f"the {text}")

    assert (mention.entity, mention.kind, mention.plural) == (None, "protocol", plural)


@pytest.mark.parametrize(
    "text",
    [
        "session I attended",
        "which session I missed",
        "the session in 2006",
        "session 2006",
        "article 0",
        "article 1,234",
        "the 2005th session",
        "session v. other",
    ],
)
def test_absurd_numbers_make_no_session(in_document: Find, text: str) -> None:
    numbered = ("session-", "article-")
    found = [e for e in entities(in_document(text)) if e and e.startswith(numbered)]

    assert found == []


@pytest.mark.parametrize(
    "text",
    [
        "The Kyoto Protocol binds them.",
        "Kyoto Protocol binds them.",
        "the Convention on the Law of the Sea",
        "the United Nations Convention against Corruption",
        "the Convention relating to the Status of Refugees",
        "the Conference of the Parties to the Kyoto Protocol",
        "the Conference of the States Parties to the Corruption Convention",
        "the Conference of the Parties to the Convention on Biological Diversity",
        "the third session of the Commission on Narcotic Drugs",
        "article 5 of the Convention on the Law of the Sea",
        "the Secretariat of the Pacific Community",
    ],
)
def test_capitals_show_foreign_names_in_documents(in_document: Find, text: str) -> None:
    ours = [e for e in entities(in_document(text)) if not (e or "").startswith("fore")]

    assert ours == []


@pytest.mark.parametrize(
    "text",
    [
        "when did the kyoto protocol enter into force",
        "when did the convention on wetlands enter into force",
        "when did the conference of the parties to unfccc enter",
        "third session of the whaling commission",
    ],
)
def test_unknown_words_show_foreign_names_in_questions(
    in_question: Find, text: str
) -> None:
    assert entities(in_question(text)) == []


@pytest.mark.parametrize(
    ("text", "entity"),
    [
        ("The Convention on 29 September 2003", "untoc"),
        ("Under the Convention States agreed", "untoc"),
        ("the Conference of States Parties to UNTOC", "cop"),
        ("the third session of COP", "session-3"),
    ],
)
def test_dates_and_wholes_make_no_name_foreign(
    in_document: Find, text: str, entity: str
) -> None:
    assert entities(in_document(text))[0] == entity


def test_anchors_stand_in_every_mention(gazetteer: Gazetteer) -> None:
    anchors = gazetteer.anchors({"session"})

    for text in ("COP3", "the 3rd session", "third Conference of the Parties"):
        assert not anchors.isdisjoint(stems(text, "en"))


@pytest.fixture(scope="module")
def at_sea(english: Language) -> Find:
    """Find mentions where a term and a protocol share a hint."""
    knowledge = know(english, more=[LANTERN])
    gazetteer = Gazetteer(knowledge.vocabulary, knowledge.entities, "en")
    return lambda text: gazetteer.find(text, tokenize(text, "en"))


def test_hint_of_two_entities_names_the_others_as_well(at_sea: Find) -> None:
    (mention,) = at_sea("the rules on lanterns")

    assert (mention.entity, mention.also) == ("lamps", ("lantern",))


@pytest.mark.parametrize("text", ["the rules on lamps", "the Lamp Protocol"])
def test_name_of_one_entity_names_no_others(at_sea: Find, text: str) -> None:
    (mention,) = at_sea(text)

    assert (mention.entity, mention.also) == ("lamps", ())


def test_longer_hint_shares_nothing_with_a_shorter_one(at_sea: Find) -> None:
    (mention,) = at_sea("the rules on storm lamps")

    assert (mention.entity, mention.also) == ("lantern", ())


def test_what_becomes_known_later_is_found_as_what_was_known(
    vocabulary: Vocabulary, gazetteer: Gazetteer
) -> None:
    piers = Entity("piers", "body", {}, {"en": ("Pier Wardens", "Wardens of the Pier")})
    text = "The Pier Wardens wrote to the Conference of the Parties, not to COP 5."
    tokens = tokenize(text, "en")
    known = {**vocabulary.entities, "piers": piers}

    grown = gazetteer.knowing({"piers": piers})

    assert grown.find(text, tokens) == Gazetteer(vocabulary, known, "en").find(
        text, tokens
    )
    assert "piers" in entities(grown.find(text, tokens))
    assert "piers" not in entities(gazetteer.find(text, tokens))
    assert "warden" in grown.anchors({"body"}) - gazetteer.anchors({"body"})
