from bot.answering.evidence import Evidence
from tests.conftest import Read
from tests.harbour import only

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
