from tests.bot.conftest import Clerk
from tests.bot.telegram.conftest import (
    GROUP,
    MOST_QUESTIONS,
    Script,
    Tell,
    message,
)
from tests.bot.telegram.test_handlers import press, texts
from tests.tongues import ENGLISH

BEGINNING = ENGLISH.texts.come_back.partition("{")[0]


async def ask_up_to_the_limit(tell: Tell) -> None:
    for _ in range(MOST_QUESTIONS):
        await tell(message=message("When?"))


async def test_reader_who_asks_too_much_is_told_once_when_to_come_back(
    tell: Tell, script: Script, clerk: Clerk
) -> None:
    await ask_up_to_the_limit(tell)

    for _ in range(3):
        await tell(message=message("And when?"))

    assert "And when?" not in dict(clerk.asked)
    assert len(texts(script)) == MOST_QUESTIONS + 1
    assert texts(script)[-1].startswith(BEGINNING)


async def test_tap_of_such_a_reader_shows_when_to_come_back(
    tell: Tell, script: Script
) -> None:
    await ask_up_to_the_limit(tell)

    await tell(callback_query=press("1|When was it?"))

    assert script.of("answerCallbackQuery")[0]["text"].startswith(BEGINNING)


async def test_other_reader_of_the_same_group_is_answered(
    tell: Tell, clerk: Clerk
) -> None:
    await ask_up_to_the_limit(tell)
    grace = {"id": 8, "is_bot": False, "first_name": "Grace"}

    await tell(message=message("@palermo_bot And when?", chat=GROUP, **{"from": grace}))

    assert "And when?" in dict(clerk.asked)


async def test_talk_of_a_group_counts_for_nobody(tell: Tell, clerk: Clerk) -> None:
    for _ in range(MOST_QUESTIONS + 1):
        await tell(message=message("We talk among us.", chat=GROUP))
        await tell(message=message("/dates@another_bot", chat=GROUP))

    await tell(message=message("@palermo_bot When?", chat=GROUP))

    assert len(clerk.asked) == 1


async def test_chat_that_the_bot_is_not_in_is_told_nothing_of_a_limit(
    tell: Tell, script: Script
) -> None:
    await ask_up_to_the_limit(tell)

    await tell(
        guest_message=message("@palermo_bot When?", chat=GROUP, guest_query_id="9")
    )

    assert len(texts(script)) == MOST_QUESTIONS
    assert len(script.of("answerGuestQuery")) == 1
