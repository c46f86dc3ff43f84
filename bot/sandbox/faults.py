"""Faults on demand: what goes wrong with the next calls of a method."""

import asyncio
from collections import defaultdict, deque
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import Any, Protocol

from bot.sandbox.errors import ApiError
from bot.sandbox.methods import canonical_name

Act = Callable[[], Awaitable[Any]]


class ConnectionCut(Exception):  # noqa: N818 - an order to the server, no error
    """The server must cut the connection instead of answering."""


class Fault(Protocol):
    """Stands between a request and the method that it calls."""

    async def apply(self, act: Act) -> Any:
        """Give the answer to the request; `act` runs the method."""


@dataclass(frozen=True, slots=True)
class Refused:
    """The request is answered with an error; the method does not run."""

    code: int
    description: str
    retry_after: int | None = None

    async def apply(self, act: Act) -> Any:
        """Refuse."""
        raise ApiError(self.code, self.description, retry_after=self.retry_after)


@dataclass(frozen=True, slots=True)
class Reset:
    """The connection is reset before the method ran."""

    async def apply(self, act: Act) -> Any:
        """Cut the connection."""
        raise ConnectionCut


@dataclass(frozen=True, slots=True)
class AnswerLost:
    """The method runs, then the connection is reset: the caller cannot know."""

    async def apply(self, act: Act) -> Any:
        """Run the method, then cut the connection."""
        await act()
        raise ConnectionCut


@dataclass(frozen=True, slots=True)
class Held:
    """The request waits for `release`, then runs: the caller may time out."""

    release: asyncio.Event

    async def apply(self, act: Act) -> Any:
        """Wait, then run the method."""
        await self.release.wait()
        return await act()


def too_many_requests(retry_after: int) -> Refused:
    """Refuse for flooding; the bot must wait `retry_after` seconds."""
    reason = f"Too Many Requests: retry after {retry_after}"
    return Refused(429, reason, retry_after=retry_after)


def blocked_by_user() -> Refused:
    """Refuse as when the user has blocked the bot."""
    return Refused(403, "Forbidden: bot was blocked by the user")


def server_error() -> Refused:
    """Refuse as when the platform itself has failed."""
    return Refused(500, "Internal Server Error")


class Faults:
    """Queues of faults; each call of a method uses up one."""

    def __init__(self) -> None:
        self._queues: dict[str, deque[Fault]] = defaultdict(deque)

    def add(self, method: str, *faults: Fault) -> None:
        """Let the next calls of a method meet these faults, in order."""
        self._queues[canonical_name(method)].extend(faults)

    async def apply(self, method: str, act: Act) -> Any:
        """Run a call through its fault, when one is queued."""
        queue = self._queues[method]
        return await (queue.popleft().apply(act) if queue else act())
