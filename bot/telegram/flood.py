"""Patience with Telegram: keep its pace, wait as long as it asks, and try again."""

import asyncio
import logging
from collections.abc import Awaitable, Callable, Coroutine
from datetime import timedelta
from time import monotonic
from typing import Any

from telegram.error import BadRequest, NetworkError, RetryAfter, TelegramError
from telegram.ext import BaseRateLimiter

from bot.metrics import note_wait
from bot.telegram.pace import Pace

log = logging.getLogger(__name__)
LONGEST_WAIT = 3_600.0  # seconds in all, for one request
_FIRST, _LONGEST = 0.5, 30.0  # seconds between two tries, after faults of the network
_UNCOUNTED = "sendChatAction"  # shows that an answer is coming, and is no message

Rest = Callable[[float], Awaitable[None]]
Answer = bool | dict[str, Any] | list[dict[str, Any]]


class Patience(BaseRateLimiter[None]):
    """Send at the pace that Telegram allows; repeat after limits and faults.

    Only the request's own chat waits. A reply that was sent although no answer
    came back may be sent twice; that is better than not at all.
    """

    def __init__(
        self,
        pace: Pace,
        *,
        rest: Rest = asyncio.sleep,
        clock: Callable[[], float] = monotonic,
    ) -> None:
        self._pace = pace
        self._rest = rest
        self._clock = clock

    async def process_request(
        self,
        callback: Callable[..., Coroutine[Any, Any, Answer]],
        args: Any,
        kwargs: dict[str, Any],
        endpoint: str,
        data: dict[str, Any],
        rate_limit_args: None,
    ) -> Answer:
        """Make a request until it is answered, or patience ends."""
        chat = _chat_written_to(endpoint, data)
        faults, waited = 0, 0.0
        while True:
            await self._keep_pace(chat)
            try:
                return await callback(*args, **kwargs)
            except TelegramError as error:
                pause = _pause(error, faults)
                if pause is None or waited + pause > LONGEST_WAIT:
                    raise
                self._tell(endpoint, error, pause)
                if chat is not None and isinstance(error, RetryAfter):
                    self._pace.hold(chat, self._clock() + pause)
            await self._rest(pause)
            faults, waited = faults + 1, waited + pause

    async def initialize(self) -> None:
        """Do nothing: there is nothing to open."""

    async def shutdown(self) -> None:
        """Do nothing: there is nothing to close."""

    async def _keep_pace(self, chat: int | None) -> None:
        wait = 0.0 if chat is None else self._pace.wait(chat, self._clock())
        if wait > 0:
            note_wait("pace", wait)
            await self._rest(wait)

    def _tell(self, endpoint: str, error: TelegramError, pause: float) -> None:
        name = type(error).__name__
        note_wait("limit" if isinstance(error, RetryAfter) else "network", pause)
        log.warning(
            "event=again method=%s after=%s seconds=%.1f", endpoint, name, pause
        )


def _chat_written_to(endpoint: str, data: dict[str, Any]) -> int | None:
    chat = data.get("chat_id")
    return chat if isinstance(chat, int) and endpoint != _UNCOUNTED else None


def _pause(error: TelegramError, faults: int) -> float | None:
    """Tell how long to wait before trying again; None where that would not help."""
    match error:
        case RetryAfter():
            return seconds_of(error)
        case BadRequest():  # a NetworkError to the library, but our own fault
            return None
        case NetworkError():
            return min(_FIRST * 2.0 ** min(faults, 10), _LONGEST)
    return None


def seconds_of(error: RetryAfter) -> float:
    """Give the seconds that Telegram asks to wait."""
    after = error.retry_after
    return after.total_seconds() if isinstance(after, timedelta) else float(after)
