"""An append-only record that tests can wait on without sleeping."""

import asyncio
from collections.abc import AsyncIterator, Callable, Iterator
from typing import Generic, TypeVar

T = TypeVar("T")


class Journal(Generic[T]):
    """What happened, in order; readers keep their own position."""

    def __init__(self) -> None:
        self._entries: list[T] = []
        self._changed = asyncio.Event()

    def __len__(self) -> int:
        """Count the entries; also the position behind the last one."""
        return len(self._entries)

    def __iter__(self) -> Iterator[T]:
        """Go through the entries written so far."""
        return iter(tuple(self._entries))

    def append(self, entry: T) -> None:
        """Write down an entry and wake everyone who waits."""
        self._entries.append(entry)
        changed, self._changed = self._changed, asyncio.Event()
        changed.set()

    async def follow(self) -> AsyncIterator[T]:
        """Go through all entries, then through new ones as they come, for ever."""
        position = 0
        while True:
            while position < len(self._entries):
                yield self._entries[position]
                position += 1
            await self._changed.wait()

    async def next(
        self, position: int, is_wanted: Callable[[T], bool], *, within: float
    ) -> tuple[T, int]:
        """Await the first wanted entry from `position`; give the position behind it.

        Raises:
            TimeoutError: None came `within` so many seconds.
        """
        try:
            async with asyncio.timeout(within):
                return await self._first_from(position, is_wanted)
        except TimeoutError:
            last = self._entries[-3:]
            raise TimeoutError(f"not within {within} s; the last were {last}") from None

    async def _first_from(
        self, position: int, is_wanted: Callable[[T], bool]
    ) -> tuple[T, int]:
        while True:
            for index in range(position, len(self._entries)):
                if is_wanted(self._entries[index]):
                    return self._entries[index], index + 1
            position = len(self._entries)
            await self._changed.wait()
