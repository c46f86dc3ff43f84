from pathlib import Path

import pytest

from bot.state.database import Database, StateUnavailableError
from bot.state.news import Known, NewsBook, Subscription

ADA = Subscription(7, None, 7, "en")
FORUM = Subscription(-100, 5, 7, "fr")
KNOWN = Known("one", "{}")


async def untold(book: NewsBook) -> list[tuple[int, str]]:
    return [(each.to.chat, each.content) for each in await book.untold()]


async def test_subscriber_hears_what_is_published_later(database: Database) -> None:
    book = NewsBook(database)
    await book.publish(KNOWN, "before")
    await book.subscribe(ADA)

    await book.publish(KNOWN, "after")

    assert await untold(book) == [(7, "after")]


async def test_news_wait_for_each_subscriber_in_order(path: Path) -> None:
    async with Database(path) as database:
        book = NewsBook(database)
        await book.subscribe(ADA)
        await book.subscribe(FORUM)
        await book.publish(KNOWN, "first")
        await book.publish(KNOWN, "second")
        await book.tell((await book.untold())[0])

    async with Database(path) as later:
        waiting = await untold(NewsBook(later))

    assert waiting == [(7, "first"), (-100, "second"), (7, "second")]


async def test_told_news_are_dropped_and_their_numbers_not_given_again(
    database: Database,
) -> None:
    book = NewsBook(database)
    await book.subscribe(ADA)
    await book.publish(KNOWN, "first")
    await book.tell((await book.untold())[0])

    await book.publish(KNOWN, None)
    count = "SELECT count(*) FROM news"
    assert await database.run(lambda file: file.execute(count).fetchone()) == (0,)
    await book.publish(KNOWN, "second")

    assert await untold(book) == [(7, "second")]


async def test_who_subscribes_again_is_on_the_list_once(database: Database) -> None:
    book = NewsBook(database)
    await book.subscribe(ADA)
    again = Subscription(7, None, 7, "fr")

    await book.subscribe(again)

    assert await book.subscribers() == (again,)


async def test_topics_of_a_chat_are_told_apart(database: Database) -> None:
    book = NewsBook(database)
    other = Subscription(-100, 6, 7, "fr")
    for each in (FORUM, other, ADA):
        await book.subscribe(each)

    await book.unsubscribe(-100, 5)
    assert await book.subscribers() == (other, ADA)
    await book.unsubscribe(-100)
    assert await book.subscribers() == (ADA,)


async def test_what_was_looked_at_last_is_known(database: Database) -> None:
    book = NewsBook(database)
    assert await book.known() is None

    await book.publish(KNOWN, None)
    await book.publish(Known("two", "[]"), None)

    assert await book.known() == Known("two", "[]")
    await book.know_nothing()
    assert await book.known() is None


async def test_database_that_fails_is_told(tmp_path: Path) -> None:
    async with Database(tmp_path) as database:
        with pytest.raises(StateUnavailableError):
            await NewsBook(database).untold()
