from dataclasses import replace
from typing import Any

import pytest

from bot.commands import COMMANDS
from tests.bot.conftest import Clerk
from tests.bot.telegram.conftest import GROUP, ME, Script, Tell, message
from tests.bot.telegram_html import parse
from tests.tongues import ENGLISH

TEXTS = ENGLISH.texts


def texts(script: Script) -> list[str]:
    return [parse(params["text"]).text for params in script.of("sendMessage")]


def keyboard(params: dict[str, Any]) -> list[list[dict[str, Any]]]:
    rows: list[list[dict[str, Any]]] = params["reply_markup"]["inline_keyboard"]
    return rows


def press(data: str, *, text: str = "More", **fields: Any) -> dict[str, Any]:
    button = {"text": text, "callback_data": data}
    markup = {"inline_keyboard": [[button]]}
    base = message("shown before", **fields)
    return {
        "id": "1",
        "from": base["from"],
        "chat_instance": "1",
        "message": {**base, "from": ME, "reply_markup": markup},
        "data": data,
    }


async def test_question_gets_its_cited_answer(tell: Tell, script: Script) -> None:
    await tell(message=message("When did it enter into force?"))

    (params,) = script.of("sendMessage")
    assert params["parse_mode"] == "HTML"
    assert parse(params["text"]).under("b") == ["It entered into force on 3 July 2005."]
    assert parse(params["text"]).under("blockquote")
    assert "reply_parameters" not in params


@pytest.mark.parametrize("command", COMMANDS, ids=lambda command: command.name)
async def test_every_command_is_answered(
    tell: Tell, script: Script, command: Any
) -> None:
    await tell(message=message(command.example(TEXTS)))

    assert texts(script)


async def test_edited_question_is_answered_anew(tell: Tell, clerk: Clerk) -> None:
    await tell(edited_message=message("When, again?", edit_date=1))

    assert clerk.asked == [("When, again?", ())]


async def test_follow_up_comes_with_earlier_questions(tell: Tell, clerk: Clerk) -> None:
    for number in range(7):
        await tell(message=message(f"question {number}"))

    assert clerk.asked[-1] == (
        "question 6",
        ("question 1", "question 2", "question 3", "question 4", "question 5"),
    )


async def test_chats_have_histories_of_their_own(tell: Tell, clerk: Clerk) -> None:
    await tell(message=message("mine"))
    await tell(message=message("yours", chat=8))

    assert clerk.asked[-1] == ("yours", ())


@pytest.mark.parametrize(
    "fields",
    [
        {
            "sticker": {
                "file_id": "1",
                "file_unique_id": "1",
                "width": 1,
                "height": 1,
                "is_animated": False,
                "is_video": False,
                "type": "regular",
            }
        },
        {"photo": [{"file_id": "1", "file_unique_id": "1", "width": 1, "height": 1}]},
        {"voice": {"file_id": "1", "file_unique_id": "1", "duration": 1}},
        {"location": {"latitude": 1.0, "longitude": 1.0}},
    ],
    ids=lambda fields: next(iter(fields)),
)
async def test_what_is_no_text_is_met_kindly(
    tell: Tell, script: Script, fields: dict[str, Any]
) -> None:
    await tell(message=message(**fields))

    assert texts(script) == [TEXTS.not_text]
    assert len(keyboard(script.of("sendMessage")[0])) == 3


async def test_caption_of_a_photo_is_a_question(tell: Tell, clerk: Clerk) -> None:
    photo = [{"file_id": "1", "file_unique_id": "1", "width": 1, "height": 1}]

    await tell(message=message(photo=photo, caption="When was this?"))

    assert clerk.asked == [("When was this?", ())]


async def test_service_message_is_left_alone(tell: Tell, script: Script) -> None:
    await tell(message=message(delete_chat_photo=True))

    assert script.of("sendMessage") == []


async def test_own_inline_result_is_left_alone(tell: Tell, script: Script) -> None:
    await tell(message=message("In force since 2005.", via_bot=ME))

    assert script.of("sendMessage") == []


async def test_mistyped_command_offers_the_right_one(
    tell: Tell, script: Script
) -> None:
    await tell(message=message("/protocol"))

    (row,) = keyboard(script.of("sendMessage")[0])
    assert [button["text"] for button in row] == ["/protocols", "/help"]


