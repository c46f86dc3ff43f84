"""What readers thought of answers."""

import sqlite3
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from bot.state.database import Database

LONGEST = 1_000  # characters of a reason; no comment worth reading is longer


@dataclass(frozen=True, slots=True)
class Feedback:
    """What one reader thought of one answer.

    `question` is None where it was not known any more; `reason` is the key of one that
    was offered, or what the reader typed.
    """

    is_helpful: bool
    question: str | None
    answer: str
    at: datetime
    reason: str | None = None


class FeedbackBook:
    """Keep what readers thought; each method raises `StateUnavailableError`."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def add(self, user: int, feedback: Feedback) -> int:
        """Keep what a reader thought; give the number that it is known by."""
        return await self._database.run(lambda file: _add(file, user, feedback))

    async def explain(self, number: int, *, user: int, reason: str) -> bool:
        """Keep why an answer did not help; tell whether that reader may say so."""
        sql = "UPDATE feedback SET reason = ? WHERE number = ? AND user = ?"
        row = (reason[:LONGEST], number, user)
        changed = await self._database.run(lambda file: file.execute(sql, row).rowcount)
        return changed > 0

    async def newest(self, limit: int) -> Sequence[Feedback]:
        """Give what was said last, newest first."""
        return await self._database.run(lambda file: _newest(file, limit))

    async def count(self) -> tuple[int, int]:
        """Count the answers that helped, and those that did not."""
        sql = "SELECT count(*), total(is_helpful) FROM feedback"
        rows = await self._database.run(lambda file: file.execute(sql).fetchone())
        return int(rows[1]), rows[0] - int(rows[1])


def _add(file: sqlite3.Connection, user: int, feedback: Feedback) -> int:
    said = (feedback.is_helpful, feedback.question, feedback.answer, feedback.reason)
    added = file.execute(
        "INSERT INTO feedback (user, at, is_helpful, question, answer, reason)"
        " VALUES (?, ?, ?, ?, ?, ?)",
        (user, feedback.at.isoformat(timespec="seconds"), *said),
    )
    return added.lastrowid or 0


def _newest(file: sqlite3.Connection, limit: int) -> Sequence[Feedback]:
    rows = file.execute(
        "SELECT is_helpful, question, answer, at, reason FROM feedback"
        " ORDER BY number DESC LIMIT ?",
        (limit,),
    )
    return tuple(
        Feedback(bool(helpful), asked, said, datetime.fromisoformat(at), reason)
        for helpful, asked, said, at, reason in rows
    )
