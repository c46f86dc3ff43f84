import logging
import sqlite3
import stat
from collections.abc import Callable
from pathlib import Path

import pytest

from bot.state import database as module
from bot.state.database import Database, StateUnavailableError
from bot.state.migrations import MIGRATIONS


def count(file: sqlite3.Connection) -> int:
    found: int = file.execute("SELECT count(*) FROM preferences").fetchone()[0]
    return found


def add(file: sqlite3.Connection) -> None:
    file.execute("INSERT INTO preferences VALUES (7, 'fr', 0, 0)")


def version_of(path: Path) -> int:
    with sqlite3.connect(path) as file:
        found: int = file.execute("PRAGMA user_version").fetchone()[0]
    file.close()
    return found


def is_there(path: Path) -> bool:
    return path.exists()


def take_away(path: Path) -> None:
    path.unlink()


async def test_file_and_folder_are_made_when_first_needed(
    database: Database, path: Path
) -> None:
    assert not is_there(path)

    assert await database.run(count) == 0
    assert version_of(path) == len(MIGRATIONS)


async def test_nobody_else_may_read_the_file(database: Database, path: Path) -> None:
    await database.run(add)

    modes = {stat.S_IMODE(each.stat().st_mode) for each in path.parent.iterdir()}
    assert modes == {0o600}


async def test_what_was_written_outlasts_the_process(path: Path) -> None:
    async with Database(path) as first:
        await first.run(add)

    async with Database(path) as second:
        assert await second.run(count) == 1


async def test_work_that_fails_is_undone_whole(database: Database) -> None:
    def fail(file: sqlite3.Connection) -> None:
        add(file)
        add(file)

    with pytest.raises(StateUnavailableError):
        await database.run(fail)

    assert await database.run(count) == 0


async def test_older_file_goes_through_the_steps_that_it_lacks(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with Database(path) as older:
        await older.run(add)
    further = (*MIGRATIONS, "ALTER TABLE preferences ADD COLUMN more TEXT")
    monkeypatch.setattr(module, "MIGRATIONS", further)

    async with Database(path) as newer:
        assert await newer.run(count) == 1

    assert version_of(path) == len(further)


async def test_step_that_fails_leaves_the_file_as_it_was(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with Database(path) as older:
        await older.run(add)
    broken = "CREATE TABLE begun (a); INSERT INTO missing VALUES (1)"
    monkeypatch.setattr(module, "MIGRATIONS", (*MIGRATIONS, broken))
    async with Database(path) as newer:
        with pytest.raises(StateUnavailableError):
            await newer.run(count)
    monkeypatch.undo()

    async with Database(path) as again:
        assert await again.run(count) == 1


async def test_wiping_leaves_nothing_of_what_was_deleted(
    database: Database, path: Path
) -> None:
    def insert(file: sqlite3.Connection) -> None:
        file.execute("INSERT INTO preferences VALUES (7, 'unmistakable', 0, 0)")

    await database.run(insert)
    await database.run(lambda file: file.execute("DELETE FROM preferences"))

    await database.wipe()

    left = b"".join(each.read_bytes() for each in path.parent.iterdir())
    assert b"unmistakable" not in left


def damage(path: Path) -> None:
    path.write_bytes(b"This is no database. " * 100)


def make_newer(path: Path) -> None:
    with sqlite3.connect(path) as file:
        file.execute("PRAGMA user_version = 1000")
    file.close()


def make_folder(path: Path) -> None:
    path.mkdir()


@pytest.mark.parametrize(
    ("spoil", "advice"),
    [
        (damage, "is no database; move it away"),
        (make_newer, "newer version of this program; run that one"),
        (make_folder, "cannot be opened"),
    ],
)
async def test_file_that_cannot_be_used_is_told_with_what_to_do(
    database: Database, path: Path, spoil: Callable[[Path], None], advice: str
) -> None:
    path.parent.mkdir()
    spoil(path)

    with pytest.raises(StateUnavailableError, match=advice) as caught:
        await database.run(count)

    assert str(path) in str(caught.value)


async def test_folder_that_cannot_be_made_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").touch()

    async with Database(tmp_path / "file" / "state.db") as database:
        with pytest.raises(StateUnavailableError, match="mend the permissions"):
            await database.run(count)


async def test_file_that_another_program_holds_is_told(
    database: Database, path: Path
) -> None:
    await database.run(count)
    other = sqlite3.connect(path, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")

    with pytest.raises(StateUnavailableError, match="is busy; end the other program"):
        await database.run(add)
    other.execute("COMMIT")
    other.close()

    await database.run(add)
    assert await database.run(count) == 1


async def test_file_that_must_not_be_written_is_told(
    database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    await database.run(count)

    def forbid(file: sqlite3.Connection) -> None:
        file.execute("PRAGMA query_only = ON")
        add(file)

    with pytest.raises(StateUnavailableError, match="cannot be written; mend its"):
        await database.run(forbid)


async def test_same_fault_is_logged_once(
    database: Database, path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.ERROR)
    path.parent.mkdir()
    damage(path)

    for _ in range(3):
        with pytest.raises(StateUnavailableError):
            await database.run(count)

    assert caplog.text.count("event=state_unavailable") == 1


async def test_mended_file_is_used_without_a_restart(
    database: Database, path: Path
) -> None:
    path.parent.mkdir()
    damage(path)
    with pytest.raises(StateUnavailableError):
        await database.run(count)

    take_away(path)

    assert await database.run(count) == 0
