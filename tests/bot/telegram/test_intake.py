import asyncio
import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, cast

import pytest
from telegram import Bot, Update

from bot.state.updates import Left, UpdateBook
from bot.telegram import intake as module
from bot.telegram.app import App
from bot.telegram.intake import REMEMBERED, ChatOrder, Intake
from tests.bot.telegram.conftest import ADA, TOKEN, message

MARKUP = {"inline_keyboard": [[{"text": "x", "callback_data": "1|x"}]]}
VOICE = {"file_id": "1", "file_unique_id": "1", "duration": 1}
PRESS = {
    "id": "1",
    "from": ADA,
    "chat_instance": "1",
    "message": message("shown before", reply_markup=MARKUP),
    "data": "1|x",
}


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
    bot: Bot = field(default_factory=lambda: Bot(TOKEN))

    async def process_update(self, each: Update) -> None:
        await self.work.process_update(each)


@dataclass(slots=True)
class Book:
    """What is kept of updates, or a book that cannot be written."""

    waiting: dict[int, str] = field(default_factory=dict)
    finished: list[int] = field(default_factory=list)
    is_shut: bool = False

    async def left(self) -> Left:
        return Left(tuple(self.finished), dict(self.waiting))

    async def accept(self, contents: Mapping[int, str]) -> bool:
        if not self.is_shut:
            self.waiting.update(contents)
        return not self.is_shut

    async def answered(self, number: int) -> None:
        self.waiting.pop(number, None)
        self.finished.append(number)


@pytest.fixture
def work() -> Work:
    return Work()


@pytest.fixture
def book() -> Book:
    return Book()


def intake_of(work: Work, book: Book | None = None, **limits: int) -> Intake:
    app = cast(App, FakeApp(work, ChatOrder(**limits)))
    return Intake(app, cast(UpdateBook, book or Book()))


@pytest.fixture
def in_no_time(monkeypatch: pytest.MonkeyPatch) -> None:
    """Write down at once what is not answered."""
    monkeypatch.setattr(module, "SETTLE", 0.0)


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


async def test_who_holds_no_slot_gives_none_away(work: Work) -> None:
    order, done = ChatOrder(running=1), list[str]()

    async def note(name: str) -> None:
        await asyncio.sleep(0)
        done.append(name)

    await asyncio.gather(
        order.rest(0.0),
        order.process_update(update(1), note("first")),
        order.process_update(update(2, chat=8), note("second")),
    )

    assert done == ["first", "second"]


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


async def test_update_is_safe_once_it_is_answered(work: Work, book: Book) -> None:
    intake = intake_of(work, book)
    work.hold(2)

    await intake.take(update(1))
    task = intake.take(update(2))

    assert intake.unsafe() == {2}
    work.release(2)
    await task
    assert intake.unsafe() == set()
    assert book.finished == [1, 2]


@pytest.mark.usefixtures("in_no_time")
async def test_update_that_takes_long_is_written_down_until_it_is_answered(
    work: Work, book: Book
) -> None:
    intake = intake_of(work, book)
    work.hold(1)
    task = intake.take(update(1))

    await intake.settle([1])

    assert intake.is_safe(1)
    assert set(book.waiting) == {1}
    work.release(1)
    await task
    assert (book.waiting, book.finished) == ({}, [1])


@pytest.mark.usefixtures("in_no_time")
async def test_update_that_cannot_be_written_down_is_left_to_telegram(
    work: Work,
) -> None:
    intake = intake_of(work, Book(is_shut=True))
    work.hold(1)
    task = intake.take(update(1))

    await intake.settle([1])

    assert not intake.is_safe(1)
    work.release(1)
    await task


@pytest.mark.usefixtures("in_no_time")
async def test_what_was_written_down_is_answered_by_the_next_process_in_order(
    work: Work, book: Book
) -> None:
    lost = Work()
    lost.hold(1)
    killed = intake_of(lost, book)
    first, second = killed.take(update(1)), killed.take(update(2))
    await killed.settle([1, 2])
    first.cancel()
    second.cancel()

    intake = intake_of(work, book)
    await intake.resume()
    await asyncio.gather(intake.take(update(2)), intake.take(update(3)))

    assert work.begun == [1, 2, 3]


async def test_update_answered_by_an_earlier_process_is_not_answered_again(
    work: Work, book: Book
) -> None:
    await intake_of(Work(), book).take(update(1))

    intake = intake_of(work, book)
    await intake.resume()
    await intake.take(update(1))

    assert work.begun == []
    assert intake.is_safe(1)


async def test_what_was_left_but_cannot_be_read_hinders_nothing(work: Work) -> None:
    book = Book(waiting={1: "[]", 2: update(2).to_json()})
    intake = intake_of(work, book)

    await intake.resume()
    await intake.take(update(2))

    assert work.begun == [2]
    assert (book.waiting, book.finished) == ({}, [1, 2])


@pytest.mark.parametrize(
    "kinds",
    [
        {"message": message("Ünicode 😀 /dates", message_thread_id=5)},
        {"edited_message": message("again", edit_date=1_700_000_001)},
        {"message": message(voice=VOICE, caption="When?")},
        {"callback_query": PRESS},
        {"inline_query": {"id": "1", "from": ADA, "query": "when", "offset": ""}},
    ],
    ids=lambda kinds: next(iter(kinds)),
)
@pytest.mark.usefixtures("in_no_time")
async def test_update_is_the_same_when_it_was_written_down(
    book: Book, kinds: dict[str, Any]
) -> None:
    sent = Update.de_json({"update_id": 1, **kinds})
    work = Work()
    work.hold(1)
    intake = intake_of(work, book)
    task = intake.take(sent)

    await intake.settle([1])
    task.cancel()

    kept = Update.de_json(json.loads(book.waiting[1]), Bot(TOKEN))
    assert kept.to_dict() == sent.to_dict()


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


async def test_what_takes_too_long_is_left_to_the_next_process(
    work: Work, book: Book
) -> None:
    intake = intake_of(work, book)
    work.hold(1)
    running, waiting = intake.take(update(1)), intake.take(update(2))
    await idle()

    await intake.finish(0)
    await asyncio.gather(running, waiting, return_exceptions=True)

    assert (running.cancelled(), waiting.cancelled()) == (True, True)
    assert set(book.waiting) == {1, 2}


async def test_update_without_a_chat_is_worked_on(work: Work) -> None:
    intake = intake_of(work)

    await intake.take(Update(1))

    assert work.begun == [1]
