from pathlib import Path

import pytest

from bot.state import preferences as module
from bot.state.database import Database, StateUnavailableError
from bot.state.preferences import DEFAULT, PreferenceBook, Preferences

CHOSEN = Preferences("fr", is_short=True, is_plain=True)


async def rows(database: Database) -> int:
    count = "SELECT count(*) FROM preferences"
    return int(await database.run(lambda file: file.execute(count).fetchone()[0]))


async def test_reader_who_chose_nothing_has_the_defaults(database: Database) -> None:
    book = PreferenceBook(database)

    assert await book.of(7) == DEFAULT
    assert await book.of(None) == DEFAULT


async def test_choice_outlasts_the_process(path: Path) -> None:
    async with Database(path) as first:
        await PreferenceBook(first).choose(7, CHOSEN)

    async with Database(path) as second:
        assert await PreferenceBook(second).of(7) == CHOSEN
        assert await PreferenceBook(second).of(8) == DEFAULT


async def test_later_choice_takes_the_place_of_the_earlier(database: Database) -> None:
    book = PreferenceBook(database)

    await book.choose(7, CHOSEN)
    await book.choose(7, Preferences("en"))

    assert await book.of(7) == Preferences("en")
    assert await rows(database) == 1


async def test_choosing_the_defaults_leaves_no_trace(database: Database) -> None:
    book = PreferenceBook(database)

    await book.choose(7, CHOSEN)
    await book.choose(7, DEFAULT)

    assert await rows(database) == 0


async def test_database_that_fails_leaves_the_defaults(tmp_path: Path) -> None:
    async with Database(tmp_path) as database:
        book = PreferenceBook(database)

        assert await book.of(7) == DEFAULT
        with pytest.raises(StateUnavailableError):
            await book.choose(7, CHOSEN)
        assert await book.of(7) == DEFAULT


async def test_reader_silent_for_longest_is_read_anew(
    database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "READERS", 2)
    book = PreferenceBook(database)
    for user in (1, 2, 3):
        await book.choose(user, CHOSEN)

    await database.run(lambda file: file.execute("DELETE FROM preferences"))

    assert await book.of(1) == DEFAULT
    assert await book.of(3) == CHOSEN


async def test_reader_who_is_forgotten_is_read_anew(database: Database) -> None:
    book = PreferenceBook(database)
    await book.choose(7, CHOSEN)
    await database.run(lambda file: file.execute("DELETE FROM preferences"))

    book.forget(7)

    assert await book.of(7) == DEFAULT
