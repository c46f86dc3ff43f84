"""All that outlasts a restart, and how a reader is forgotten."""

from dataclasses import dataclass

from bot.state.database import Database
from bot.state.feedback import FeedbackBook
from bot.state.news import NewsBook
from bot.state.preferences import PreferenceBook
from bot.state.updates import UpdateBook

# Tables that tell of a reader, each in its column `user`.
PERSONAL = ("preferences", "feedback", "subscriptions")


@dataclass(frozen=True, slots=True)
class State:
    """The books, all in one file."""

    database: Database
    preferences: PreferenceBook
    updates: UpdateBook
    feedback: FeedbackBook
    news: NewsBook

    async def forget(self, user: int) -> None:
        """Erase all that is kept about a reader, to the last byte.

        Raises:
            StateUnavailableError: It cannot be done just now.
        """
        self.preferences.forget(user)
        erasures = [f"DELETE FROM {table} WHERE user = ?" for table in PERSONAL]
        await self.database.run(
            lambda file: [file.execute(sql, (user,)) for sql in erasures]
        )
        await self.database.wipe()


def state_in(database: Database) -> State:
    """Give the books of a database."""
    return State(
        database,
        PreferenceBook(database),
        UpdateBook(database),
        FeedbackBook(database),
        NewsBook(database),
    )
