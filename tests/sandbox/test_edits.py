import json
from collections.abc import Callable, Coroutine
from typing import Any

import pytest

from bot.sandbox import Sandbox, User
from bot.sandbox.methods.edits import NOT_MODIFIED

Api = Callable[..., Coroutine[Any, Any, dict[str, Any]]]
KEYBOARD = json.dumps({"inline_keyboard": [[{"text": "Next", "callback_data": "2"}]]})


@pytest.fixture
async def sent(api: Api, user: User) -> dict[str, Any]:
    """Where the bot's message stands that is edited here."""
    body = await api(
        "sendMessage", chat_id=user.chat.id, text="page 1", reply_markup=KEYBOARD
    )
    return {"chat_id": user.chat.id, "message_id": body["result"]["message_id"]}


async def test_an_edit_replaces_text_and_takes_the_keyboard_away(
    api: Api, user: User, sent: dict[str, Any]
) -> None:
    body = await api("editMessageText", **sent, text="page <b>2</b>", parse_mode="HTML")

    edited = await user.next_edit()
    assert body["result"]["edit_date"] == edited.edit_date
    assert (edited.text, edited.spans("bold"), edited.buttons) == (
        "page 2",
        ("2",),
        (),
    )
    assert user.history[-1] == edited


@pytest.mark.parametrize(
    ("method", "fields"),
    [
        ("editMessageText", {"text": " page 1", "reply_markup": KEYBOARD}),
        ("editMessageReplyMarkup", {"reply_markup": KEYBOARD}),
    ],
)
async def test_an_edit_must_change_something(
    api: Api, sent: dict[str, Any], method: str, fields: dict[str, str]
) -> None:
    body = await api(method, **sent, **fields)

    assert body["description"] == f"Bad Request: {NOT_MODIFIED}"


async def test_the_keyboard_alone_can_be_taken_away(
    api: Api, user: User, sent: dict[str, Any]
) -> None:
    body = await api("editMessageReplyMarkup", **sent)

    assert "reply_markup" not in body["result"]
    assert (await user.next_edit()).text == "page 1"


@pytest.mark.parametrize(
    ("method", "fields", "reason"),
    [
        ("editMessageText", {"message_id": 99}, "message to edit not found"),
        ("editMessageText", {}, "message identifier is not specified"),
        ("editMessageText", {"message_id": 1}, "message can't be edited"),
        ("deleteMessage", {"message_id": 99}, "message to delete not found"),
    ],
)
async def test_only_own_messages_can_be_edited(
    api: Api, user: User, method: str, fields: dict[str, Any], reason: str
) -> None:
    body = await api(method, chat_id=user.chat.id, text="x", **fields)

    assert body["description"] == f"Bad Request: {reason}"


async def test_a_caption_is_no_text(api: Api, user: User) -> None:
    photo = user.send_photo().attachment
    assert photo is not None
    sent = await api(
        "sendPhoto", chat_id=user.chat.id, photo=photo.payload[0]["file_id"]
    )

    body = await api(
        "editMessageText",
        chat_id=user.chat.id,
        message_id=sent["result"]["message_id"],
        text="x",
    )

    assert body["description"] == (
        "Bad Request: there is no text in the message to edit"
    )


async def test_a_deleted_message_is_gone(
    api: Api, user: User, sent: dict[str, Any]
) -> None:
    await api("deleteMessage", **sent)

    assert (await user.next_deletion()).id == sent["message_id"]
    assert [message.text for message in user.history] == ["/start"]


async def test_in_groups_others_messages_cannot_be_deleted(
    sandbox: Sandbox, api: Api
) -> None:
    member = sandbox.user("Ada").within(sandbox.group("Delegates"))
    message = member.say("hello")

    body = await api("deleteMessage", chat_id=member.chat.id, message_id=message.id)

    assert body["description"] == "Bad Request: message can't be deleted"
