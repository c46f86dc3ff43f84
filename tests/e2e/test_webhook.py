"""The real bot receives updates from a strict server that calls it."""

import asyncio
import signal

import aiohttp
import pytest

from bot.sandbox import Sandbox, User, too_many_requests
from bot.sandbox.webhook import SECRET_HEADER
from tests.e2e.conftest import PATIENCE, Bot, Home, StartBot, hold_reply, listens

QUESTION = "When did the Firearms Protocol enter into force?"
ANSWER = "3 July 2005"


@pytest.fixture
def environment(sandbox: Sandbox) -> dict[str, str]:
    return listens(sandbox)


@pytest.fixture
async def bot(
    start_bot: StartBot, environment: dict[str, str], built_home: Home
) -> Bot:
    return await start_bot("run", home=built_home, **environment)


async def test_question_is_answered_with_its_source(
    bot: Bot, sandbox: Sandbox, ada: User
) -> None:
    reply = await ada.ask(QUESTION, within=PATIENCE)

    assert ANSWER in reply.text
    assert reply.spans("blockquote")
    assert sandbox.account.webhook.settings.secret_token


async def test_page_is_turned_in_its_place(bot: Bot, ada: User) -> None:
    await ada.ask("/dates", within=PATIENCE)

    ada.press("More →")

    assert "(2/" in (await ada.next_edit()).text


async def test_stranger_is_turned_away(
    bot: Bot, environment: dict[str, str], sandbox: Sandbox, ada: User
) -> None:
    await ada.ask("/start", within=PATIENCE)
    url, forged = environment["PALERMO_WEBHOOK_URL"], {SECRET_HEADER: "guess"}

    async with aiohttp.ClientSession() as stranger:
        async with stranger.post(url, json={"update_id": 1}, headers=forged) as answer:
            assert answer.status == 403
        health = url.replace("/telegram", "/healthz")
        async with stranger.get(health) as answer:
            assert answer.status == 200


async def test_sigterm_finishes_what_was_accepted(
    bot: Bot, sandbox: Sandbox, ada: User
) -> None:
    release = await hold_reply(sandbox, ada, QUESTION)

    ending = asyncio.create_task(bot.end(signal.SIGTERM))
    await asyncio.sleep(0)
    release.set()
    status, out, _ = await ending

    assert (status, out) == (0, "")
    assert ANSWER in (await ada.next_reply()).text


async def test_kill_loses_no_question(
    bot: Bot,
    start_bot: StartBot,
    environment: dict[str, str],
    sandbox: Sandbox,
    ada: User,
    built_home: Home,
) -> None:
    await hold_reply(sandbox, ada, QUESTION)

    await bot.end(signal.SIGKILL)
    await start_bot("run", home=built_home, **environment)

    assert ANSWER in (await ada.next_reply(within=PATIENCE)).text


async def test_chat_that_must_wait_holds_no_other(
    bot: Bot, sandbox: Sandbox, ada: User
) -> None:
    sandbox.faults.add("sendMessage", too_many_requests(3_600))
    ada.say(QUESTION)
    await sandbox.calls.await_next("sendMessage", within=PATIENCE)

    assert ANSWER in (await sandbox.user("Grace").ask(QUESTION)).text


async def test_secret_is_told_neither_in_the_log(
    start_bot: StartBot,
    environment: dict[str, str],
    sandbox: Sandbox,
    ada: User,
    built_home: Home,
) -> None:
    environment |= {"PALERMO_WEBHOOK_SECRET": "hush", "PALERMO_LOG_LEVEL": "DEBUG"}
    bot = await start_bot("run", home=built_home, **environment)
    await ada.ask(QUESTION, within=PATIENCE)

    _, _, log = await bot.end()

    assert sandbox.account.webhook.settings.secret_token == "hush"
    assert "hush" not in log
    assert sandbox.token not in log
