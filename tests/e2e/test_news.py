"""New documents are told to subscribers, once, whatever restarts meanwhile."""

import signal

from bot.sandbox import Sandbox, User, blocked_by_user
from tests.e2e.conftest import (
    PATIENCE,
    Home,
    StartBot,
    looked,
    polls,
    write_letter,
)
from tests.tongues import ENGLISH


def add_letter(home: Home, number: int) -> None:
    write_letter(home, number)
    home.rebuild()


async def test_new_documents_are_told_to_each_subscriber_in_their_language(
    start_bot: StartBot, sandbox: Sandbox, ada: User, small_home: Home
) -> None:
    bot = await start_bot("run", home=small_home, **polls(sandbox))
    luc = sandbox.user("Luc", language_code="fr")
    await ada.ask("/subscribe", within=PATIENCE)
    await luc.ask("/subscribe")
    await looked(bot)

    add_letter(small_home, 2)

    news = await ada.next_reply(within=PATIENCE)
    assert news.text.startswith("1 new document\n• Letter number 2 about the weather")
    assert "1 nouveau document" in (await luc.next_reply(within=PATIENCE)).text
    ada.press(ENGLISH.texts.subscribe_stop)
    assert (await ada.next_notice()).text == ENGLISH.texts.unsubscribed


async def test_news_outlast_a_kill_and_are_told_once(
    start_bot: StartBot, sandbox: Sandbox, ada: User, small_home: Home
) -> None:
    bot = await start_bot("run", home=small_home, **polls(sandbox))
    await ada.ask("/subscribe", within=PATIENCE)
    await looked(bot)
    await bot.end(signal.SIGKILL)
    add_letter(small_home, 2)

    bot = await start_bot("run", home=small_home, **polls(sandbox))
    assert "1 new document" in (await ada.next_reply(within=PATIENCE)).text
    await bot.end()
    bot = await start_bot("run", home=small_home, **polls(sandbox))

    assert ENGLISH.texts.greeting in (await ada.ask("/start", within=PATIENCE)).text


async def test_subscriber_who_blocked_the_bot_is_dropped_and_others_are_told(
    start_bot: StartBot, sandbox: Sandbox, ada: User, small_home: Home
) -> None:
    bot = await start_bot("run", home=small_home, **polls(sandbox))
    grace = sandbox.user("Grace")
    await ada.ask("/subscribe", within=PATIENCE)
    await grace.ask("/subscribe")
    await looked(bot)

    sandbox.faults.add("sendMessage", blocked_by_user())
    add_letter(small_home, 2)
    assert "1 new document" in (await grace.next_reply(within=PATIENCE)).text
    add_letter(small_home, 3)
    assert "1 new document" in (await grace.next_reply(within=PATIENCE)).text

    assert [m.text for m in ada.history if m.sender.is_bot] == [
        ENGLISH.texts.subscribed
    ]
