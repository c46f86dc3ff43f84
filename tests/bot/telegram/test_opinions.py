from dataclasses import replace
from typing import Any

import pytest

from bot.state.state import State
from tests.bot.conftest import Clerk
from tests.bot.telegram.conftest import GROUP, ME, Script, Tell, message
from tests.bot.telegram.test_handlers import keyboard, press, texts
from tests.tongues import ENGLISH

TEXTS = ENGLISH.texts
FIRST_SENT = 1_000  # the id of the bot's first message
GRACE = {"id": 8, "is_bot": False, "first_name": "Grace"}


def why(number: int) -> dict[str, Any]:
    """Give the message that asks why, as Telegram returns it in a reply to it."""
    button = {"text": TEXTS.opinion_wrong, "callback_data": f"!reason:{number}=wrong"}
    markup = {"inline_keyboard": [[button]]}
    return {**message(TEXTS.opinion_why), "from": ME, "reply_markup": markup}


def answer_pressed(data: str, **fields: Any) -> dict[str, Any]:
    """Tap a button below the answer that was sent first."""
    query = press(data, text="It did.", **fields)
    query["message"]["message_id"] = FIRST_SENT
    query["message"]["text"] = "It entered into force.\n\n[1] A source"
    return query


async def test_answer_asks_what_is_thought_of_it(tell: Tell, script: Script) -> None:
    await tell(message=message("When?"))

    *_, row = keyboard(script.of("sendMessage")[0])
    shown = [button["text"] for button in row]
    assert shown == [TEXTS.opinion_helpful, TEXTS.opinion_not_helpful]


@pytest.mark.parametrize("text", ["/dates", "/start", "?!"])
async def test_what_answers_no_question_does_not(
    tell: Tell, script: Script, text: str
) -> None:
    await tell(message=message(text))

    assert TEXTS.opinion_helpful not in str(script.of("sendMessage"))


async def test_helpful_answer_is_kept_with_its_question_and_the_buttons_go(
    tell: Tell, script: Script, state: State
) -> None:
    await tell(message=message("When?"))

    await tell(callback_query=answer_pressed("!opinion:yes"))

    (kept,) = await state.feedback.newest(9)
    assert (kept.is_helpful, kept.question) == (True, "When?")
    assert kept.answer == "It entered into force."
    assert script.of("answerCallbackQuery")[0]["text"] == TEXTS.opinion_thanks
    assert "reply_markup" not in script.of("editMessageReplyMarkup")[0]
    assert len(texts(script)) == 1


async def test_other_buttons_of_the_answer_stay(
    tell: Tell, script: Script, clerk: Clerk
) -> None:
    clerk.answer = replace(clerk.answer, suggestions=("More?",))
    await tell(message=message("When?"))
    query = answer_pressed("!opinion:yes")
    query["message"]["reply_markup"] = script.of("sendMessage")[0]["reply_markup"]

    await tell(callback_query=query)

    (row,) = keyboard(script.of("editMessageReplyMarkup")[0])
    assert [button["text"] for button in row] == ["More?"]


async def test_answer_that_did_not_help_asks_why(
    tell: Tell, script: Script, state: State
) -> None:
    await tell(callback_query=answer_pressed("!opinion:no"))

    (kept,) = await state.feedback.newest(9)
    assert (kept.is_helpful, kept.question, kept.reason) == (False, None, None)
    (params,) = script.of("sendMessage")
    assert params["text"] == TEXTS.opinion_why
    assert [button["text"] for row in keyboard(params) for button in row] == [
        TEXTS.opinion_wrong,
        TEXTS.opinion_outdated,
        TEXTS.opinion_beside,
        TEXTS.opinion_unclear,
    ]


async def test_reason_is_kept_at_a_tap(
    tell: Tell, script: Script, state: State
) -> None:
    await tell(callback_query=answer_pressed("!opinion:no"))

    await tell(callback_query=press("!reason:1=outdated"))

    assert [each.reason for each in await state.feedback.newest(9)] == ["outdated"]
    assert script.of("editMessageText")[0]["text"] == TEXTS.opinion_thanks


async def test_reason_is_kept_in_the_readers_words(
    tell: Tell, script: Script, state: State, clerk: Clerk
) -> None:
    await tell(callback_query=answer_pressed("!opinion:no"))

    await tell(message=message("The day is wrong.", reply_to_message=why(1)))

    assert [e.reason for e in await state.feedback.newest(9)] == ["The day is wrong."]
    assert texts(script)[-1] == TEXTS.opinion_thanks
    assert clerk.asked == []


async def test_nobody_else_gives_the_reason(
    tell: Tell, script: Script, state: State
) -> None:
    await tell(callback_query=answer_pressed("!opinion:no", chat=GROUP))
    reply = message("Mine.", chat=GROUP, reply_to_message=why(1))

    await tell(message={**reply, "from": GRACE})

    assert [each.reason for each in await state.feedback.newest(9)] == [None]
    assert texts(script)[-1] == TEXTS.stale_button


@pytest.mark.parametrize("data", ["!reason:9=wrong", "!reason:x=wrong", "!reason:"])
async def test_reason_for_what_was_never_said_is_stale(
    tell: Tell, script: Script, data: str
) -> None:
    await tell(callback_query=press(data))

    assert script.of("answerCallbackQuery")[0]["text"] == TEXTS.stale_button


async def test_opinion_that_cannot_be_kept_is_told(
    tell: Tell, script: Script, state: State
) -> None:
    await state.database.run(lambda file: file.execute("DROP TABLE feedback"))

    await tell(callback_query=answer_pressed("!opinion:no"))
    await tell(callback_query=press("!reason:1=wrong"))

    said = [params["text"] for params in script.of("answerCallbackQuery")]
    assert said == [TEXTS.not_kept] * 2
    assert texts(script) == []
