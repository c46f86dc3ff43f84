"""After each rebuild: what is new, told to whoever wants to hear it."""

import asyncio
import logging
from pathlib import Path

import msgspec
from telegram import Bot
from telegram.constants import ParseMode
from telegram.error import Forbidden, TelegramError

from bot.looking import look_apart
from bot.messages import Tongue
from bot.news import Notice, Snapshot, tell
from bot.render import render_answer, unformatted
from bot.service import SearchThread
from bot.split import split_messages
from bot.state.database import StateUnavailableError
from bot.state.news import Known, NewsBook, Untold
from bot.telegram.choices import choice, keyboard
from bot.telegram.subscribing import STOP, SUBSCRIBE
from index.errors import PalermoError
from index.generations import served_generation

log = logging.getLogger(__name__)
PAUSE = 2.0  # seconds between two looks at what is published


class Newsroom:
    """Looks for another generation, and tells each subscriber once what it brings.

    What was not told when the process ended is told by the next one.
    """

    def __init__(
        self, bot: Bot, index: Path, *, book: NewsBook, thread: SearchThread
    ) -> None:
        self._bot = bot
        self._index = index
        self._book = book
        self._thread = thread

    async def run(self) -> None:
        """Look and tell until cancelled; a fault ends no more than its round."""
        while True:
            try:
                await self.look()
                await self.deliver()
            except StateUnavailableError:
                pass  # logged where it was met
            except PalermoError as fault:
                log.warning("event=news_failed reason=%s", fault)
            except Exception:
                log.exception("event=news_failed")
            await asyncio.sleep(PAUSE)

    async def look(self) -> None:
        """Note what another generation brings, if another is published.

        Nothing is looked at, and nothing known, while nobody wants to hear of it.
        """
        known = await self._book.known()
        if not await self._book.subscribers():
            if known:
                await self._book.know_nothing()
            return
        served = served_generation(self._index)
        if served is None or (known and known.generation == served):
            return
        before = msgspec.json.decode(known.content, type=Snapshot) if known else None
        look = await look_apart(self._index, before)
        notice = Notice(look.changes)
        news = msgspec.json.encode(notice).decode() if look.changes else None
        content = msgspec.json.encode(look.snapshot).decode()
        await self._book.publish(Known(served, content), news)
        log.info("event=news is_new=%s", news is not None)

    async def deliver(self) -> None:
        """Tell each subscriber what they have yet to hear."""
        for untold in await self._book.untold():
            try:
                await self._send(untold)
            except Forbidden:
                log.info("event=blocked")
                await self._book.unsubscribe(untold.to.chat)
            except TelegramError as error:
                log.warning("event=news_not_sent error=%s", type(error).__name__)
            else:
                await self._book.tell(untold)

    async def _send(self, untold: Untold) -> None:
        tongue = await self._thread.tongue(hint=untold.to.language)
        notice = msgspec.json.decode(untold.content, type=Notice)
        stop = choice(tongue.texts.subscribe_stop, SUBSCRIBE, STOP)
        for text in _drawn(notice, tongue):
            await self._bot.send_message(
                untold.to.chat,
                text,
                parse_mode=ParseMode.HTML,
                message_thread_id=untold.to.topic,
                reply_markup=keyboard([stop]),
            )


def _drawn(notice: Notice, tongue: Tongue) -> tuple[str, ...]:
    if notice.words:
        return split_messages(unformatted(notice.words))
    return render_answer(tell(notice.changes, tongue), tongue)
