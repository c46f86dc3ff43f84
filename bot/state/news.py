"""Who wants to hear of new documents, and what they have yet to hear."""

import sqlite3
from collections.abc import Sequence
from dataclasses import dataclass

from bot.state.database import Database


@dataclass(frozen=True, slots=True)
class Subscription:
    """A chat, or a topic in it, that is told the news in a language."""

    chat: int
    topic: int | None
    user: int
    language: str


@dataclass(frozen=True, slots=True)
class Untold:
    """News that a subscriber has yet to hear."""

    to: Subscription
    number: int
    content: str


@dataclass(frozen=True, slots=True)
class Known:
    """The generation that was looked at last, and what it held."""

    generation: str
    content: str


class NewsBook:
    """Keep subscribers and news; each method raises `StateUnavailableError`."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def subscribe(self, subscription: Subscription) -> None:
        """Tell a chat what is new from now on."""
        await self._database.run(lambda file: _subscribe(file, subscription))

    async def unsubscribe(self, chat: int, topic: int | None = None) -> None:
        """Tell a topic nothing more; without one, a whole chat."""
        sql = "DELETE FROM subscriptions WHERE chat = ? AND (? IS NULL OR topic = ?)"
        await self._database.run(lambda file: file.execute(sql, (chat, topic, topic)))

    async def subscribers(self) -> Sequence[Subscription]:
        """Give all subscribers."""
        sql = "SELECT chat, topic, user, language FROM subscriptions ORDER BY chat"
        return await self._database.run(
            lambda file: tuple(_subscription(row) for row in file.execute(sql))
        )

    async def known(self) -> Known | None:
        """Give what was looked at last, None if nothing ever was."""
        sql = "SELECT generation, content FROM known"
        row = await self._database.run(lambda file: file.execute(sql).fetchone())
        return Known(*row) if row else None

    async def know_nothing(self) -> None:
        """Forget what was looked at last."""
        await self._database.run(lambda file: file.execute("DELETE FROM known"))

    async def publish(self, known: Known, news: str | None) -> None:
        """Note what was looked at, and the news that it brings to all subscribers."""
        await self._database.run(lambda file: _publish(file, known, news))

    async def announce(self, news: str) -> None:
        """Have all who subscribe now told something that no generation brings."""
        sql = "INSERT INTO news (content) VALUES (?)"
        await self._database.run(lambda file: file.execute(sql, (news,)))

    async def untold(self) -> Sequence[Untold]:
        """Give what subscribers have yet to hear, oldest first."""
        return await self._database.run(_untold)

    async def tell(self, untold: Untold) -> None:
        """Note that a subscriber has heard the news."""
        sql = "UPDATE subscriptions SET told = ? WHERE chat = ? AND topic = ?"
        row = (untold.number, untold.to.chat, untold.to.topic or 0)
        await self._database.run(lambda file: file.execute(sql, row))


def _subscription(row: tuple[int, int, int, str]) -> Subscription:
    chat, topic, user, language = row
    return Subscription(chat, topic or None, user, language)


def _subscribe(file: sqlite3.Connection, new: Subscription) -> None:
    file.execute(
        "INSERT INTO subscriptions (chat, topic, user, language, told)"
        " SELECT ?, ?, ?, ?, coalesce(max(number), 0) FROM news WHERE true"
        " ON CONFLICT DO UPDATE SET user = excluded.user, language = excluded.language",
        (new.chat, new.topic or 0, new.user, new.language),
    )


def _publish(file: sqlite3.Connection, known: Known, news: str | None) -> None:
    file.execute("DELETE FROM known")
    file.execute("INSERT INTO known VALUES (?, ?)", (known.generation, known.content))
    file.execute(
        "DELETE FROM news WHERE NOT EXISTS"
        " (SELECT 1 FROM subscriptions WHERE told < news.number)"
    )
    if news is not None:
        file.execute("INSERT INTO news (content) VALUES (?)", (news,))


def _untold(file: sqlite3.Connection) -> Sequence[Untold]:
    rows = file.execute(
        "SELECT chat, topic, user, language, number, content"
        " FROM subscriptions JOIN news ON number > told ORDER BY number, chat"
    )
    return tuple(Untold(_subscription(row[:4]), row[4], row[5]) for row in rows)
