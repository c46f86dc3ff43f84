"""One SQLite file: opened when first needed, migrated, used from one thread."""

import asyncio
import logging
import sqlite3
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from pathlib import Path
from types import TracebackType
from typing import Self, TypeVar

from bot.state.migrations import MIGRATIONS
from index.errors import PalermoError

log = logging.getLogger(__name__)
BUSY = 0.25  # seconds that a question may wait for another program to let go
_MEMBERS_ONLY = 0o600  # it holds what readers chose, so nobody else may read it
_OPENING = (
    "PRAGMA journal_mode = WAL",  # commits outlive a killed process, and are fast
    "PRAGMA synchronous = NORMAL",
    "PRAGMA secure_delete = ON",  # what is deleted is overwritten, not only unlinked
)
# By the first word of SQLite's own name for what went wrong.
_ADVICE = {
    "BUSY": "is busy; end the other program that holds it",
    "CANTOPEN": "cannot be opened; mend the permissions of its folder",
    "CORRUPT": "is damaged; move it away, and a new one is begun",
    "FULL": "cannot grow; free some space",
    "NOTADB": "is no database; move it away, and a new one is begun",
    "READONLY": "cannot be written; mend its permissions",
}
_ADVICE_ELSE = "failed; see the log, or move it away, and a new one is begun"
T = TypeVar("T")
Work = Callable[[sqlite3.Connection], T]


class StateUnavailableError(PalermoError):
    """The database cannot be used just now; the message says what to do."""


class Database:
    """Run work on the file, each in one transaction; a fault is logged when it is new.

    The file is opened again after every fault, so that mending it needs no restart.
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        self._thread = ThreadPoolExecutor(1, thread_name_prefix="state")
        self._connection: sqlite3.Connection | None = None
        self._fault: str | None = None

    async def run(self, work: Work[T]) -> T:
        """Give what `work` gives; all that it writes is kept, or nothing.

        `work` fetches whatever it asks for: an open cursor holds up later commits.

        Raises:
            StateUnavailableError: The file cannot be used.
        """
        return await self._in_thread(partial(self._transact, work))

    async def wipe(self) -> None:
        """Leave no trace in the files of what was deleted.

        Raises:
            StateUnavailableError: The file cannot be used.
        """
        # The log of changes still holds the pages as they were; this empties it.
        sql = "PRAGMA wal_checkpoint(TRUNCATE)"
        await self.run(lambda file: file.execute(sql).fetchall())

    async def __aenter__(self) -> Self:
        """Give itself, to be closed at the end of the block."""
        return self

    async def __aexit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """Finish what was begun and close the file."""
        await self._in_thread(self._close)
        self._thread.shutdown()

    async def _in_thread(self, work: Callable[[], T]) -> T:
        return await asyncio.get_running_loop().run_in_executor(self._thread, work)

    def _transact(self, work: Work[T]) -> T:
        try:
            connection = self._opened()
            with connection:
                done = work(connection)
        except (OSError, sqlite3.Error, StateUnavailableError) as error:
            self._close()
            fault = self._told(error)
            raise fault from error
        self._fault = None
        return done

    def _opened(self) -> sqlite3.Connection:
        if self._connection is None:
            self._path.parent.mkdir(parents=True, exist_ok=True)
            self._path.touch(mode=_MEMBERS_ONLY)
            self._connection = sqlite3.connect(self._path, timeout=BUSY)
            for pragma in _OPENING:
                self._connection.execute(pragma)
            self._migrate(self._connection)
        return self._connection

    def _migrate(self, connection: sqlite3.Connection) -> None:
        (version,) = connection.execute("PRAGMA user_version").fetchone()
        if version > len(MIGRATIONS):
            raise StateUnavailableError(
                f"{self._path} was written by a newer version of this program; "
                "run that one, or move the file away, and a new one is begun"
            )
        for number, script in enumerate(MIGRATIONS[version:], start=version + 1):
            connection.executescript(
                f"BEGIN IMMEDIATE; {script}; PRAGMA user_version = {number}; COMMIT"
            )

    def _close(self) -> None:
        if self._connection is not None:
            self._connection.close()
            self._connection = None

    def _told(self, error: Exception) -> StateUnavailableError:
        """Say what to do about a fault, and log it unless it was the last one, too."""
        fault = f"{self._path} {_advice(error)}"
        if isinstance(error, StateUnavailableError):
            fault = str(error)
        if fault != self._fault:
            log.error("event=state_unavailable reason=%s detail=%s", fault, error)
        self._fault = fault
        return StateUnavailableError(fault)


def _advice(error: Exception) -> str:
    if isinstance(error, OSError):
        return f"cannot be opened ({error.strerror}); mend the permissions there"
    name = getattr(error, "sqlite_errorname", "").removeprefix("SQLITE_")
    return _ADVICE.get(name.partition("_")[0], _ADVICE_ELSE)
