import logging
from dataclasses import dataclass, field, replace

import pytest

from bot.reception import House, Reception
from index.errors import IndexUnavailableError
from index.knowledge import Knowledge
from tests.bot.conftest import Clerk, Shelf


@dataclass(slots=True)
class World:
    """An index folder without a disk."""

    knowledge: Knowledge
    clerk: Clerk
    pointer: str | None = "one"
    fault: Exception | None = None
    opened: list[Shelf] = field(default_factory=list)

    def published(self) -> tuple[str | None, ...]:
        return (self.pointer,)

    def open_library(self) -> Shelf:
        if self.fault:
            raise self.fault
        self.opened.append(Shelf(self.knowledge, generation=str(self.pointer)))
        return self.opened[-1]

    def employ(self, library: Shelf) -> Clerk:
        return self.clerk


@pytest.fixture
def world(knowledge: Knowledge, clerk: Clerk) -> World:
    return World(knowledge, clerk)


@pytest.fixture
def reception(world: World) -> Reception:
    return Reception(House(world.published, world.open_library, world.employ))


def test_generation_is_opened_once(world: World, reception: Reception) -> None:
    assert reception.desk() is reception.desk()
    assert len(world.opened) == 1


def turned(reception: Reception) -> str:
    reception.turn()
    return reception.desk().shelf.generation


def test_new_generation_is_served_from_the_next_turn(
    world: World, reception: Reception
) -> None:
    assert turned(reception) == "one"

    world.pointer = "two"

    assert turned(reception) == "two"
    assert [shelf.is_closed for shelf in world.opened] == [True, False]


def test_new_generation_is_prepared_beside_the_one_that_serves(
    world: World, reception: Reception
) -> None:
    reception.desk()
    world.pointer = "two"

    opened = reception.prepare()

    assert reception.desk().shelf.generation == "one"
    assert opened is not None
    reception.turn_to(opened)
    assert reception.desk().shelf.generation == "two"
    assert reception.prepare() is None


def test_new_clerk_is_prepared_for_the_languages_of_the_one_before(
    world: World, reception: Reception
) -> None:
    reception.desk()
    world.clerk.prepared = ("en", "fr")
    world.pointer, world.clerk = "two", replace(world.clerk, prepared=())

    reception.turn()

    assert world.clerk.prepared == ("en", "fr")


def test_old_generation_serves_on_when_the_new_one_cannot_be_opened(
    world: World, reception: Reception, caplog: pytest.LogCaptureFixture
) -> None:
    reception.desk()

    world.pointer, world.fault = "two", IndexUnavailableError("damaged")

    assert turned(reception) == "one"
    assert turned(reception) == "one"
    assert caplog.text.count("event=generation_refused") == 1
    assert "Traceback" not in caplog.text


def test_generation_after_a_damaged_one_is_served(
    world: World, reception: Reception, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.CRITICAL)
    reception.desk()
    world.pointer, world.fault = "two", IndexUnavailableError("damaged")
    reception.turn()

    world.pointer, world.fault = "three", None

    assert turned(reception) == "three"


def test_without_any_index_there_is_no_desk(world: World, reception: Reception) -> None:
    world.fault = IndexUnavailableError("there is no index")

    with pytest.raises(IndexUnavailableError):
        reception.desk()


def test_index_that_appears_later_is_served(world: World, reception: Reception) -> None:
    world.fault = IndexUnavailableError("there is no index")
    with pytest.raises(IndexUnavailableError):
        reception.desk()

    world.fault = None

    assert reception.desk().shelf.generation == "one"


def test_same_question_is_answered_from_memory(
    world: World, reception: Reception
) -> None:
    desk = reception.desk()

    desk.ask("When?", ["earlier"], "en")
    desk.ask("When?", ["earlier"], "en")

    assert world.clerk.asked == [("When?", ("earlier",))]


def test_other_history_is_another_question(world: World, reception: Reception) -> None:
    desk = reception.desk()

    desk.ask("When?", ["earlier"], "en")
    desk.ask("When?", [], "en")

    assert len(world.clerk.asked) == 2


def test_same_claim_is_judged_from_memory(world: World, reception: Reception) -> None:
    desk = reception.desk()

    desk.verify("It is so.", [], "en")
    desk.verify("It is so.", [], "en")

    assert world.clerk.claimed == ["It is so."]


def test_closing_lets_the_generation_go(world: World, reception: Reception) -> None:
    reception.desk()

    reception.close()
    reception.close()

    assert world.opened[0].is_closed
