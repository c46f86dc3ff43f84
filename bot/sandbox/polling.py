"""getUpdates: long polling, one caller at a time."""

import asyncio
from contextlib import suppress

from bot.sandbox.errors import ApiError
from bot.sandbox.model import Json
from bot.sandbox.updates import UpdateQueue

TAKEN_OVER = (
    "Conflict: terminated by other getUpdates request; "
    "make sure that only one bot instance is running"
)


class Polling:
    """Answers getUpdates from the queue; a later call ends the one that waits."""

    def __init__(self, updates: UpdateQueue) -> None:
        self._updates = updates
        self._waiting: asyncio.Future[None] | None = None

    async def poll(self, offset: int, *, limit: int, seconds: float) -> list[Json]:
        """Confirm updates before `offset`; give the next ones, awaiting the first."""
        self.refuse_waiting(TAKEN_OVER)
        self._updates.confirm(offset)
        if not self._updates and seconds > 0:
            await self._arrival(seconds)
        return self._updates.first(limit)

    def wake(self) -> None:
        """Let the waiting call look at the queue again."""
        if self._waiting is not None and not self._waiting.done():
            self._waiting.set_result(None)

    def refuse_waiting(self, reason: str) -> None:
        """Answer the waiting call with 409."""
        if self._waiting is not None and not self._waiting.done():
            self._waiting.set_exception(ApiError(409, reason))

    async def _arrival(self, seconds: float) -> None:
        waiting = self._waiting = asyncio.get_running_loop().create_future()
        with suppress(TimeoutError):
            async with asyncio.timeout(seconds):
                await waiting
