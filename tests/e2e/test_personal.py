"""What the real bot keeps about its readers, and how they end it."""

from pathlib import Path

import pytest

from bot.sandbox import Sandbox, User
from tests.e2e.conftest import PATIENCE, Bot, Home, StartBot, polls
from tests.tongues import ENGLISH, FRENCH

QUESTION = "When did the Firearms Protocol enter into force?"
EN, FR = ENGLISH.texts, FRENCH.texts


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "own" / "state.db"


@pytest.fixture
def environment(sandbox: Sandbox, path: Path) -> dict[str, str]:
    return {**polls(sandbox), "PALERMO_STATE": str(path)}


@pytest.fixture
async def bot(
    start_bot: StartBot, environment: dict[str, str], built_home: Home
) -> Bot:
    return await start_bot("run", home=built_home, **environment)


def on_disk(path: Path) -> bytes:
    return b"".join(each.read_bytes() for each in path.parent.iterdir())


async def test_settings_outlast_a_restart_and_are_forgotten_when_asked(
    bot: Bot,
    start_bot: StartBot,
    environment: dict[str, str],
    built_home: Home,
    ada: User,
) -> None:
    await ada.ask("/settings", within=PATIENCE)
    ada.press(FR.own_name)
    assert (await ada.next_edit()).text == FR.settings
    ada.press(FR.settings_plain)
    await ada.next_edit()
    await bot.end()

    await start_bot("run", home=built_home, **environment)
    reply = await ada.ask(QUESTION, within=PATIENCE)
    assert "3 juillet 2005" in reply.text
    assert "http" in reply.text
    assert {each.type for each in reply.entities} <= {"url"}

    await ada.ask("/forget")
    ada.press(FR.forget_erase)
    await ada.next_edit()
    reply = await ada.ask(QUESTION)

    assert "3 July 2005" in reply.text
    assert reply.spans("bold")


async def test_opinion_and_its_reason_are_kept_until_they_are_erased(
    bot: Bot, ada: User, path: Path
) -> None:
    await ada.ask(QUESTION, within=PATIENCE)
    assert b"Firearms" not in on_disk(path)

    ada.press(EN.opinion_not_helpful)
    asked = await ada.next_reply()
    ada.say("The day is wrong.", reply_to=asked)
    assert (await ada.next_reply()).text == EN.opinion_thanks
    assert b"Firearms" in on_disk(path)
    assert b"The day is wrong." in on_disk(path)

    await ada.ask("/forget")
    ada.press(EN.forget_erase)
    edits = [await ada.next_edit() for _ in range(2)]

    assert edits[-1].text == EN.forgotten
    assert b"Firearms" not in on_disk(path)
    assert b"The day is wrong." not in on_disk(path)


async def test_privacy_is_told(bot: Bot, ada: User) -> None:
    assert EN.privacy_memory in (await ada.ask("/privacy", within=PATIENCE)).text
