"""Which updates were answered, and those that were accepted but not answered yet."""

import asyncio
import sqlite3
from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from functools import partial

from bot.state.database import Database, StateUnavailableError

# Answered ones that are kept: far more than Telegram delivers before it hears that
# they were accepted, so that none is answered twice.
ANSWERED = 1_024


@dataclass(frozen=True, slots=True)
class Left:
    """What an earlier process left: ids it answered, and updates it had yet to.

    `waiting` holds the content of the latter by id, in the order of their acceptance.
    """

    answered: Sequence[int] = ()
    waiting: Mapping[int, str] | None = None


class UpdateBook:
    """Keep what is said of updates; where that cannot be done, nobody is held up.

    The content of an update is kept only while it waits.
    """

    def __init__(self, database: Database) -> None:
        self._database = database
        self._turn = asyncio.Lock()
        self._finished: list[int] = []

    async def left(self) -> Left:
        """Give what an earlier process left."""
        with suppress(StateUnavailableError):
            return await self._database.run(_read)
        return Left()

    async def accept(self, contents: Mapping[int, str]) -> bool:
        """Keep updates until they are answered; tell whether that could be done."""
        with suppress(StateUnavailableError):
            await self._database.run(partial(_accept, contents=contents))
            return True
        return False

    async def answered(self, update_id: int) -> None:
        """Note that an update is answered.

        Those that come while others are being written are written together.
        """
        self._finished.append(update_id)
        async with self._turn:
            ids, self._finished = self._finished, []
            if ids:
                with suppress(StateUnavailableError):
                    await self._close(ids)

    async def _close(self, ids: Sequence[int]) -> None:
        had_content = await self._database.run(partial(_close, ids=ids))
        if had_content:
            await self._database.wipe()


def _read(file: sqlite3.Connection) -> Left:
    rows = file.execute("SELECT id, content FROM updates ORDER BY number").fetchall()
    return Left(
        answered=tuple(update_id for update_id, content in rows if content is None),
        waiting={update_id: content for update_id, content in rows if content},
    )


def _accept(file: sqlite3.Connection, *, contents: Mapping[int, str]) -> None:
    # One that was answered just now is left as it is.
    sql = "INSERT INTO updates (id, content) VALUES (?, ?) ON CONFLICT DO NOTHING"
    file.executemany(sql, contents.items())


def _close(file: sqlite3.Connection, *, ids: Sequence[int]) -> bool:
    """Mark updates as answered; tell whether the content of any was kept."""
    had_content = False
    for update_id in ids:
        sql = "SELECT 1 FROM updates WHERE id = ? AND content IS NOT NULL"
        had_content |= file.execute(sql, (update_id,)).fetchone() is not None
        file.execute("DELETE FROM updates WHERE id = ?", (update_id,))
        file.execute("INSERT INTO updates (id) VALUES (?)", (update_id,))
    oldest = "(SELECT max(number) FROM updates) - ?"
    sql = f"DELETE FROM updates WHERE content IS NULL AND number <= {oldest}"
    file.execute(sql, (ANSWERED,))
    return had_content
