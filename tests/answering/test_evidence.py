import pytest

from bot.answering.evidence import Evidence
from bot.answering.facts import Facts
from index.vocabulary import Language
from tests.conftest import Read
from tests.harbour import know, only, state, teach

FORCE = only("lamps", "entry-into-force", "page")
FIRST = only("session-1", "themes")


def test_words_are_accounted_for_by_the_sentence_the_names_and_the_relation(
    evidence: Evidence, hear: Read
) -> None:
    question = hear("When did the Lamp Protocol take effect?")

    assert evidence.missing(question, FORCE) == ()


def test_words_that_nothing_accounts_for_are_missing(
    evidence: Evidence, hear: Read
) -> None:
    question = hear("When did the Lamp Protocol enter into force in submarines?")

    missing = [token.norm for token in evidence.missing(question, FORCE)]

    assert missing == ["submarines"]


def test_share_of_the_words_in_the_sentence_is_told(
    evidence: Evidence, hear: Read
) -> None:
    assert evidence.quoted_share(hear("Are tides themes?"), FIRST) == 1
    assert evidence.quoted_share(hear("Are submarines themes?"), FIRST) == 0.5
    assert evidence.quoted_share(hear("Lamp Protocol"), FIRST) == 0


def test_sentence_bears_out_the_words_that_it_has(
    evidence: Evidence, hear: Read
) -> None:
    assert evidence.bears_out(FIRST, hear("Does the first session discuss tides?"))
    assert not evidence.bears_out(FIRST, hear("Does the first session discuss coal?"))


def test_statement_speaks_of_its_entity_its_whole_and_its_parts(
    evidence: Evidence,
) -> None:
    assert evidence.speaks_of(FORCE, "lamps")
    assert evidence.speaks_of(FORCE, "harbour")
    assert evidence.speaks_of(only("harbour", "purpose"), "lamps")
    assert not evidence.speaks_of(FORCE, "pilots")


def test_sentence_names_entities_beside_its_own(evidence: Evidence) -> None:
    assert evidence.named_in(FIRST) == {"session-1"}


def test_is_about_counts_the_kinds_above(evidence: Evidence) -> None:
    assert evidence.is_about(FORCE, "protocol")
    assert evidence.is_about(FORCE, "treaty")
    assert not evidence.is_about(FORCE, "session")


def test_noun_is_accounted_for_by_the_sentence_or_the_relation(
    evidence: Evidence,
) -> None:
    assert evidence.has_words(FIRST, "tides")
    assert evidence.has_words(FIRST, "themes")
    assert not evidence.has_words(FIRST, "tides and whales")


def test_rival_could_stand_in_the_place_of_the_entity(evidence: Evidence) -> None:
    assert evidence.is_rival(FORCE, "pilots")
    assert evidence.is_rival(FORCE, "nobody-knows-it")
    assert not evidence.is_rival(FORCE, "council")


def test_quotes_needs_all_words(evidence: Evidence) -> None:
    second = only("session-2", "place")

    assert evidence.quotes(second, "Lisbon 2015")
    assert not evidence.quotes(second, "Lisbon 2014")


@pytest.mark.parametrize(
    ("quote", "kind", "is_told"),
    [
        ("Ships were counted in May 2011.", "date", True),
        ("Ships were counted at dusk.", "date", False),
        ("Forty ships were counted.", "number", True),
        ("Ships were counted in 2011.", "number", False),
        ("Session 2 of the Harbour Council counted ships.", "number", False),
        ("Under article 5 ships were counted.", "number", False),
        ("In 2011 session 2 counted 40 ships.", "number", True),
        ("Forty ships were counted in Lisbon in 2011.", "place", False),
    ],
)
def test_text_tells_the_dates_and_numbers_of_its_sentence(
    evidence: Evidence, quote: str, kind: str, is_told: bool
) -> None:
    purpose = state("harbour", "purpose", "text", quote, quote=quote)

    assert evidence.tells(purpose, kind) is is_told


def test_only_texts_tell_more_than_their_value(evidence: Evidence) -> None:
    assert not evidence.tells(only("session-1", "themes"), "date")
    assert not evidence.tells(FORCE, "date")


def test_sentences_that_name_an_entity_come_in_the_order_of_the_data(
    english: Language,
) -> None:
    quote = "The Lamp Protocol is read here."
    told = [
        state(f"session-{n}", "themes", "list", "tides", quote=quote)
        for n in range(1, 10)
    ]
    knowledge = know(english, *told)
    training = teach(knowledge)
    evidence = Evidence(Facts(knowledge), knowledge, training=training, code="en")

    assert list(evidence.naming("themes", ["lamps"])) == told