async def test_long_answer_comes_in_several_messages(
    tell: Tell, script: Script, clerk: Clerk
) -> None:
    citation = replace(clerk.answer.citations[0], snippet="word " * 500)
    clerk.answer = replace(
        clerk.answer, citations=(citation,) * 4, suggestions=("More?",)
    )

    await tell(message=message("When?"))

    sent = script.of("sendMessage")
    assert len(sent) > 1
    assert ["reply_markup" in params for params in sent] == [
        *[False] * (len(sent) - 1),
        True,
    ]


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        ("@palermo_bot When was it?", "When was it?"),
        ("When was it, @Palermo_Bot?", "When was it,  ?"),
    ],
)
async def test_mention_in_a_group_is_answered(
    tell: Tell, clerk: Clerk, text: str, asked: str
) -> None:
    await tell(message=message(text, chat=GROUP))

    assert [question for question, _ in clerk.asked] == [" ".join(asked.split())]


async def test_reply_to_the_bot_in_a_group_is_answered(
    tell: Tell, clerk: Clerk
) -> None:
    earlier = {**message("It did.", chat=GROUP), "from": ME}

    await tell(message=message("And when?", chat=GROUP, reply_to_message=earlier))

    assert clerk.asked == [("And when?", ())]


@pytest.mark.parametrize(
    "text",
    [
        "When was it?",
        "@another_bot When was it?",
        "/dates@another_bot",
        "/unheard_of",
        "someone@palermo_bot.example",
    ],
)
async def test_what_others_say_in_a_group_is_left_alone(
    tell: Tell, script: Script, text: str
) -> None:
    await tell(message=message(text, chat=GROUP))

    assert script.of("sendMessage") == []


async def test_command_for_another_bot_is_left_alone_even_in_a_reply(
    tell: Tell, script: Script
) -> None:
    earlier = {**message("It did.", chat=GROUP), "from": ME}

    await tell(
        message=message("/dates@another_bot", chat=GROUP, reply_to_message=earlier)
    )

    assert script.of("sendMessage") == []


@pytest.mark.parametrize("text", ["/dates", "/dates@palermo_bot"])
async def test_command_in_a_group_is_answered(
    tell: Tell, script: Script, text: str
) -> None:
    await tell(message=message(text, chat=GROUP))

    assert len(script.of("sendMessage")) == 1


async def test_sticker_in_a_group_is_left_alone(tell: Tell, script: Script) -> None:
    voice = {"file_id": "1", "file_unique_id": "1", "duration": 1}

    await tell(message=message(chat=GROUP, voice=voice))

    assert script.of("sendMessage") == []


async def test_answer_in_a_group_quotes_the_question_in_its_topic(
    tell: Tell, script: Script
) -> None:
    topic = {"message_thread_id": 5, "is_topic_message": True}

    await tell(message=message("/dates", chat=GROUP, **topic))

    (params,) = script.of("sendMessage")
    assert params["message_thread_id"] == 5
    assert params["reply_parameters"]["message_id"] == 1


async def test_page_turn_changes_the_message(tell: Tell, script: Script) -> None:
    await tell(callback_query=press("2>/dates"))

    (params,) = script.of("editMessageText")
    assert "(2/2)" in params["text"]
    assert keyboard(params)[0][0]["callback_data"] == "1>/dates"
    assert len(script.of("answerCallbackQuery")) == 1
    assert script.of("sendMessage") == []


async def test_page_turned_twice_is_no_fault(tell: Tell, script: Script) -> None:
    script.fail("editMessageText", 400, "Bad Request: message is not modified")

    await tell(callback_query=press("2>/dates"))

    assert script.of("sendMessage") == []


async def test_tapped_question_is_answered_below(
    tell: Tell, script: Script, clerk: Clerk
) -> None:
    await tell(callback_query=press("1|When was it?"))

    assert clerk.asked == [("When was it?", ())]
    assert texts(script)[0].startswith("You asked: When was it?\n")


async def test_tapped_question_too_long_for_its_data_is_read_off_the_button(
    tell: Tell, clerk: Clerk
) -> None:
    question = "When was it, and where, and who was there? " * 3

    await tell(callback_query=press("1#0", text=question))

    assert clerk.asked == [(question.strip(), ())]


