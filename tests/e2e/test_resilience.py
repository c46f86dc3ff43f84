"""What the real bot does when things go wrong, or end."""

import asyncio
import signal
from pathlib import Path

import pytest

from bot.sandbox import (
    Reset,
    Sandbox,
    User,
    blocked_by_user,
    server_error,
    too_many_requests,
)
from tests.e2e.conftest import PATIENCE, Bot, Home, StartBot, hold_reply, polls
from tests.tongues import FRENCH

QUESTION = "When did the Firearms Protocol enter into force?"
ANSWER = "3 July 2005"


@pytest.fixture
async def bot(start_bot: StartBot, sandbox: Sandbox, built_home: Home) -> Bot:
    return await start_bot("run", home=built_home, **polls(sandbox))


async def test_fault_of_the_platform_loses_no_answer(
    bot: Bot, sandbox: Sandbox, ada: User
) -> None:
    sandbox.faults.add("sendMessage", server_error(), Reset(), too_many_requests(1))

    assert ANSWER in (await ada.ask(QUESTION, within=PATIENCE)).text


async def test_reader_who_blocked_the_bot_hinders_no_other(
    bot: Bot, sandbox: Sandbox, ada: User
) -> None:
    sandbox.faults.add("sendMessage", blocked_by_user())
    ada.say(QUESTION)
    await sandbox.calls.await_next("sendMessage", within=PATIENCE)

    assert ANSWER in (await sandbox.user("Grace").ask(QUESTION)).text


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
    assert len(sandbox.account.updates) == 0


async def test_kill_loses_no_question(
    bot: Bot, start_bot: StartBot, sandbox: Sandbox, ada: User, built_home: Home
) -> None:
    await hold_reply(sandbox, ada, QUESTION)

    await bot.end(signal.SIGKILL)
    await start_bot("run", home=built_home, **polls(sandbox))

    assert ANSWER in (await ada.next_reply(within=PATIENCE)).text


async def test_kill_has_nothing_answered_twice_and_keeps_the_order(
    bot: Bot, start_bot: StartBot, sandbox: Sandbox, ada: User, built_home: Home
) -> None:
    await hold_reply(sandbox, ada, "/session 1")
    ada.say("/session 2")
    grace = sandbox.user("Grace")
    assert ANSWER in (await grace.ask(QUESTION, within=PATIENCE)).text
    while sandbox.account.updates:  # until all of them are safe
        await sandbox.calls.await_next("getUpdates", within=PATIENCE)

    await bot.end(signal.SIGKILL)
    await start_bot("run", home=built_home, **polls(sandbox))

    first, second = await ada.replies(2, within=PATIENCE)
    assert ("first" in first.text, "second" in second.text) == (True, True)
    assert "third" in (await grace.ask("/session 3")).text
    assert [each.sender.is_bot for each in grace.history].count(True) == 2


async def test_chat_that_must_wait_holds_no_other(
    bot: Bot, sandbox: Sandbox, ada: User
) -> None:
    sandbox.faults.add("sendMessage", too_many_requests(3_600))
    ada.say(QUESTION)
    await sandbox.calls.await_next("sendMessage", within=PATIENCE)

    assert ANSWER in (await sandbox.user("Grace").ask(QUESTION)).text


async def test_reader_who_asks_too_much_is_told_when_to_come_back(
    start_bot: StartBot, sandbox: Sandbox, ada: User, built_home: Home
) -> None:
    environment = {**polls(sandbox), "PALERMO_QUESTIONS_PER_MINUTE": "1"}
    await start_bot("run", home=built_home, **environment)
    luc = sandbox.user("Luc", language_code="fr")
    await luc.ask("/start", within=PATIENCE)

    refusal = await luc.ask("Quand ?")

    assert refusal.text.startswith(FRENCH.texts.come_back.partition("{")[0])
    assert ANSWER in (await ada.ask(QUESTION)).text


async def test_damaged_state_is_told_and_questions_are_answered(
    start_bot: StartBot,
    sandbox: Sandbox,
    ada: User,
    built_home: Home,
    tmp_path: Path,
) -> None:
    state = tmp_path / "damaged.db"
    state.write_bytes(b"This is no database. " * 100)
    environment = {**polls(sandbox), "PALERMO_STATE": str(state)}
    bot = await start_bot("run", home=built_home, **environment)

    assert ANSWER in (await ada.ask(QUESTION, within=PATIENCE)).text

    _, _, log = await bot.end()
    assert f"event=state_unavailable reason={state} is no database; move it away" in log
    assert "Traceback" not in log


async def test_log_names_neither_token_nor_question_nor_reader(
    start_bot: StartBot, sandbox: Sandbox, ada: User, built_home: Home
) -> None:
    environment = {**polls(sandbox), "PALERMO_LOG_LEVEL": "DEBUG"}
    bot = await start_bot("run", home=built_home, **environment)
    await ada.ask(QUESTION, within=PATIENCE)

    _, out, log = await bot.end()

    assert out == ""
    assert "event=replied" in log
    for secret in (sandbox.token, "Firearms", "Ada", str(ada.person.id)):
        assert secret not in log


async def test_unknown_token_is_told_in_one_line(
    start_bot: StartBot, sandbox: Sandbox, built_home: Home
) -> None:
    environment = {**polls(sandbox), "TELEGRAM_BOT_TOKEN": "1:unknown"}
    bot = await start_bot("run", home=built_home, **environment)

    status, _, log = await bot.ended()

    assert status == 2
    assert "palermo: TELEGRAM_BOT_TOKEN is wrong" in log
    assert "Traceback" not in log
    assert "1:unknown" not in log


async def test_changed_data_is_known_without_a_restart(
    start_bot: StartBot, sandbox: Sandbox, ada: User, own_built_home: Home
) -> None:
    bot = await start_bot("run", home=own_built_home, **polls(sandbox))
    assert ANSWER in (await ada.ask(QUESTION, within=PATIENCE)).text

    for file in own_built_home.data.rglob("*.*"):
        text = file.read_text("utf-8")
        changed = text.replace(ANSWER, "5 July 2005").replace(
            "2005-07-03", "2005-07-05"
        )
        file.write_text(changed, encoding="utf-8")
    newest = own_built_home.rebuild()

    await bot.logged(f"event=generation_opened generation={newest}")
    assert "5 July 2005" in (await ada.ask(QUESTION)).text
