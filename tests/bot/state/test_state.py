import sqlite3
from datetime import UTC, datetime
from pathlib import Path

from bot.state.database import Database
from bot.state.feedback import Feedback
from bot.state.preferences import DEFAULT, Preferences
from bot.state.state import PERSONAL, State, state_in


async def fill(state: State, user: int) -> None:
    await state.preferences.choose(user, Preferences("fr"))
    now = datetime(2026, 1, 1, tzinfo=UTC)
    said = Feedback(True, f"words of {user}", f"answer to {user}", now)
    await state.feedback.add(user, said)


def tables_of_readers(file: sqlite3.Connection) -> set[str]:
    names = file.execute("SELECT name FROM sqlite_master WHERE type = 'table'")
    return {
        name
        for (name,) in names.fetchall()
        for column in file.execute(f"PRAGMA table_info({name})")
        if column[1] == "user"
    }


async def test_every_table_that_tells_of_readers_is_erased(database: Database) -> None:
    assert await database.run(tables_of_readers) == set(PERSONAL)


async def test_reader_is_forgotten_and_no_other(database: Database) -> None:
    state = state_in(database)
    await fill(state, 7)
    await fill(state, 8)

    await state.forget(7)

    assert await state.preferences.of(7) == DEFAULT
    assert await state.preferences.of(8) == Preferences("fr")
    assert [each.question for each in await state.feedback.newest(9)] == ["words of 8"]


async def test_nothing_of_a_forgotten_reader_is_left_in_the_files(
    database: Database, path: Path
) -> None:
    state = state_in(database)
    await fill(state, 7)

    await state.forget(7)

    left = b"".join(each.read_bytes() for each in path.parent.iterdir())
    assert b"words of" not in left
