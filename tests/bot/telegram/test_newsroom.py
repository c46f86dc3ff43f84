from pathlib import Path

import pytest

from bot.news import Changes, Look, Snapshot
from bot.service import SearchThread
from bot.state.news import Subscription
from bot.state.state import State
from bot.telegram import newsroom as module
from bot.telegram.app import App
from bot.telegram.newsroom import Newsroom
from tests.bot.telegram.conftest import Script
from tests.bot.telegram.test_handlers import texts

ADA, GRACE = Subscription(7, None, 7, "en"), Subscription(8, None, 8, "en")
EMPTY = Snapshot({}, {})


class Publisher:
    """Publishes generations that bring one document each."""

    def __init__(self) -> None:
        self.served: str | None = None
        self.looks: list[Snapshot | None] = []

    def generation(self, _index: Path) -> str | None:
        return self.served

    async def look(self, _index: Path, before: Snapshot | None) -> Look:
        self.looks.append(before)
        return Look(EMPTY, Changes() if before is None else Changes(("A letter",)))


@pytest.fixture
def publisher(monkeypatch: pytest.MonkeyPatch) -> Publisher:
    publisher = Publisher()
    monkeypatch.setattr(module, "served_generation", publisher.generation)
    monkeypatch.setattr(module, "look_apart", publisher.look)
    return publisher


@pytest.fixture
def newsroom(app: App, state: State, thread: SearchThread) -> Newsroom:
    return Newsroom(app.bot, Path("index"), book=state.news, thread=thread)


async def go_round(newsroom: Newsroom) -> None:
    await newsroom.look()
    await newsroom.deliver()


async def test_generation_that_follows_is_told_once(
    newsroom: Newsroom, publisher: Publisher, state: State, script: Script
) -> None:
    await state.news.subscribe(ADA)
    publisher.served = "one"
    await go_round(newsroom)
    assert texts(script) == []

    publisher.served = "two"
    await go_round(newsroom)
    await go_round(newsroom)

    assert texts(script) == ["1 new document\n• A letter"]
    assert publisher.looks == [None, EMPTY]


async def test_nothing_is_looked_at_while_nobody_wants_to_hear_of_it(
    newsroom: Newsroom, publisher: Publisher, state: State, script: Script
) -> None:
    publisher.served = "one"
    await state.news.subscribe(ADA)
    await go_round(newsroom)
    await state.news.unsubscribe(7)

    publisher.served = "two"
    await go_round(newsroom)
    await state.news.subscribe(ADA)
    await go_round(newsroom)

    assert texts(script) == []
    assert publisher.looks == [None, None]


async def test_what_could_not_be_sent_is_sent_in_the_next_round(
    newsroom: Newsroom, publisher: Publisher, state: State, script: Script
) -> None:
    await state.news.subscribe(ADA)
    await state.news.subscribe(GRACE)
    await state.news.announce('{"words": "One."}')
    script.fail("sendMessage", 400, "Bad Request: topic closed")

    await go_round(newsroom)
    await go_round(newsroom)

    sent = [params["chat_id"] for params in script.of("sendMessage")]
    assert sent == [7, 8, 7]


async def test_who_blocked_the_bot_is_taken_off_the_list(
    newsroom: Newsroom, publisher: Publisher, state: State, script: Script
) -> None:
    await state.news.subscribe(ADA)
    await state.news.announce('{"words": "One."}')
    script.fail("sendMessage", 403, "Forbidden: bot was blocked by the user")

    await go_round(newsroom)

    assert await state.news.subscribers() == ()
