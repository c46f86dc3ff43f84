import asyncio
from dataclasses import dataclass, field
from typing import cast

import pytest
from telegram import Update

from bot.telegram.app import App
from bot.telegram.intake import REMEMBERED, ChatOrder, Intake
from tests.bot.telegram.conftest import message


def update(number: int, *, chat: int = 7) -> Update:
    return Update.de_json({"update_id": number, "message": message("hi", chat=chat)})


@dataclass(slots=True)
class Work:
    """Work that goes on until it is let go."""

    begun: list[int] = field(default_factory=list)
    gates: dict[int, asyncio.Event] = field(default_factory=dict)

    async def process_update(self, each: Update) -> None:
        self.begun.append(each.update_id)
        if gate := self.gates.get(each.update_id):
            await gate.wait()

    def hold(self, *numbers: int) -> None:
        self.gates.update({number: asyncio.Event() for number in numbers})

    def release(self, number: int) -> None:
        self.gates[number].set()


@dataclass(slots=True)
class FakeApp:
    """As much of an application as the intake sees."""

    work: Work
    update_processor: ChatOrder

    async def process_update(self, each: Update) -> None:
        await self.work.process_update(each)


@pytest.fixture
def work() -> Work:
    return Work()


def intake_of(work: Work, **limits: int) -> Intake:
    return Intake(cast(App, FakeApp(work, ChatOrder(**limits))))


async def idle() -> None:
    """Let every task run until it waits."""
    for _ in range(20):
        await asyncio.sleep(0)


async def test_updates_of_a_chat_are_worked_on_in_order(work: Work) -> None:
    intake = intake_of(work)
    work.hold(1, 2)
    tasks = [intake.take(update(number)) for number in (1, 2, 3)]
    await idle()
    assert work.begun == [1]

    work.release(1)
    await tasks[0]
    await idle()
    assert work.begun == [1, 2]

    work.release(2)
    await asyncio.gather(*tasks)
    assert work.begun == [1, 2, 3]


async def test_chats_are_worked_on_side_by_side(work: Work) -> None:
    intake = intake_of(work)
    work.hold(1, 2)

    tasks = [intake.take(update(number, chat=number)) for number in (1, 2)]
    await idle()

    assert work.begun == [1, 2]
    work.release(1)
    work.release(2)
    await asyncio.gather(*tasks)


async def test_no_more_run_at_once_than_there_are_slots(work: Work) -> None:
    intake = intake_of(work, running=2)
    work.hold(1, 2)

    tasks = [intake.take(update(number, chat=number)) for number in (1, 2, 3)]
    await idle()
    assert work.begun == [1, 2]

    work.release(1)
    await tasks[2]
    work.release(2)
    await asyncio.gather(*tasks)


async def test_flood_of_one_chat_takes_no_slot_from_others(work: Work) -> None:
    intake = intake_of(work, running=2)
    work.hold(1)

    flood = [intake.take(update(number)) for number in range(1, 6)]
    await intake.take(update(9, chat=9))

    assert work.begun == [1, 9]
    work.release(1)
    await asyncio.gather(*flood)


async def test_chat_that_rests_lets_others_work() -> None:
    order, done = ChatOrder(running=1), list[str]()

    async def rest() -> None:
        await order.rest(0.0)
        done.append("rested")

    async def work() -> None:
        done.append("worked")

    await asyncio.gather(
        order.process_update(update(1), rest()),
        order.process_update(update(2, chat=8), work()),
    )

    assert done == ["worked", "rested"]


async def test_update_delivered_twice_is_worked_on_once(work: Work) -> None:
    intake = intake_of(work)
    work.hold(1)

    first, second = intake.take(update(1)), intake.take(update(1))
    work.release(1)
    await first
    await intake.take(update(1))

    assert first is second
    assert work.begun == [1]


async def test_finished_updates_are_forgotten_in_time(work: Work) -> None:
    intake = intake_of(work)

    for number in range(REMEMBERED + 10):
        await intake.take(update(number))
    await intake.take(update(0))

    assert work.begun.count(0) == 2


async def test_unfinished_updates_are_known(work: Work) -> None:
    intake = intake_of(work)
    work.hold(2)

    await intake.take(update(1))
    task = intake.take(update(2))

    assert set(intake.unfinished()) == {2}
    work.release(2)
    await task
    assert intake.unfinished() == {}


async def test_what_was_taken_is_finished_before_the_end(work: Work) -> None:
    intake = intake_of(work)
    work.hold(1)
    task = intake.take(update(1))
    await idle()

    finishing = asyncio.create_task(intake.finish(60))
    work.release(1)
    await finishing

    assert intake.is_closed
    assert task.done()
    assert not task.cancelled()


async def test_what_takes_too_long_is_given_up(work: Work) -> None:
    intake = intake_of(work)
    work.hold(1)
    running, waiting = intake.take(update(1)), intake.take(update(2))
    await idle()

    await intake.finish(0)
    await asyncio.gather(running, waiting, return_exceptions=True)

    assert (running.cancelled(), waiting.cancelled()) == (True, True)


async def test_update_without_a_chat_is_worked_on(work: Work) -> None:
    intake = intake_of(work)

    await intake.take(Update(1))

    assert work.begun == [1]
