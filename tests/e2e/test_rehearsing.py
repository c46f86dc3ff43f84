"""The real bot in a sandbox of its own, with the page that people open."""

import json
import signal
import socket

import aiohttp
import pytest

from tests.e2e.conftest import Bot, Home, StartBot

QUESTION = "When did the Firearms Protocol enter into force?"
ANSWER = "3 July 2005"


async def address(bot: Bot) -> str:
    assert bot.process.stdout
    line = (await bot.process.stdout.readline()).decode()
    return next(word for word in line.split() if word.startswith("http://"))


async def ask(url: str, question: str) -> str:
    """Ask as the first person in the private chat; give the bot's reply."""
    async with aiohttp.ClientSession(url) as browser:
        async with browser.get("cast") as answer:
            person = (await answer.json())["people"][0]
        fields = {"person": person["id"], "chat": person["places"][0]["chat"]}
        async with browser.post("acts/say", json=fields | {"text": question}) as sent:
            assert sent.ok
        async with browser.get("events") as events:
            async for line in events.content:
                event = json.loads(line.removeprefix(b"data: ").strip() or b"{}")
                message = event.get("message", {"from": {"is_bot": False}})
                if message["from"]["is_bot"]:
                    text: str = message["text"]
                    return text
    raise AssertionError("the page was closed without a reply")


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
async def test_page_brings_answers_until_the_bot_is_stopped(
    start_bot: StartBot, built_home: Home, number: int
) -> None:
    bot = await start_bot("sandbox", home=built_home)

    reply = await ask(await address(bot), QUESTION)
    status, out, err = await bot.end(number)

    assert ANSWER in reply
    assert (status, out) == (0, "")
    assert "Traceback" not in err


async def test_page_is_at_the_port_that_was_named(
    start_bot: StartBot, built_home: Home
) -> None:
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]

    bot = await start_bot("sandbox", "--port", str(port), home=built_home)

    assert await address(bot) == f"http://127.0.0.1:{port}/"


async def test_port_in_use_is_told_in_one_line(
    start_bot: StartBot, built_home: Home
) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = str(taken.getsockname()[1])
        bot = await start_bot("sandbox", "--port", port, home=built_home)
        status, out, err = await bot.ended()

    assert (status, out) == (1, "")
    assert port in err
    assert err.count("\n") == 1
