from collections.abc import Callable

import pytest

from bot.answering.elapsed import Elapsed
from bot.answering.evidence import Evidence
from bot.answering.facts import Facts
from bot.answering.reckoned import Reckoned
from index.knowledge import Knowledge
from index.model import Statement
from index.questions.training import Training
from index.vocabulary import Language
from tests.harbour import CHRONICLE, RELATIONS, TODAY, know, state, teach

Reckon = Callable[..., Reckoned | None]


def elapsed_with(knowledge: Knowledge, training: Training) -> Reckon:
    facts = Facts(knowledge)
    evidence = Evidence(facts, knowledge, training=training, code="en")
    elapsed = Elapsed(
        facts,
        RELATIONS,
        training=training,
        evidence=evidence,
        language=knowledge.vocabulary.languages["en"],
        today=TODAY,
    )

    def reckoned(
        text: str, entities: tuple[str, ...] = (), *, is_stated: bool = False
    ) -> Reckoned | None:
        question = training.reader.read(text)
        return elapsed.find(question, entities, is_stated=is_stated)

    return reckoned


@pytest.fixture(scope="session")
def reckon(chronicle: Knowledge, chronicle_training: Training) -> Reckon:
    return elapsed_with(chronicle, chronicle_training)


def reckon_beside(english: Language, *statements: Statement) -> Reckon:
    """Reckon with what else is stated beside the chronicle."""
    knowledge = know(english, *CHRONICLE, *statements)
    return elapsed_with(knowledge, teach(knowledge))


def lead(found: Reckoned | None) -> str:
    return found.lead if found else ""


def rests_on(found: Reckoned | None) -> list[tuple[str, str]]:
    said = found.said if found else ()
    return [(one.statement.entity, one.statement.relation) for one in said]


@pytest.mark.parametrize(
    "text",
    [
        "How many days passed from the signature of the Lamp Protocol to its entry "
        "into force?",
        "How many days lie between the signature and the entry into force of the Lamp "
        "Protocol?",
        "How many days after its signature did the Lamp Protocol enter into force?",
        "Days between the entry into force and the signature of the Lamp Protocol",
        "How many days after signature did the Lamp Protocol come into force?",
    ],
)
def test_two_relations_of_one_entity_lie_apart(reckon: Reckon, text: str) -> None:
    found = reckon(text)

    assert lead(found) == "398 days, from 31 January 2011 to 4 March 2012."
    assert rests_on(found) == [("lamps", "signature"), ("lamps", "entry-into-force")]


@pytest.mark.parametrize(
    "text",
    [
        "How many days after the Harbour Treaty did the Lamp Protocol enter into "
        "force?",
        "How many days lie between the entry into force of the Harbour Treaty and the "
        "Lamp Protocol?",
        "How many days before the Lamp Protocol did the Harbour Treaty enter into "
        "force?",
    ],
)
def test_one_relation_of_two_entities_lies_apart(reckon: Reckon, text: str) -> None:
    found = reckon(text)

    assert lead(found) == "672 days, from 2 May 2010 to 4 March 2012."
    assert [entity for entity, _ in rests_on(found)] == ["harbour", "lamps"]


def test_two_relations_of_two_entities_lie_apart(reckon: Reckon) -> None:
    found = reckon(
        "How many days after the Harbour Treaty entered into force was the Lamp "
        "Protocol signed?"
    )

    assert lead(found) == "274 days, from 2 May 2010 to 31 January 2011."


def test_days_that_are_named_are_counted_without_any_statement(reckon: Reckon) -> None:
    found = reckon("How many days are there between 1 May 2014 and 3 June 2014?")

    assert lead(found) == "33 days, from 1 May 2014 to 3 June 2014."
    assert rests_on(found) == []


def test_day_that_is_named_lies_apart_from_an_event(reckon: Reckon) -> None:
    found = reckon("How many days passed between 1 May 2014 and the first session?")

    assert lead(found) == "32 days, from 1 May 2014 to 2 June 2014."
    assert rests_on(found) == [("session-1", "dates")]


@pytest.mark.parametrize(
    "text",
    [
        "How many days lie between the first session and the second session?",
        "How many days lie between the first and the second session?",
        "How many days lie between the second and the first session?",
    ],
)
def test_sessions_lie_apart_from_the_end_of_one_to_the_start_of_the_other(
    reckon: Reckon, text: str
) -> None:
    assert lead(reckon(text)) == "487 days, from 10 June 2014 to 10 October 2015."


def test_length_of_an_interval_includes_both_ends(reckon: Reckon) -> None:
    found = reckon("How long did the first session last?")

    assert lead(found) == (
        "9 days: 2–10 June 2014, the first and the last day included."
    )
    assert rests_on(found) == [("session-1", "dates")]


def test_whole_beside_its_session_is_no_second_event(reckon: Reckon) -> None:
    found = reckon("How long did the first session of the Harbour Council last?")

    assert lead(found).startswith("9 days:")


def test_length_is_told_in_the_unit_asked_for(reckon: Reckon) -> None:
    assert lead(reckon("How many weeks did the second session last?")).startswith(
        "1 week and 5 days:"
    )


def test_pronoun_stands_for_what_the_chat_is_about(reckon: Reckon) -> None:
    assert lead(reckon("How long did it last?", ("session-3",))).startswith("5 days:")
    assert reckon("How long did it last?") is None


def test_two_events_of_what_the_chat_is_about_lie_apart(reckon: Reckon) -> None:
    found = reckon(
        "How many days passed between its signature and its entry into force?",
        ("lamps",),
    )

    assert lead(found).startswith("398 days")


