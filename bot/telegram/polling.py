"""Updates by long polling; none is confirmed before it is safe."""

import asyncio
import logging
from contextlib import suppress
from datetime import timedelta

from telegram import Bot, Update
from telegram.error import Conflict, InvalidToken, RetryAfter, TelegramError

from bot.telegram.flood import seconds_of
from bot.telegram.intake import Intake
from bot.telegram.stopping import persist, run_until

log = logging.getLogger(__name__)
KINDS = (
    Update.MESSAGE,
    Update.EDITED_MESSAGE,
    Update.CALLBACK_QUERY,
    Update.INLINE_QUERY,
    Update.GUEST_MESSAGE,
)
BATCH = 100  # Bot API, getUpdates, `limit`
LONG = timedelta(seconds=30)
_AGAIN = (1.0, 2.0, 4.0, 8.0, 16.0, 30.0)


class Poller:
    """Fetches updates, and confirms each only once it is answered or written down.

    Telegram keeps what is not confirmed, so that a kill loses nothing: what was
    under way is delivered again to the next process.
    """

    def __init__(self, bot: Bot, intake: Intake) -> None:
        self._bot = bot
        self._intake = intake
        self._next = 0
        self._faults = 0

    @property
    def offset(self) -> int:
        """Give the id of the first update that is not to be confirmed.

        One that could not be written down, and lags a whole batch behind, is
        confirmed all the same, since Telegram would not show what comes after it.
        """
        oldest = min(self._intake.unsafe(), default=self._next)
        return oldest if self._next - oldest < BATCH else self._next

    async def run(self) -> None:
        """Fetch and hand over until cancelled.

        Raises:
            InvalidToken: The server does not know the bot any more.
        """
        await persist(self._bot.delete_webhook)  # polling is refused while one is set
        log.info("event=polling")
        while True:
            for update in await self._fetch():
                self._intake.take(update)
                self._next = max(self._next, update.update_id + 1)
            await self._intake.settle(self._intake.unsafe())

    async def confirm(self) -> None:
        """Tell Telegram what is safe, before the process ends."""
        with suppress(TelegramError):
            await self._bot.get_updates(
                offset=self.offset, limit=1, timeout=timedelta()
            )

    async def _fetch(self) -> tuple[Update, ...]:
        timeout = timedelta() if self._intake.unsafe() else LONG
        try:
            updates = await self._bot.get_updates(
                offset=self.offset,
                limit=BATCH,
                timeout=timeout,
                allowed_updates=KINDS,
            )
        except InvalidToken:
            raise
        except TelegramError as error:
            await self._back_off(error)
            return ()
        self._faults = 0
        return updates

    async def _back_off(self, error: TelegramError) -> None:
        pause = _AGAIN[min(self._faults, len(_AGAIN) - 1)]
        if isinstance(error, RetryAfter):
            pause = seconds_of(error)
        hint = " hint=another_process_polls" if isinstance(error, Conflict) else ""
        name = type(error).__name__
        log.warning("event=poll_failed error=%s seconds=%.1f%s", name, pause, hint)
        self._faults += 1
        await asyncio.sleep(pause)


async def poll_until(
    stop: asyncio.Event, *, bot: Bot, intake: Intake, grace: float
) -> None:
    """Poll until told to stop, then finish what was taken and confirm it."""
    poller = Poller(bot, intake)
    try:
        await run_until(stop, poller.run())
    finally:
        await intake.finish(grace)
        await poller.confirm()
