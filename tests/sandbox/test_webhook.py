import asyncio
from collections.abc import AsyncIterator, Callable, Coroutine
from dataclasses import dataclass, field
from typing import Any

import pytest
from aiohttp import web

from bot.sandbox import Sandbox, User
from bot.sandbox.webhook import SECRET_HEADER, WebhookSettings

Api = Callable[..., Coroutine[Any, Any, dict[str, Any]]]
PATIENCE = 10


@dataclass(slots=True)
class Receiver:
    """The bot's side of a webhook: answers each update with the next status."""

    statuses: list[int] = field(default_factory=list)
    received: asyncio.Queue[tuple[str, str, str]] = field(default_factory=asyncio.Queue)
    origin: str = ""

    async def accept(self, request: web.Request) -> web.Response:
        update = await request.json()
        secret = request.headers.get(SECRET_HEADER, "")
        text = update["message"]["text"]
        self.received.put_nowait((request.path_qs, secret, text))
        return web.Response(status=self.statuses.pop(0) if self.statuses else 200)

    async def next_texts(self, count: int) -> list[str]:
        async with asyncio.timeout(PATIENCE):
            return [(await self.received.get())[2] for _ in range(count)]


@pytest.fixture
async def receiver() -> AsyncIterator[Receiver]:
    receiver = Receiver()
    application = web.Application()
    application.router.add_post("/hook", receiver.accept)
    runner = web.AppRunner(application)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    receiver.origin = f"http://127.0.0.1:{runner.addresses[0][1]}"
    yield receiver
    await runner.cleanup()


async def test_updates_come_with_the_secret(
    sandbox: Sandbox, api: Api, receiver: Receiver
) -> None:
    user = sandbox.user("Ada")
    await api("setWebhook", url=f"{receiver.origin}/hook?a=1", secret_token="s-3_cret")

    user.say("hello")

    async with asyncio.timeout(PATIENCE):
        assert await receiver.received.get() == ("/hook?a=1", "s-3_cret", "hello")


async def test_refused_updates_come_again_and_in_order(
    sandbox: Sandbox, api: Api, receiver: Receiver
) -> None:
    receiver.statuses = [500, 302, 200]
    user = sandbox.user("Ada")
    user.say("one")
    user.say("two")

    await api("setWebhook", url=f"{receiver.origin}/hook")
    user.say("three")

    assert await receiver.next_texts(5) == ["one", "one", "one", "two", "three"]


async def test_a_public_address_is_reached_through_the_origin(
    receiver: Receiver,
) -> None:
    async with Sandbox(webhook_origin=receiver.origin) as sandbox:
        settings = WebhookSettings(url="https://bot.example.org:8443/hook")
        await sandbox.account.webhook.set(settings)

        sandbox.user("Ada").say("hello")

        assert await receiver.next_texts(1) == ["hello"]


async def test_the_webhooks_state_can_be_asked(
    api: Api, user: User, receiver: Receiver
) -> None:
    receiver.statuses = [500] * 1000
    url = f"{receiver.origin}/hook"
    unset = await api("getWebhookInfo")

    await api("setWebhook", url=url, allowed_updates='["message"]', max_connections=7)
    await receiver.next_texts(2)
    failing = await api("getWebhookInfo")

    assert unset["result"]["url"] == ""
    assert unset["result"]["pending_update_count"] == 1
    assert failing["result"].pop("last_error_date")
    assert failing["result"] == {
        "url": url,
        "has_custom_certificate": False,
        "pending_update_count": 1,
        "max_connections": 7,
        "allowed_updates": ["message"],
        "last_error_message": (
            "Wrong response from the webhook: 500 Internal Server Error"
        ),
    }


async def test_a_deleted_webhook_leaves_updates_to_polling(
    api: Api, user: User, receiver: Receiver
) -> None:
    receiver.statuses = [500] * 1000
    await api("setWebhook", url=f"{receiver.origin}/hook")
    await receiver.next_texts(1)

    await api("setWebhook", url="")
    updates = await api("getUpdates")

    assert [each["message"]["text"] for each in updates["result"]] == ["/start"]


@pytest.mark.parametrize("method", ["setWebhook", "deleteWebhook"])
async def test_pending_updates_can_be_dropped(
    api: Api, user: User, receiver: Receiver, method: str
) -> None:
    await api(method, url=f"{receiver.origin}/hook", drop_pending_updates="true")

    info = await api("getWebhookInfo")

    assert info["result"]["pending_update_count"] == 0


@pytest.mark.parametrize(
    ("fields", "reason"),
    [
        ({"url": "ftp://127.0.0.1/"}, "invalid webhook URL specified"),
        ({"url": "https://127.0.0.1:x/"}, "invalid webhook URL specified"),
        (
            {"url": "http://bot.example.org/"},
            "bad webhook: HTTPS url must be provided for webhook",
        ),
        (
            {"url": "https://bot.example.org:8080/"},
            "bad webhook: Webhook can be set up only on ports 80, 88, 443 or 8443",
        ),
        (
            {"url": "https://bot.example.org/"},
            "bad webhook: Failed to resolve host",
        ),
        (
            {"url": "http://127.0.0.1/", "secret_token": "é"},
            "secret token contains unallowed characters",
        ),
        (
            {"url": "http://127.0.0.1/", "secret_token": "x" * 257},
            "secret token is too long",
        ),
    ],
)
async def test_faulty_webhooks_are_refused(
    api: Api, fields: dict[str, str], reason: str
) -> None:
    body = await api("setWebhook", **fields)

    assert body["description"] == f"Bad Request: {reason}"
