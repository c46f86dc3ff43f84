"""Updates in: each chat in order, chats side by side, each update once."""

import asyncio
import logging
from collections.abc import Awaitable
from typing import Any
from weakref import WeakValueDictionary

from telegram import Update
from telegram.ext import Application, BaseUpdateProcessor

log = logging.getLogger(__name__)
RUNNING = 8  # at once; more made everything slower
WAITING = 1_024  # admitted, and held only by the order within their chat
REMEMBERED = 1_024  # finished updates that are known again when delivered twice


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
                await coroutine
        finally:
            if asyncio.iscoroutine(coroutine):
                coroutine.close()  # never begun, if cancelled while waiting

    async def rest(self, seconds: float) -> None:
        """Let another chat work while this one has to wait."""
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
    """Give the chat that an update belongs to, or who sent one without any chat."""
    if not isinstance(update, Update):
        return 0
    of = update.effective_chat or update.effective_user
    return of.id if of else 0


class Intake:
    """Takes updates in and knows which of them are not finished yet.

    An update that is delivered again joins the work on the first delivery.
    """

    def __init__(self, application: Application[Any, Any, Any, Any, Any, Any]) -> None:
        self._application = application
        self._tasks: dict[int, asyncio.Task[None]] = {}
        self.is_closed = False

    def take(self, update: Update) -> asyncio.Task[None]:
        """Begin to work on an update; the task ends when its reply is out."""
        task = self._tasks.get(update.update_id)
        if task is None:
            task = asyncio.create_task(self._work(update))
            self._tasks[update.update_id] = task
            self._forget()
        return task

    def unfinished(self) -> dict[int, asyncio.Task[None]]:
        """Give the updates still worked on, by id."""
        return {key: task for key, task in self._tasks.items() if not task.done()}

    async def finish(self, seconds: float) -> None:
        """Take no more, and finish what was taken, in so many seconds at most."""
        self.is_closed = True
        tasks = self.unfinished().values()
        if tasks:
            _, late = await asyncio.wait(tasks, timeout=seconds)
            for task in late:
                task.cancel()
            log.info("event=finished updates=%d late=%d", len(tasks), len(late))

    async def _work(self, update: Update) -> None:
        application = self._application
        await application.update_processor.process_update(
            update, application.process_update(update)
        )

    def _forget(self) -> None:
        """Forget the oldest finished updates beyond those worth remembering."""
        excess = len(self._tasks) - REMEMBERED
        if excess > 0:
            finished = [key for key, task in self._tasks.items() if task.done()]
            for key in finished[:excess]:
                del self._tasks[key]