@pytest.mark.parametrize(
    "text",
    [
        "How long ago did the Harbour Treaty enter into force?",
        "How long has the Harbour Treaty been in force?",
        "How long is it since the Harbour Treaty entered into force?",
    ],
)
def test_what_happened_is_told_from_then_to_today(reckon: Reckon, text: str) -> None:
    assert lead(reckon(text)) == (
        "6 years and 30 days (2,222 days), from 2 May 2010 to 1 June 2016."
    )


def test_session_was_as_long_ago_as_it_began(reckon: Reckon) -> None:
    assert lead(reckon("How long ago was the second session?")) == (
        "7 months and 22 days (235 days), from 10 October 2015 to 1 June 2016."
    )


@pytest.mark.parametrize(
    "text",
    [
        "How long ago did the Pilot Protocol enter into force?",
        "How long ago was the third session?",
    ],
)
def test_what_is_to_come_was_at_no_time_ago(reckon: Reckon, text: str) -> None:
    assert reckon(text) is None


@pytest.mark.parametrize(
    "text",
    [
        "How long ago was the Pilot Protocol signed?",
        "How many days lie between the signature and the entry into force of the Pilot "
        "Protocol?",
        "How many years lie between 2000 and 2003?",
        "How many days lie between 1 May 2014 and June 2014?",
    ],
)
def test_years_and_months_are_too_coarse_to_reckon_with(
    reckon: Reckon, text: str
) -> None:
    assert reckon(text) is None


def test_day_counts_where_another_source_tells_the_year_only(
    english: Language,
) -> None:
    year = state("session-1", "dates", "date", "2014", document="release")
    reckon = reckon_beside(english, year)

    found = reckon("How long did the first session last?")

    assert lead(found).startswith("9 days:")


def test_nearest_of_all_examples_of_a_relation_tells_it(english: Language) -> None:
    far = state(
        "lamps",
        "entry-into-force",
        "date",
        "2012-03-04",
        document="release",
        examples=("Had all keepers seen the Lamp Protocol take effect?",),
    )
    other = state(
        "lamps",
        "signature",
        "date",
        "2011-01-31",
        document="release",
        examples=("When did the Lamp Protocol take effects of shape?",),
    )
    reckon = reckon_beside(english, far, other)

    found = reckon(
        "How many days after its signature did the Lamp Protocol take effect?"
    )

    assert lead(found) == "398 days, from 31 January 2011 to 4 March 2012."


def test_sources_that_differ_are_both_kept(english: Language) -> None:
    other = state("lamps", "entry-into-force", "date", "2012-03-05", document="release")
    reckon = reckon_beside(english, other)

    found = reckon("How long ago did the Lamp Protocol enter into force?")

    assert found is not None
    assert found.said[0].rivals == (other,)


@pytest.mark.parametrize(
    "text",
    [
        "When did the Harbour Treaty enter into force?",
        "How many parties does the Harbour Treaty have?",
        "On which day was the Harbour Treaty signed?",
        "Two years after the Harbour Treaty was signed, which protocol was signed?",
    ],
)
def test_question_that_asks_for_no_time_gets_none(reckon: Reckon, text: str) -> None:
    assert reckon(text) is None


@pytest.mark.parametrize(
    "text",
    [
        "What happened {days}?",
        "How many ships came {days}?",
        "On which day {days} was it?",
        "Are there two days {days}?",
        "{days}, which days were they?",
    ],
)
def test_days_are_counted_only_where_that_is_asked(reckon: Reckon, text: str) -> None:
    days = "between 1 May 2014 and 3 May 2014"

    assert reckon(text.replace("{days}", days)) is None


@pytest.mark.parametrize("text", ["How many days lie", "Count the days", "Days"])
def test_units_of_time_ask_for_it(reckon: Reckon, text: str) -> None:
    found = reckon(f"{text} between 1 May 2014 and 3 May 2014")

    assert lead(found).startswith("2 days")


@pytest.mark.parametrize(
    "text",
    [
        "How many years must ships of the Harbour Treaty keep whales?",
        "How many days did the first session discuss whales?",
    ],
)
def test_question_that_speaks_of_more_than_dates_gets_none(
    reckon: Reckon, text: str
) -> None:
    assert reckon(text) is None


@pytest.mark.parametrize(
    "text",
    [
        "How long did the first and the second session last?",
        "How long ago did the Harbour Treaty and the Lamp Protocol enter into force?",
        "How long did it take between the ninth session and the first session?",
    ],
)
def test_length_of_one_does_not_stand_for_two(reckon: Reckon, text: str) -> None:
    assert reckon(text) is None


def test_relation_between_two_dates_is_reckoned_from_them(reckon: Reckon) -> None:
    found = reckon("How long did the Lamp Protocol take to enter into force?")

    assert lead(found).startswith("1 year, 1 month and 4 days (398 days)")
    assert rests_on(found) == [("lamps", "signature"), ("lamps", "entry-into-force")]


def test_length_that_is_stated_is_not_reckoned(reckon: Reckon) -> None:
    text = "How long did the Lamp Protocol take to enter into force?"

    assert reckon(text, is_stated=True) is None


@pytest.mark.parametrize(
    "text",
    [
        "How long did it take from the signature of the Lamp Protocol to its entry "
        "into force?",
        "How long has the Lamp Protocol been in force?",
    ],
)
def test_stated_length_answers_neither_for_two_events_nor_up_to_today(
    reckon: Reckon, text: str
) -> None:
    assert lead(reckon(text, is_stated=True))
