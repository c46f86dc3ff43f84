"""How each reader wants to be answered."""

import sqlite3
from collections import OrderedDict
from dataclasses import dataclass

from bot.state.database import Database, StateUnavailableError

READERS = 1_000  # whose preferences stay at hand


@dataclass(frozen=True, slots=True)
class Preferences:
    """What one reader chose.

    `language` is the one to answer in, None for that of each question; `is_short`
    leaves the quotations out; `is_plain` leaves all formatting out, for a screen
    reader.
    """

    language: str | None = None
    is_short: bool = False
    is_plain: bool = False


DEFAULT = Preferences()


class PreferenceBook:
    """Keep what readers chose; those who chose nothing leave no trace."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._known: OrderedDict[int, Preferences] = OrderedDict()

    async def of(self, user: int | None) -> Preferences:
        """Give what a reader chose; the defaults where that cannot be told."""
        if user is None:
            return DEFAULT
        if user not in self._known:
            try:
                chosen = await self._database.run(lambda file: _read(file, user))
            except StateUnavailableError:
                return DEFAULT
            self._note(user, chosen)
        self._known.move_to_end(user)
        return self._known[user]

    async def choose(self, user: int, preferences: Preferences) -> None:
        """Keep what a reader chose.

        Raises:
            StateUnavailableError: It cannot be kept just now.
        """
        await self._database.run(lambda file: _write(file, user, preferences))
        self._note(user, preferences)

    def forget(self, user: int) -> None:
        """Know no more what a reader chose than the database does."""
        self._known.pop(user, None)

    def _note(self, user: int, preferences: Preferences) -> None:
        self._known[user] = preferences
        if len(self._known) > READERS:
            self._known.popitem(last=False)


def _read(file: sqlite3.Connection, user: int) -> Preferences:
    columns = "language, is_short, is_plain"
    row = file.execute(f"SELECT {columns} FROM preferences WHERE user = ?", (user,))
    for language, is_short, is_plain in row:
        return Preferences(language, bool(is_short), bool(is_plain))
    return DEFAULT


def _write(file: sqlite3.Connection, user: int, preferences: Preferences) -> None:
    file.execute("DELETE FROM preferences WHERE user = ?", (user,))
    if preferences != DEFAULT:
        row = (user, preferences.language, preferences.is_short, preferences.is_plain)
        file.execute("INSERT INTO preferences VALUES (?, ?, ?, ?)", row)
