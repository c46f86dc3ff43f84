from collections.abc import Callable
from dataclasses import astuple, fields, replace

import pytest

from bot.answering.evidence import Evidence
from bot.answering.nearness import Nearness
from bot.answering.signals import Signals, read_signals
from bot.answering.weights import WAYS, WEIGHTS
from index.model import Statement
from tests.conftest import Read
from tests.harbour import only

Compare = Callable[..., Signals]
NEAR = Nearness(
    {"entry-into-force": {"entry-into-force": 0.8}, "place": {"place": 0.3}},
    (0.1, "off-topic"),
    {"depositary": 0.2},
    {"entry-into-force", "place"},
)
LAMPS = only("lamps", "entry-into-force", "page")
SECOND = only("session-2", "place")


@pytest.fixture
def compare(evidence: Evidence, hear: Read) -> Compare:
    def compared(
        text: str, statement: Statement = LAMPS, nearness: Nearness = NEAR
    ) -> Signals:
        return read_signals(
            hear(text),
            statement,
            near=0.8,
            own=0.8,
            nearness=nearness,
            fits=True,
            targets={statement.entity},
            evidence=evidence,
        )

    return compared


def test_question_that_is_wholly_answered_shows_nothing_against_it(
    compare: Compare,
) -> None:
    signals = compare("When did the Lamp Protocol enter into force?")

    against = [
        field.name
        for field in fields(Signals)
        if getattr(WEIGHTS, field.name) < 0 and getattr(signals, field.name)
    ]
    assert signals.covered
    assert against == []


def test_margin_is_the_lead_over_other_relations(compare: Compare) -> None:
    assert compare("When did the Lamp Protocol start?").margin == pytest.approx(0.5)


def test_reason_for_refusal_counts_only_where_it_is_nearer(compare: Compare) -> None:
    nearer = replace(NEAR, refusal=(0.9, "off-topic"))
    text = "When did the Lamp Protocol enter into force?"

    assert compare(text).refusal == 0
    assert compare(text, LAMPS, nearer).refusal == pytest.approx(0.1)


def test_relation_without_statements_counts_where_it_is_nearer(
    compare: Compare,
) -> None:
    nearer = replace(NEAR, unstated={"depositary": 0.95})
    signals = compare("Who keeps the Lamp Protocol?", LAMPS, nearer)

    assert signals.outdone
    assert signals.unstated == pytest.approx(0.15)


def test_unknown_words_count(compare: Compare) -> None:
    signals = compare("When did the Lamp Protocol enter into force in submarines?")

    assert signals.unknown_words == 1
    assert not signals.covered


def test_another_entity_of_the_kind_is_a_rival(compare: Compare) -> None:
    assert compare("When did the Pilot Protocol enter into force?").rivals == 1


def test_time_that_a_place_does_not_have_speaks_against_it(compare: Compare) -> None:
    assert compare("Where was the second session held in 2011?", SECOND).other_time
    assert not compare("Where was the second session in 2015?", SECOND).other_time


def test_place_that_a_date_does_not_have_speaks_against_it(compare: Compare) -> None:
    text = "When did the Lamp Protocol enter into force in Madrid?"

    assert compare(text).other_place


def test_kind_that_was_not_asked_for_speaks_against(compare: Compare) -> None:
    assert compare("When did the sessions begin?").other_kind == 1
    assert compare("When did the protocols begin?").other_kind == 0


def test_yes_or_no_without_the_value_is_unconfirmed(compare: Compare) -> None:
    assert compare("Did the Lamp Protocol enter into force?").unconfirmed
    assert not compare("Did the Lamp Protocol start in 2012?").unconfirmed


def test_leaning_is_passed_on(compare: Compare) -> None:
    assert compare("and lamps?", LAMPS, replace(NEAR, leans=True)).leans


def test_total_weighs_every_signal() -> None:
    ones = Signals(*(1.0 for _ in fields(Signals)))

    assert ones.total(WEIGHTS) == pytest.approx(sum(astuple(WEIGHTS)))


def test_least_certain_ways_are_worth_least() -> None:
    assert WAYS["named"] >= WAYS["quoted"] >= WAYS["only"]