@pytest.mark.parametrize("data", ["", "x", "1", "1#9x", "noop", "-1>/help", "1>"])
async def test_foreign_button_gets_a_calm_answer(
    tell: Tell, script: Script, data: str
) -> None:
    query = press("1#0")
    query["data"] = data

    await tell(callback_query=query)

    (params,) = script.of("answerCallbackQuery")
    assert params["text"] == TEXTS.stale_button
    assert script.of("sendMessage") == []


async def test_button_of_a_vanished_message_gets_a_calm_answer(
    tell: Tell, script: Script
) -> None:
    query = press("2>/dates")
    query["message"] = {"chat": query["message"]["chat"], "message_id": 1, "date": 0}

    await tell(callback_query=query)

    assert script.of("answerCallbackQuery")[0]["text"] == TEXTS.stale_button


async def test_button_that_spun_too_long_is_answered_all_the_same(
    tell: Tell, script: Script
) -> None:
    script.fail("answerCallbackQuery", 400, "Bad Request: query is too old")

    await tell(callback_query=press("1|When was it?"))

    assert len(texts(script)) == 1


async def test_fault_is_logged_then_met_with_one_calm_sentence(
    tell: Tell, script: Script, clerk: Clerk, caplog: pytest.LogCaptureFixture
) -> None:
    clerk.answer = replace(clerk.answer, citations=(None,))  # type: ignore[arg-type]  # a fault on purpose

    await tell(message=message("private words"))

    assert texts(script) == [TEXTS.sorry]
    assert "event=failed" in caplog.text
    assert "private" not in caplog.text


async def test_reader_who_blocked_the_bot_is_no_fault(
    tell: Tell, script: Script, caplog: pytest.LogCaptureFixture
) -> None:
    script.fail("sendMessage", 403, "Forbidden: bot was blocked by the user")

    await tell(message=message("When?"))

    assert len(script.of("sendMessage")) == 1
    assert "event=failed" not in caplog.text


async def test_answers_of_an_edited_question_are_edited_and_added_to(
    tell: Tell, script: Script, clerk: Clerk
) -> None:
    await tell(message=message("When?"))
    clerk.answer = replace(clerk.answer, points=("word " * 1_000,))

    await tell(edited_message=message("When, again?", edit_date=1))

    (edited,) = script.of("editMessageText")
    assert edited["message_id"] == 1_000
    assert len(script.of("sendMessage")) == 3


async def test_answers_too_many_are_deleted(
    tell: Tell, script: Script, clerk: Clerk
) -> None:
    whole = clerk.answer
    clerk.answer = replace(whole, points=("word " * 1_000,))
    await tell(message=message("When?"))
    clerk.answer = whole

    await tell(edited_message=message("When, again?", edit_date=1))

    assert [each["message_id"] for each in script.of("deleteMessage")] == [1_001, 1_002]


async def test_answer_that_somebody_deleted_is_sent_again(
    tell: Tell, script: Script
) -> None:
    await tell(message=message("When?"))
    script.fail("editMessageText", 400, "Bad Request: message to edit not found")

    await tell(edited_message=message("When, again?", edit_date=1))

    assert len(script.of("sendMessage")) == 2


async def test_edited_question_takes_the_place_of_the_old_one(
    tell: Tell, clerk: Clerk
) -> None:
    await tell(message=message("Whn?"))
    await tell(edited_message=message("When?", edit_date=1))
    await tell(message=message("And then?", message_id=2))

    assert clerk.asked[1:] == [("When?", ()), ("And then?", ("When?",))]


async def test_whole_answer_is_found_by_what_it_replies_to(
    tell: Tell, clerk: Clerk
) -> None:
    original = message("@palermo_bot When?", chat=GROUP)

    await tell(callback_query=press("1+whole", chat=GROUP, reply_to_message=original))

    assert clerk.asked == [("When?", ())]


async def test_whole_answer_of_a_forgotten_question_is_too_old(
    tell: Tell, script: Script
) -> None:
    await tell(callback_query=press("1+whole", chat=GROUP))

    (notice,) = script.of("answerCallbackQuery")
    assert notice["text"] == TEXTS.stale_button
