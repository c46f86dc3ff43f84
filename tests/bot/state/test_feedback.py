from datetime import UTC, datetime
from pathlib import Path

import pytest

from bot.state.database import Database, StateUnavailableError
from bot.state.feedback import LONGEST, Feedback, FeedbackBook

NOON = datetime(2026, 1, 1, 12, tzinfo=UTC)
HELPFUL = Feedback(is_helpful=True, question="When?", answer="In 2005.", at=NOON)
NOT_HELPFUL = Feedback(is_helpful=False, question=None, answer="In 2006.", at=NOON)


async def test_newest_feedback_comes_first(database: Database) -> None:
    book = FeedbackBook(database)
    await book.add(7, HELPFUL)
    await book.add(8, NOT_HELPFUL)

    assert await book.newest(10) == (NOT_HELPFUL, HELPFUL)
    assert await book.newest(1) == (NOT_HELPFUL,)


async def test_helpful_and_other_answers_are_counted(database: Database) -> None:
    book = FeedbackBook(database)
    assert await book.count() == (0, 0)

    for feedback in (HELPFUL, HELPFUL, NOT_HELPFUL):
        await book.add(7, feedback)

    assert await book.count() == (2, 1)


async def test_reason_is_kept_within_bounds(database: Database) -> None:
    book = FeedbackBook(database)
    number = await book.add(7, NOT_HELPFUL)

    assert await book.explain(number, user=7, reason="x" * (LONGEST + 1))

    assert [each.reason for each in await book.newest(1)] == ["x" * LONGEST]


async def test_nobody_explains_what_another_thought(database: Database) -> None:
    book = FeedbackBook(database)
    number = await book.add(7, NOT_HELPFUL)

    assert not await book.explain(number, user=8, reason="mine")

    assert await book.newest(1) == (NOT_HELPFUL,)


async def test_database_that_fails_is_told(tmp_path: Path) -> None:
    async with Database(tmp_path) as database:
        with pytest.raises(StateUnavailableError):
            await FeedbackBook(database).add(7, HELPFUL)
