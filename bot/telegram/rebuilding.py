"""/rebuild: the index built anew, its progress shown, and what it brings."""

import asyncio
import logging
from contextlib import suppress
from contextvars import Context
from dataclasses import dataclass, field
from pathlib import Path

from telegram import Message, Update
from telegram.error import BadRequest
from telegram.ext import ContextTypes

from bot.answering.model import Answer
from bot.looking import look_apart
from bot.messages import Tongue
from bot.news import Snapshot, tell
from bot.rebuilding import Rebuild, rebuild
from bot.reply import Reply
from bot.state.preferences import DEFAULT
from bot.telegram.readers import Readers
from bot.telegram.sending import send_reply
from index.errors import IndexUnavailableError

log = logging.getLogger(__name__)
REBUILD = "rebuild"
_SAID = 10  # last lines of a build that failed


@dataclass(frozen=True, slots=True)
class Rebuilding:
    """Builds the index on demand, one build at a time."""

    readers: Readers
    data: Path
    index: Path
    turn: asyncio.Lock = field(default_factory=asyncio.Lock)
    tasks: set[asyncio.Task[None]] = field(default_factory=set)

    async def on_rebuild(
        self, update: Update, _context: ContextTypes.DEFAULT_TYPE
    ) -> None:
        """Begin a build beside all other work, unless one is under way."""
        message = update.effective_message
        if message is None:
            return
        tongue = await self.readers.tongue(update)
        if self.turn.locked():
            await message.reply_text(tongue.texts.rebuild_busy)
            return
        shown = await message.reply_text(tongue.texts.rebuild_begun)
        # The administrator may ask other things meanwhile; it holds no slot of theirs.
        work = self._rebuild(message, shown, tongue)
        task = asyncio.create_task(work, context=Context())
        self.tasks.add(task)
        task.add_done_callback(self.tasks.discard)

    async def _rebuild(self, asked: Message, shown: Message, tongue: Tongue) -> None:
        async def show(step: str) -> None:
            with suppress(BadRequest):  # the same step again
                await shown.edit_text(tongue.texts.rebuild_step.format(step=step))

        try:
            async with self.turn:
                before = await self._served()
                done = await rebuild(self.data, self.index, begun=show)
                answer = await self._report(done, before, tongue)
            ended = tongue.texts.rebuild_done.format(seconds=f"{done.seconds:.1f}")
            await shown.edit_text(ended)
            await send_reply(asked, Reply(answer, tongue), DEFAULT)
        except Exception:  # nobody awaits this task
            log.exception("event=rebuild_failed")

    async def _report(
        self, done: Rebuild, before: Snapshot | None, tongue: Tongue
    ) -> Answer:
        """Say what a build brings, or what it said if it did not succeed whole."""
        if not done.is_whole:
            failed, said = tongue.texts.rebuild_failed, done.said[-_SAID:]
            return Answer("", tongue.code, True, failed, 1.0, points=said)
        look = await look_apart(self.index, before)
        return tell(look.changes, tongue)

    async def _served(self) -> Snapshot | None:
        """Give what is served, None if nothing can be."""
        with suppress(IndexUnavailableError):
            return (await look_apart(self.index, None)).snapshot
        return None
