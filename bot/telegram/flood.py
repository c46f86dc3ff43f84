"""Patience with Telegram: wait as long as it asks, and try again."""

import asyncio
import logging
from collections.abc import Awaitable, Callable, Coroutine
from datetime import timedelta
from typing import Any

from telegram.error import BadRequest, NetworkError, RetryAfter, TelegramError
from telegram.ext import BaseRateLimiter

log = logging.getLogger(__name__)
LONGEST_WAIT = 300.0  # seconds in all, for one request
_AGAIN = (0.5, 1.0, 2.0, 4.0)  # seconds, after faults of the network

Rest = Callable[[float], Awaitable[None]]
Answer = bool | dict[str, Any] | list[dict[str, Any]]


class Patience(BaseRateLimiter[None]):
    """Repeat a request after a flood limit or a fault of the network.

    Only the request's own chat waits. A reply that was sent although no answer
    came back may be sent twice; that is better than not at all.
    """

    def __init__(self, *, rest: Rest = asyncio.sleep) -> None:
        self._rest = rest

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
        faults, waited = 0, 0.0
        while True:
            try:
                return await callback(*args, **kwargs)
            except TelegramError as error:
                pause = _pause(error, faults)
                if pause is None or waited + pause > LONGEST_WAIT:
                    raise
                log.warning(
                    "event=again method=%s after=%s seconds=%.1f",
                    endpoint,
                    type(error).__name__,
                    pause,
                )
            await self._rest(pause)
            faults, waited = faults + 1, waited + pause

    async def initialize(self) -> None:
        """Do nothing: there is nothing to open."""

    async def shutdown(self) -> None:
        """Do nothing: there is nothing to close."""


def _pause(error: TelegramError, faults: int) -> float | None:
    """Tell how long to wait before trying again; None where that would not help."""
    match error:
        case RetryAfter():
            return seconds_of(error)
        case BadRequest():  # a NetworkError to the library, but our own fault
            return None
        case NetworkError() if faults < len(_AGAIN):
            return _AGAIN[faults]
    return None


def seconds_of(error: RetryAfter) -> float:
    """Give the seconds that Telegram asks to wait."""
    after = error.retry_after
    return after.total_seconds() if isinstance(after, timedelta) else float(after)
