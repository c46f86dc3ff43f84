"""When to stop, and what goes on until then."""

import asyncio
import logging
import signal
from collections.abc import AsyncIterator, Awaitable, Callable, Coroutine
from contextlib import asynccontextmanager, suppress
from typing import Any

from telegram.error import BadRequest, NetworkError

log = logging.getLogger(__name__)
_AGAIN = 5.0  # seconds


def stop_signal() -> asyncio.Event:
    """Give an event that SIGTERM and SIGINT set; call it within the event loop."""
    stop = asyncio.Event()
    loop = asyncio.get_running_loop()
    for number in (signal.SIGTERM, signal.SIGINT):
        loop.add_signal_handler(number, stop.set)
    return stop


async def run_until(stop: asyncio.Event, work: Coroutine[Any, Any, None]) -> None:
    """Run until the work is done or cancelled by `stop`; raise what it raises."""
    working = asyncio.create_task(work)
    stopping = asyncio.create_task(stop.wait())
    await asyncio.wait({working, stopping}, return_when=asyncio.FIRST_COMPLETED)
    stopping.cancel()
    working.cancel()
    with suppress(asyncio.CancelledError):
        await working


@asynccontextmanager
async def alongside(*work: Coroutine[Any, Any, None]) -> AsyncIterator[None]:
    """Let work go on for as long as the block does."""
    tasks = [asyncio.create_task(each) for each in work]
    try:
        yield
    finally:
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)


async def persist(call: Callable[[], Awaitable[object]]) -> None:
    """Make a call that start-up needs, until Telegram can be reached."""
    while True:
        try:
            await call()
        except BadRequest:  # a NetworkError to the library, but our own fault
            raise
        except NetworkError as error:
            log.warning("event=unreachable error=%s", type(error).__name__)
            await asyncio.sleep(_AGAIN)
        else:
            return
