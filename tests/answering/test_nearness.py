from dataclasses import replace

import pytest

from bot.answering.context import Context
from bot.answering.facts import Facts
from bot.answering.nearness import Nearness, NearnessFinder, asks_as_of, fits
from index.questions.training import Training
from tests.conftest import Read
from tests.harbour import RELATIONS, only, state


@pytest.fixture(scope="session")
def finder(facts: Facts, port_training: Training) -> NearnessFinder:
    return NearnessFinder(facts, RELATIONS, port_training.examples)


SECOND = Context(("session-2",), (only("session-2", "dates"),))
TREATY = Context(("harbour",), (only("harbour", "entry-into-force"),))
FIGURE = Context(
    ("harbour",), (state("harbour", "parties", "number", "55", as_of="2014-06-10"),)
)


@pytest.mark.parametrize(
    ("relation", "expected"),
    [
        ("entry-into-force", "date"),
        ("dates", "date"),
        ("place", "place"),
        ("parties", "number"),
        ("themes", "number"),
        ("depositary", "name"),
        ("purpose", "reason"),
    ],
)
def test_value_fits_what_is_expected(relation: str, expected: str) -> None:
    assert fits(RELATIONS[relation], (expected,))


@pytest.mark.parametrize(
    ("relation", "expected"),
    [("place", "date"), ("dates", "place"), ("purpose", "number")],
)
def test_value_of_another_kind_does_not_fit(relation: str, expected: str) -> None:
    assert not fits(RELATIONS[relation], (expected,))


def test_any_value_fits_where_nothing_is_expected() -> None:
    assert fits(RELATIONS["place"], ())
    assert fits(RELATIONS["place"], ("unheard of",))


def test_one_fitting_kind_of_two_is_enough() -> None:
    assert fits(RELATIONS["place"], ("date", "place"))


def test_as_of_when_asks_for_the_date_of_a_figure(hear: Read) -> None:
    question = hear("as of when?")

    assert asks_as_of(RELATIONS["parties"], question)
    assert not asks_as_of(RELATIONS["place"], question)


@pytest.mark.parametrize(
    "text", ["and the Lamp Protocol?", "and the lamps one?", "what about the pilots?"]
)
def test_follow_up_asks_what_was_asked_before(
    finder: NearnessFinder, hear: Read, text: str
) -> None:
    nearness = finder.find(hear(text), TREATY)

    assert list(nearness.stated) == ["entry-into-force"]
    assert nearness.leans


def test_where_asks_for_the_place_of_what_was_dated(
    finder: NearnessFinder, hear: Read
) -> None:
    nearness = finder.find(hear("where?"), SECOND)

    assert list(nearness.stated) == ["place"]


def test_when_asks_for_the_date_of_what_was_placed(
    finder: NearnessFinder, hear: Read
) -> None:
    before = Context(("session-2",), (only("session-2", "place"),))

    nearness = finder.find(hear("when?"), before)

    assert list(nearness.stated) == ["dates"]


def test_as_of_when_asks_for_the_figure_again(
    finder: NearnessFinder, hear: Read
) -> None:
    nearness = finder.find(hear("as of when?"), FIGURE)

    assert list(nearness.stated) == ["parties"]


def test_follow_up_without_a_question_before_leans_on_nothing(
    finder: NearnessFinder, hear: Read
) -> None:
    assert not finder.find(hear("where?"), Context()).leans


def test_question_with_words_of_its_own_leans_on_nothing(
    finder: NearnessFinder, hear: Read
) -> None:
    nearness = finder.find(hear("and what does the Lamp Protocol aim at?"), TREATY)

    assert not nearness.leans


def test_bare_name_with_a_date_asks_whether_it_is_so_dated(
    finder: NearnessFinder, hear: Read
) -> None:
    nearness = finder.find(hear("Is the Lamp Protocol from 2012?"), Context())

    assert list(nearness.stated) == ["entry-into-force"]


def test_nearness_of_other_questions_is_that_of_their_examples(
    finder: NearnessFinder, hear: Read
) -> None:
    nearness = finder.find(hear("When did the Lamp Protocol take effect?"), Context())

    nearest = max(nearness.stated, key=lambda r: max(nearness.stated[r].values()))

    assert nearest == "entry-into-force"
    assert not nearness.leans
    assert all(0 <= n <= 1 for by in nearness.stated.values() for n in by.values())


def test_relation_of_which_nothing_is_stated_is_told_apart(
    finder: NearnessFinder, hear: Read
) -> None:
    nearness = finder.find(
        hear("Who is the depositary of the Lamp Protocol?"), Context()
    )

    assert nearness.unstated["depositary"] > 0.9
    assert "depositary" not in nearness.stated


def test_reason_for_refusal_is_found(finder: NearnessFinder, hear: Read) -> None:
    near, reason = finder.find(hear("Who won the football match?"), Context()).refusal

    assert reason == "off-topic"
    assert near == pytest.approx(1)


def test_runner_up_is_the_nearest_of_its_rivals() -> None:
    stated = {"a": {"a": 0.9}, "b": {"b": 0.2, "b.1": 0.4}, "c": {"c": 1.0}}
    nearness = Nearness(stated, (0, ""), {}, rivals={"a", "b"})

    assert nearness.runner_up("a") == 0.4
    assert nearness.runner_up("b") == 0.9
    assert replace(nearness, rivals={"b"}).runner_up("b") == 0


@pytest.mark.parametrize(
    ("text", "rivals"),
    [
        ("first session, when?", {"dates"}),
        ("When was the first session held?", {"dates", "place"}),
    ],
)
def test_relations_of_another_kind_compete_only_where_words_are_said(
    finder: NearnessFinder, hear: Read, text: str, rivals: set[str]
) -> None:
    found = finder.find(hear(text), Context()).rivals

    assert rivals == found & {"dates", "place"}


def test_what_is_not_stated_of_the_one_asked_about_counts_as_unstated() -> None:
    stated = {"a": {"a": 0.9}, "b": {"b": 0.4}}
    nearness = Nearness(stated, (0, ""), {"c": 0.3}, rivals=frozenset())

    left = nearness.without(["a"], could_be=lambda relation: relation == "a")

    assert left.stated == {"b": {"b": 0.4}}
    assert left.unstated == {"a": 0.9}
