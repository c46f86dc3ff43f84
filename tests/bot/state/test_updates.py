import asyncio
from pathlib import Path

import pytest

from bot.state import updates as module
from bot.state.database import Database
from bot.state.updates import Left, UpdateBook


def bytes_on_disk(path: Path) -> bytes:
    return b"".join(each.read_bytes() for each in path.parent.iterdir())


async def test_new_file_holds_nothing(database: Database) -> None:
    assert await UpdateBook(database).left() == Left((), {})


async def test_next_process_knows_what_waits_and_what_is_answered(path: Path) -> None:
    async with Database(path) as killed:
        book = UpdateBook(killed)
        assert await book.accept({9: "nine", 3: "three", 4: "four"})
        await book.answered(3)
        await book.answered(5)

    async with Database(path) as database:
        left = await UpdateBook(database).left()

    assert left == Left((3, 5), {9: "nine", 4: "four"})


async def test_what_is_answered_already_does_not_wait_again(database: Database) -> None:
    book = UpdateBook(database)

    await book.answered(3)
    await book.accept({3: "three"})

    assert await book.left() == Left((3,), {})


async def test_updates_that_are_answered_together_are_all_noted(
    database: Database,
) -> None:
    book = UpdateBook(database)

    await asyncio.gather(*(book.answered(number) for number in range(50)))

    assert sorted((await book.left()).answered) == list(range(50))


async def test_oldest_answered_are_dropped_and_those_waiting_never(
    database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "ANSWERED", 3)
    book = UpdateBook(database)
    await book.accept({100: "waiting"})

    for number in (50, 40, 30, 20, 10):
        await book.answered(number)

    assert await book.left() == Left((30, 20, 10), {100: "waiting"})


async def test_answered_update_leaves_nothing_of_its_words(
    database: Database, path: Path
) -> None:
    book = UpdateBook(database)
    await book.accept({1: "unmistakable words"})
    assert b"unmistakable" in bytes_on_disk(path)

    await book.answered(1)

    assert b"unmistakable" not in bytes_on_disk(path)


async def test_database_that_fails_is_told_and_holds_nobody_up(tmp_path: Path) -> None:
    async with Database(tmp_path) as database:
        book = UpdateBook(database)

        assert not await book.accept({1: "one"})
        await book.answered(1)
        assert await book.left() == Left()
