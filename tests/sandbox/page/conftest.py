"""The page's server, a browser's way of calling it, and who can be played there."""

import json
from collections.abc import AsyncIterator, Callable, Coroutine
from dataclasses import dataclass
from typing import Any

import aiohttp
import pytest

from bot.sandbox import Sandbox
from bot.sandbox.page import ChatPage

Json = dict[str, Any]
Act = Callable[..., Coroutine[Any, Any, Json]]


@dataclass(frozen=True, slots=True)
class Place:
    """A person in a place, as every act names them."""

    person: int
    chat: int
    topic: int | None

    @property
    def fields(self) -> Json:
        return {"person": self.person, "chat": self.chat, "topic": self.topic}


@pytest.fixture
async def page(sandbox: Sandbox) -> AsyncIterator[ChatPage]:
    async with ChatPage(sandbox) as page:
        yield page


@pytest.fixture
async def browser(page: ChatPage) -> AsyncIterator[aiohttp.ClientSession]:
    async with aiohttp.ClientSession(page.url) as session:
        yield session


@pytest.fixture
async def people(browser: aiohttp.ClientSession) -> dict[str, list[Place]]:
    """Everybody's places, by first name."""
    async with browser.get("cast") as answer:
        cast = await answer.json()
    return {
        person["first_name"]: [
            Place(person["id"], place["chat"], place["topic"])
            for place in person["places"]
        ]
        for person in cast["people"]
    }


@pytest.fixture
def ada(people: dict[str, list[Place]]) -> Place:
    """Ada in her private chat."""
    return people["Ada"][0]


@pytest.fixture
def act(browser: aiohttp.ClientSession) -> Act:
    """Do what a person does on the page."""

    async def act(name: str, place: Place, **fields: Any) -> Json:
        async with browser.post(f"acts/{name}", json=place.fields | fields) as answer:
            body: Json = await answer.json()
        assert body.get("error_code", 200) == answer.status
        return body

    return act


async def read_events(browser: aiohttp.ClientSession, count: int) -> list[Json]:
    """Read so many events from the first on."""
    told: list[Json] = []
    async with browser.get("events") as stream:
        assert stream.content_type == "text/event-stream"
        async for line in stream.content:
            if line.startswith(b"data: "):
                told.append(json.loads(line.removeprefix(b"data: ")))
                if len(told) == count:
                    break
    return told
