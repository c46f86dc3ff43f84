"""What administrators do with the real bot."""

import pytest

from bot.sandbox import Sandbox, User
from tests.e2e.conftest import (
    PATIENCE,
    Bot,
    Home,
    StartBot,
    looked,
    polls,
    write_letter,
)
from tests.tongues import ENGLISH

TEXTS = ENGLISH.texts


@pytest.fixture
def boss(sandbox: Sandbox) -> User:
    return sandbox.user("Boss")


@pytest.fixture
async def bot(
    start_bot: StartBot, sandbox: Sandbox, boss: User, small_home: Home
) -> Bot:
    environment = {**polls(sandbox), "PALERMO_ADMINS": str(boss.person.id)}
    boss.say("/start")  # nobody is offered a menu before
    bot = await start_bot("run", home=small_home, **environment)
    await boss.next_reply(within=PATIENCE)
    return bot


async def test_rebuild_shows_its_steps_and_what_it_brings(
    bot: Bot, boss: User, ada: User, small_home: Home
) -> None:
    await ada.ask("/subscribe")
    await looked(bot)
    write_letter(small_home, 2)

    assert (await boss.ask("/rebuild")).text == TEXTS.rebuild_begun
    beginning = TEXTS.rebuild_step.partition("{")[0]
    assert (await boss.next_edit(within=PATIENCE)).text.startswith(beginning)
    report = await boss.next_reply(within=PATIENCE)

    assert report.text.startswith("1 new document\n• Letter number 2")
    assert "1 new document" in (await ada.next_reply(within=PATIENCE)).text


async def test_rebuild_that_fails_says_why(
    bot: Bot, boss: User, small_home: Home
) -> None:
    records = small_home.data / "records"
    records.mkdir()
    (records / "sessions.yaml").write_text("- id: 7\n", encoding="utf-8")

    await boss.ask("/rebuild")
    report = await boss.next_reply(within=PATIENCE)

    assert report.text.startswith(TEXTS.rebuild_failed)
    assert "records/sessions.yaml:1" in report.text
    assert "Letter number 1" in (await boss.ask("/sources")).text


async def test_status_tells_what_is_served_and_was_done(bot: Bot, boss: User) -> None:
    await boss.ask("How far away is the moon?")

    said = (await boss.ask("/status")).text

    assert TEXTS.status_fresh in said
    assert TEXTS.status_questions.format(answered=0, refused=1) in said


async def test_words_reach_all_subscribers(bot: Bot, boss: User, ada: User) -> None:
    await ada.ask("/subscribe")

    await boss.ask("/broadcast The documents of the new session <are in>.")
    boss.press(TEXTS.broadcast_send)

    said = (await ada.next_reply(within=PATIENCE)).text
    assert said == "The documents of the new session <are in>."


async def test_only_administrators_see_their_commands(
    bot: Bot, boss: User, ada: User
) -> None:
    unknown = await ada.ask("/status")

    assert unknown.text.startswith(TEXTS.unknown_command)
    names = {each.command for each in boss.menu} - {e.command for e in ada.menu}
    assert names == {"status", "rebuild", "feedback", "broadcast"}
