"""Updates in: each chat in order, chats side by side, each update once."""

import asyncio
import json
import logging
from collections.abc import Awaitable, Iterable
from contextvars import ContextVar
from time import perf_counter
from typing import Any
from weakref import WeakValueDictionary

from telegram import Bot, Update
from telegram.ext import Application, BaseUpdateProcessor

from bot.metrics import note_reply
from bot.state.updates import UpdateBook

log = logging.getLogger(__name__)
RUNNING = 8  # at once; more made everything slower
WAITING = 10_000  # admitted, and held only by the order within their chat
REMEMBERED = 1_024  # finished updates that are known again when delivered twice
SETTLE = 0.25  # seconds in which an update is answered, or else written down

_holds_slot = ContextVar("holds_slot", default=False)


class ChatOrder(BaseUpdateProcessor):
    """Work on a chat's updates one after another, and on several chats at once."""

    def __init__(self, *, running: int = RUNNING, waiting: int = WAITING) -> None:
        super().__init__(waiting)
        self._slots = asyncio.Semaphore(running)
        self._turns: WeakValueDictionary[int, asyncio.Lock] = WeakValueDictionary()

    async def do_process_update(
        self, update: object, coroutine: Awaitable[Any]
    ) -> None:
        """Await the chat's turn, then a free slot, then the work."""
        # A lock lives for as long as somebody holds it or waits for it.
        turn = self._turns.setdefault(_chat_of(update), asyncio.Lock())
        try:
            async with turn, self._slots:
                _holds_slot.set(True)
                await coroutine
        finally:
            if asyncio.iscoroutine(coroutine):
                coroutine.close()  # never begun, if cancelled while waiting

    async def rest(self, seconds: float) -> None:
        """Let another chat work while this one has to wait.

        Whoever sends without having been asked, such as news, holds nobody up.
        """
        if not _holds_slot.get():
            await asyncio.sleep(seconds)
            return
        self._slots.release()
        try:
            await asyncio.sleep(seconds)
        finally:
            await self._slots.acquire()

    async def initialize(self) -> None:
        """Do nothing: there is nothing to open."""

    async def shutdown(self) -> None:
        """Do nothing: there is nothing to close."""


def _chat_of(update: object) -> int:
    """Give the chat that an update belongs to, or its sender where it has none."""
    if not isinstance(update, Update):
        return 0
    home = update.effective_chat or update.effective_user
    return home.id if home else 0


def _kind_of(update: Update) -> str:
    """Name what an update brings, as `callback_query`."""
    return next((kind for kind in Update.ALL_TYPES if getattr(update, kind)), "other")


def read_update(content: Any, bot: Bot) -> Update | None:
    """Read an update from its JSON, None if it is none."""
    try:
        return Update.de_json(content, bot)
    except (AttributeError, KeyError, TypeError, ValueError):
        log.warning("event=update_unreadable")
        return None


class Intake:
    """Takes updates in, and knows which of them only Telegram still holds.

    An update is *safe* once it is answered, or written down to be answered even by
    another process: then Telegram may be told to forget it. One that is delivered
    again joins the work on the first delivery.
    """

    def __init__(
        self,
        application: Application[Any, Any, Any, Any, Any, Any],
        book: UpdateBook,
    ) -> None:
        self._application = application
        self._book = book
        self._tasks: dict[int, asyncio.Future[None]] = {}
        self._unsafe: dict[int, Update] = {}
        self.is_closed = False

    async def resume(self) -> None:
        """Take up what an earlier process left: call it before anything is taken."""
        left = await self._book.left()
        for update_id in left.answered:
            self._tasks[update_id] = asyncio.get_running_loop().create_future()
            self._tasks[update_id].set_result(None)
        waiting = left.waiting or {}
        for update_id, content in waiting.items():
            update = read_update(json.loads(content), self._application.bot)
            if update is None:
                await self._book.answered(update_id)  # there is no answer to it
            else:
                self._begin(update)
        if waiting:
            log.info("event=resumed updates=%d", len(waiting))

    def take(self, update: Update) -> asyncio.Future[None]:
        """Begin to work on an update; what is given ends when its reply is out."""
        if update.update_id not in self._tasks:
            self._unsafe[update.update_id] = update
            self._begin(update)
            self._forget()
        return self._tasks[update.update_id]

    def unsafe(self) -> frozenset[int]:
        """Give the updates that only Telegram still holds, by id."""
        return frozenset(self._unsafe)

    def is_safe(self, number: int) -> bool:
        """Tell whether Telegram may be told to forget an update."""
        return number not in self._unsafe

    async def settle(self, numbers: Iterable[int]) -> None:
        """Wait a moment for answers to these updates, then write down the others."""
        tasks = [self._tasks[number] for number in numbers if number in self._unsafe]
        if tasks:
            await asyncio.wait(tasks, timeout=SETTLE)
            await self._write_down(numbers)

    async def finish(self, seconds: float) -> None:
        """Take no more, and finish what was taken, in so many seconds at most.

        What is not finished by then is written down, or left to Telegram.
        """
        self.is_closed = True
        tasks = [task for task in self._tasks.values() if not task.done()]
        if tasks:
            _, late = await asyncio.wait(tasks, timeout=seconds)
            await self._write_down(self._unsafe)
            for task in late:
                task.cancel()
            log.info("event=finished updates=%d late=%d", len(tasks), len(late))

    async def _write_down(self, numbers: Iterable[int]) -> None:
        late = {n: self._unsafe[n] for n in numbers if n in self._unsafe}
        contents = {number: update.to_json() for number, update in late.items()}
        if contents and await self._book.accept(contents):
            for number in contents:
                self._unsafe.pop(number, None)

    def _begin(self, update: Update) -> None:
        self._tasks[update.update_id] = asyncio.create_task(self._work(update))

    async def _work(self, update: Update) -> None:
        application, start = self._application, perf_counter()
        await application.update_processor.process_update(
            update, application.process_update(update)
        )
        note_reply(_kind_of(update), perf_counter() - start)
        await self._book.answered(update.update_id)
        self._unsafe.pop(update.update_id, None)

    def _forget(self) -> None:
        """Forget the oldest finished updates beyond those worth remembering."""
        excess = len(self._tasks) - REMEMBERED
        if excess > 0:
            finished = [key for key, task in self._tasks.items() if task.done()]
            for key in finished[:excess]:
                del self._tasks[key]
