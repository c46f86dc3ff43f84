"""A running sandbox, and a client that calls it as any HTTP library would."""

from collections.abc import AsyncIterator, Callable, Coroutine
from typing import Any

import aiohttp
import pytest

from bot.sandbox import Sandbox, User

Api = Callable[..., Coroutine[Any, Any, dict[str, Any]]]


@pytest.fixture
async def sandbox() -> AsyncIterator[Sandbox]:
    async with Sandbox() as server:
        yield server


@pytest.fixture
def user(sandbox: Sandbox) -> User:
    """Someone who has already started the bot."""
    person = sandbox.user("Ada")
    person.say("/start")
    return person


@pytest.fixture
async def api(sandbox: Sandbox) -> AsyncIterator[Api]:
    """Call a method with form fields; give the whole answer."""
    async with aiohttp.ClientSession() as session:

        async def call(method: str, **fields: Any) -> dict[str, Any]:
            url = f"{sandbox.base_url}{sandbox.token}/{method}"
            form = aiohttp.FormData({name: str(fields[name]) for name in fields})
            async with session.post(url, data=form) as answer:
                body: dict[str, Any] = await answer.json()
            assert body["ok"] or body["error_code"] == answer.status
            return body

        yield call
