import asyncio
from typing import Any

import aiohttp
import pytest

from bot.sandbox import Sandbox, User


@pytest.mark.parametrize("method", ["getMe", "getme", "GETME"])
async def test_methods_are_found_in_any_case(sandbox: Sandbox, method: str) -> None:
    async with aiohttp.ClientSession() as session:
        url = f"{sandbox.base_url}{sandbox.token}/{method}"
        async with session.get(url) as answer:
            body = await answer.json()

    assert body["ok"]
    assert body["result"]["username"] == sandbox.account.me.username


@pytest.mark.parametrize(
    ("path", "code", "description"),
    [
        ("{token}/getTea", 404, "Not Found"),
        ("1:wrong/getMe", 401, "Unauthorized"),
        ("nonsense/getMe", 404, "Not Found"),
        ("{token}", 404, "Not Found"),
        ("{token}/getMe/more", 404, "Not Found"),
    ],
)
async def test_wrong_addresses_are_refused_as_telegram_does(
    sandbox: Sandbox, path: str, code: int, description: str
) -> None:
    url = sandbox.base_url + path.format(token=sandbox.token)

    async with aiohttp.ClientSession() as session, session.get(url) as answer:
        body = await answer.json()

    assert answer.status == code
    assert body == {"ok": False, "error_code": code, "description": description}


@pytest.mark.parametrize("channel", ["params", "data", "json"])
async def test_arguments_come_by_query_form_or_json(
    sandbox: Sandbox, user: User, channel: str
) -> None:
    url = f"{sandbox.base_url}{sandbox.token}/sendMessage"
    arguments: Any = {channel: {"chat_id": user.chat.id, "text": "hello"}}

    async with aiohttp.request("POST", url, **arguments) as answer:
        body = await answer.json()

    assert body["result"]["text"] == "hello"
    assert (await user.next_reply()).text == "hello"


async def test_nested_json_needs_no_second_encoding(
    sandbox: Sandbox, user: User
) -> None:
    url = f"{sandbox.base_url}{sandbox.token}/sendMessage"
    keyboard = {"inline_keyboard": [[{"text": "More", "callback_data": "more"}]]}
    body = {"chat_id": user.chat.id, "text": "hello", "reply_markup": keyboard}

    async with aiohttp.ClientSession() as session, session.post(url, json=body):
        reply = await user.next_reply()

    assert [button.text for button in reply.buttons] == ["More"]


@pytest.mark.parametrize(
    ("body", "reason"),
    [
        (b"{", "can't parse JSON object"),
        (b"[]", "JSON object expected"),
        (
            b'{"chat_id": 1, "text": "\\ud800"}',
            "strings must be encoded in UTF-8",
        ),
        (b'{"text": "x", "entities": "{"}', "can't parse entities JSON object"),
        (b'{"text": "x"}', "chat_id is empty"),
        (b'{"text": "x", "chat_id": 1}', "chat not found"),
        (b'{"text": "x", "chat_id": "@un"}', "chat not found"),
    ],
)
async def test_faulty_arguments_are_refused(
    sandbox: Sandbox, body: bytes, reason: str
) -> None:
    url = f"{sandbox.base_url}{sandbox.token}/sendMessage"
    headers = {"Content-Type": "application/json"}

    async with aiohttp.request("POST", url, data=body, headers=headers) as answer:
        refusal = await answer.json()

    assert refusal["description"] == f"Bad Request: {reason}"


async def test_closing_lets_a_waiting_poll_go() -> None:
    async with aiohttp.ClientSession() as session:
        async with Sandbox() as sandbox:
            url = f"{sandbox.base_url}{sandbox.token}/getUpdates?timeout=50"
            poll = asyncio.create_task(_json(session, url))
            await sandbox.calls.await_next("getUpdates")

        assert await poll == {"ok": True, "result": []}


async def _json(session: aiohttp.ClientSession, url: str) -> Any:
    async with session.get(url) as answer:
        return await answer.json()
