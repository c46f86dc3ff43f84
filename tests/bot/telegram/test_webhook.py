import asyncio
import io
import json
from collections.abc import AsyncIterator
from typing import Any

import pytest
from aiohttp.test_utils import TestClient, TestServer
from telegram import Bot

from bot.settings import read_settings
from bot.telegram import intake as module
from bot.telegram.intake import Intake
from bot.telegram.webhook import (
    MOST_BYTES,
    SECRET_HEADER,
    Receiver,
    secret_of,
    webhook_server,
)
from tests.bot.telegram.conftest import TOKEN, message
from tests.bot.telegram.test_intake import Book, Work, idle, intake_of

SECRET = {SECRET_HEADER: "open-sesame"}
Client = TestClient[Any, Any]


@pytest.fixture
def work() -> Work:
    return Work()


@pytest.fixture
def book() -> Book:
    return Book()


@pytest.fixture
def intake(work: Work, book: Book) -> Intake:
    return intake_of(work, book)


@pytest.fixture
async def client(intake: Intake) -> AsyncIterator[Client]:
    receiver = Receiver(Bot(TOKEN), intake, secret="open-sesame")
    async with TestClient(TestServer(webhook_server(receiver, "/hook"))) as client:
        yield client


def body(number: int = 1) -> bytes:
    return json.dumps({"update_id": number, "message": message("hi")}).encode()


async def test_update_is_accepted_after_its_work_is_done(
    client: Client, work: Work
) -> None:
    work.hold(1)
    posting = asyncio.create_task(client.post("/hook", data=body(), headers=SECRET))
    while not work.begun:
        await idle()
    assert not posting.done()

    work.release(1)

    assert (await posting).status == 200


async def test_update_that_takes_long_is_accepted_once_it_is_written_down(
    client: Client, work: Work, book: Book, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "SETTLE", 0.0)
    work.hold(1)

    answer = await client.post("/hook", data=body(), headers=SECRET)

    assert answer.status == 200
    assert set(book.waiting) == {1}
    work.release(1)


async def test_update_that_cannot_be_written_down_is_accepted_once_it_is_answered(
    client: Client, work: Work, book: Book, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "SETTLE", 0.0)
    book.is_shut = True
    work.hold(1)
    posting = asyncio.create_task(client.post("/hook", data=body(), headers=SECRET))
    while not work.begun:
        await idle()
    assert not posting.done()

    work.release(1)

    assert (await posting).status == 200


@pytest.mark.parametrize("headers", [{}, {SECRET_HEADER: "open-sesam"}])
async def test_sender_without_the_secret_is_turned_away(
    client: Client, work: Work, headers: dict[str, str]
) -> None:
    answer = await client.post("/hook", data=body(), headers=headers)

    assert answer.status == 403
    assert work.begun == []


async def test_update_delivered_twice_is_worked_on_once(
    client: Client, work: Work
) -> None:
    for _ in range(2):
        answer = await client.post("/hook", data=body(), headers=SECRET)
        assert answer.status == 200

    assert work.begun == [1]


@pytest.mark.parametrize(
    "content", [b"", b"not json", b"[]", b"7", b"null", b"{}", b'"\xff"', b'{"a": 1}']
)
async def test_what_is_no_update_is_refused(
    client: Client, work: Work, content: bytes
) -> None:
    answer = await client.post("/hook", data=content, headers=SECRET)

    assert answer.status == 400
    assert work.begun == []


async def test_body_beyond_bounds_is_refused(client: Client) -> None:
    content = io.BytesIO(b" " * (MOST_BYTES + 1))

    answer = await client.post("/hook", data=content, headers=SECRET)

    assert answer.status == 413


async def test_update_after_the_end_is_left_to_be_delivered_again(
    client: Client, intake: Intake, work: Work
) -> None:
    await intake.finish(0)

    answer = await client.post("/hook", data=body(), headers=SECRET)

    assert answer.status == 503
    assert work.begun == []


async def test_health_needs_no_secret(client: Client) -> None:
    answer = await client.get("/healthz")

    assert (answer.status, await answer.text()) == (200, "ok\n")


async def test_other_paths_are_not_found(client: Client) -> None:
    assert (await client.post("/", data=body(), headers=SECRET)).status == 404


def test_secret_that_was_set_is_used() -> None:
    environment = {"TELEGRAM_BOT_TOKEN": TOKEN, "PALERMO_WEBHOOK_SECRET": "mine"}

    assert secret_of(read_settings(environment)) == "mine"


def test_secret_is_derived_from_the_token_alone() -> None:
    first = secret_of(read_settings({"TELEGRAM_BOT_TOKEN": TOKEN}))
    second = secret_of(read_settings({"TELEGRAM_BOT_TOKEN": TOKEN, "PORT": "99"}))
    other = secret_of(read_settings({"TELEGRAM_BOT_TOKEN": f"{TOKEN}x"}))

    assert first == second != other
    assert TOKEN not in first
    assert len(first) == 64
