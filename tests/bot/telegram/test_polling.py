import asyncio
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any, cast

import pytest
from telegram import Bot, Update
from telegram.error import InvalidToken

from bot.telegram import intake as module
from bot.telegram.intake import Intake
from bot.telegram.polling import BATCH, Poller, poll_until
from tests.bot.telegram.test_intake import Book, Work, idle, intake_of, update


@dataclass(slots=True)
class Server:
    """A queue of updates that forgets only what is confirmed."""

    updates: list[Update]
    offsets: list[int] = field(default_factory=list)
    fault: Exception | None = None

    async def delete_webhook(self) -> bool:
        return True

    async def get_updates(self, *, offset: int, **_: Any) -> Sequence[Update]:
        self.offsets.append(offset)
        if self.fault:
            raise self.fault
        waiting = [each for each in self.updates if each.update_id >= offset]
        if not waiting:
            await asyncio.Event().wait()
        return waiting[:BATCH]

    @property
    def bot(self) -> Bot:
        return cast(Bot, self)


@pytest.fixture
def work() -> Work:
    return Work()


@pytest.fixture
def book() -> Book:
    return Book()


@pytest.fixture
def intake(work: Work, book: Book) -> Intake:
    return intake_of(work, book)


async def test_update_is_confirmed_only_once_it_is_finished(
    work: Work, intake: Intake
) -> None:
    work.hold(5)
    server = Server([update(5)])
    polling = asyncio.create_task(Poller(server.bot, intake).run())
    await idle()
    assert server.offsets == [0]

    work.release(5)
    await intake.take(update(5))
    await idle()

    assert server.offsets == [0, 6]
    polling.cancel()


async def test_update_that_lags_is_held_back_while_others_go_on(
    work: Work, intake: Intake
) -> None:
    work.hold(5)
    poller = Poller(Server([update(5), update(6, chat=8)]).bot, intake)
    polling = asyncio.create_task(poller.run())
    await idle()

    assert (work.begun, poller.offset) == ([5, 6], 5)

    polling.cancel()
    work.release(5)
    await intake.take(update(5))
    assert poller.offset == 7


async def test_update_that_is_written_down_is_confirmed(
    work: Work, intake: Intake, book: Book, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "SETTLE", 0.0)
    work.hold(5)
    server = Server([update(5)])
    polling = asyncio.create_task(Poller(server.bot, intake).run())

    await idle()

    assert server.offsets == [0, 6]
    assert set(book.waiting) == {5}
    polling.cancel()
    work.release(5)


async def test_update_that_lags_a_batch_behind_holds_nobody_up(
    work: Work, intake: Intake, book: Book
) -> None:
    book.is_shut = True
    work.hold(1)
    numbers = range(1, BATCH + 1)
    poller = Poller(Server([update(n, chat=n) for n in numbers]).bot, intake)
    polling = asyncio.create_task(poller.run())
    for number in numbers[1:]:
        await intake.take(update(number, chat=number))

    assert poller.offset == BATCH + 1
    polling.cancel()
    work.release(1)


async def test_stop_finishes_and_confirms_what_was_taken(
    work: Work, intake: Intake
) -> None:
    work.hold(5)
    server, stop = Server([update(5)]), asyncio.Event()
    running = asyncio.create_task(
        poll_until(stop, bot=server.bot, intake=intake, grace=60)
    )
    await idle()

    stop.set()
    await idle()
    server.updates.append(update(6))
    work.release(5)
    await running

    assert work.begun == [5]
    assert server.offsets[-1] == 6


async def test_token_that_is_refused_ends_the_polling(intake: Intake) -> None:
    server = Server([], fault=InvalidToken())

    with pytest.raises(InvalidToken):
        await poll_until(asyncio.Event(), bot=server.bot, intake=intake, grace=0)
