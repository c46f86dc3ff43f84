import io
import json
from collections.abc import Callable, Coroutine
from typing import Any

import aiohttp
import pytest

from bot.sandbox import Sandbox, User

Api = Callable[..., Coroutine[Any, Any, dict[str, Any]]]


async def test_html_becomes_text_and_entities(api: Api, user: User) -> None:
    text = "🎉 <b>3 July 2005</b>\n<blockquote>quoted &amp; cited</blockquote>\n"

    body = await api("sendMessage", chat_id=user.chat.id, text=text, parse_mode="HTML")

    assert body["result"]["text"] == "🎉 3 July 2005\nquoted & cited"
    assert body["result"]["entities"] == [
        {"type": "bold", "offset": 3, "length": 11},
        {"type": "blockquote", "offset": 15, "length": 14},
    ]
    assert (await user.next_reply()).spans("blockquote") == ("quoted & cited",)


async def test_commands_and_links_are_found_but_not_in_code_or_links(
    api: Api, user: User
) -> None:
    text = (
        '<b>see /help</b> <code>/start</code> <a href="https://un.org">/dates</a>'
        " https://un.org/a"
    )

    await api("sendMessage", chat_id=user.chat.id, text=text, parse_mode="HTML")

    reply = await user.next_reply()
    assert reply.spans("bot_command") == ("/help",)
    assert reply.spans("url") == ("https://un.org/a",)
    assert [entity.type for entity in reply.entities] == [
        "bold",
        "bot_command",
        "code",
        "text_link",
        "url",
    ]


@pytest.mark.parametrize(
    ("fields", "reason"),
    [
        ({"text": ""}, "message text is empty"),
        ({}, "message text is empty"),
        ({"text": " \n"}, "text must be non-empty"),
        ({"text": "<b></b>", "parse_mode": "HTML"}, "message text is empty"),
        ({"text": "x" * 4097}, "message is too long"),
        ({"text": "🎉" * 2049}, "message is too long"),
        ({"text": "x", "parse_mode": "Markdown"}, "unsupported parse_mode"),
        (
            {"text": "<p>x</p>", "parse_mode": "html"},
            'can\'t parse entities: Unsupported start tag "p" at byte offset 0',
        ),
        (
            {"text": "<b>x</b> " * 101, "parse_mode": "HTML"},
            "can't parse entities: more than 100 entities",
        ),
        (
            {"text": "x", "entities": '[{"type":"bold","offset":0,"length":2}]'},
            "ENTITY_BOUNDS_INVALID",
        ),
        (
            {"text": "x", "entities": '[{"kind":"bold"}]'},
            "can't parse entities JSON object",
        ),
        ({"text": "x", "message_thread_id": 9}, "message thread not found"),
        (
            {"text": "x", "message_thread_id": "y"},
            "invalid message_thread_id specified",
        ),
        (
            {"text": "x", "reply_parameters": '{"message_id": 99}'},
            "message to be replied not found",
        ),
        (
            {"text": "x", "reply_parameters": "[1]"},
            "can't parse reply_parameters JSON object",
        ),
    ],
)
async def test_faulty_texts_are_refused(
    api: Api, user: User, fields: dict[str, Any], reason: str
) -> None:
    body = await api("sendMessage", chat_id=user.chat.id, **fields)

    assert body["description"] == f"Bad Request: {reason}"


async def test_the_limit_counts_text_without_markup(api: Api, user: User) -> None:
    text = f"<b>{'&amp;' * 4096}</b>"

    body = await api("sendMessage", chat_id=user.chat.id, text=text, parse_mode="HTML")

    assert body["result"]["text"] == "&" * 4096


async def test_a_bot_cannot_write_first(sandbox: Sandbox, api: Api) -> None:
    stranger = sandbox.user("Emmy")

    body = await api("sendMessage", chat_id=stranger.chat.id, text="hello")

    assert body["error_code"] == 403
    assert body["description"] == (
        "Forbidden: bot can't initiate conversation with a user"
    )


async def test_a_reply_shows_what_it_replies_to(api: Api, user: User) -> None:
    question = user.say("When?")

    body = await api(
        "sendMessage",
        chat_id=user.chat.id,
        text="Then.",
        reply_parameters=json.dumps({"message_id": question.id}),
    )

    assert body["result"]["reply_to_message"]["text"] == "When?"
    assert (await user.next_reply()).reply_to == question.id


async def test_a_lost_original_may_be_allowed(api: Api, user: User) -> None:
    reply = {"message_id": 99, "allow_sending_without_reply": True}

    body = await api(
        "sendMessage",
        chat_id=user.chat.id,
        text="Then.",
        reply_parameters=json.dumps(reply),
    )

    assert "reply_to_message" not in body["result"]


async def test_replies_stay_in_the_topic(sandbox: Sandbox, api: Api) -> None:
    group = sandbox.group("Delegates", is_forum=True)
    member = sandbox.user("Ada").within(group, topic=sandbox.topic(group))
    question = member.say("/start")

    body = await api(
        "sendMessage",
        chat_id=group.id,
        text="Hello.",
        reply_parameters=json.dumps({"message_id": question.id}),
    )

    assert body["result"]["message_thread_id"] == member.topic
    assert (await member.next_reply()).topic == member.topic


async def test_chat_actions_are_seen(api: Api, user: User) -> None:
    await api("sendChatAction", chat_id=user.chat.id, action="typing")

    refusal = await api("sendChatAction", chat_id=user.chat.id, action="dancing")

    assert await user.next_action() == "typing"
    assert refusal["description"] == "Bad Request: wrong parameter action in request"


async def test_chat_action_belongs_to_the_topic_that_it_names(
    sandbox: Sandbox, api: Api
) -> None:
    forum = sandbox.group("Delegates", is_forum=True)
    topic = sandbox.topic(forum)

    await api(
        "sendChatAction", chat_id=forum.id, action="typing", message_thread_id=topic
    )

    (event,) = sandbox.account.chats.events
    assert (event.action, event.topic) == ("typing", topic)


@pytest.mark.parametrize(
    ("method", "kind"), [("sendDocument", "document"), ("sendPhoto", "photo")]
)
async def test_files_are_uploaded_and_sent_again_by_id(
    sandbox: Sandbox, api: Api, user: User, method: str, kind: str
) -> None:
    form = aiohttp.FormData({"chat_id": str(user.chat.id), "caption": "<b>ICS</b>"})
    form.add_field("parse_mode", "HTML")
    form.add_field(kind, "attach://0")
    form.add_field("0", b"BEGIN:VCALENDAR", filename="a.ics")
    url = f"{sandbox.base_url}{sandbox.token}/{method}"

    async with aiohttp.ClientSession() as session, session.post(url, data=form) as sent:
        payload = (await sent.json())["result"][kind]
    file = payload[0] if kind == "photo" else payload
    again = await api(method, chat_id=user.chat.id, **{kind: file["file_id"]})

    first, second = await user.replies(2)
    assert first.attachment is not None
    assert first.attachment.content == b"BEGIN:VCALENDAR"
    assert first.attachment.file_name == ("" if kind == "photo" else "a.ics")
    assert first.spans("bold") == ("ICS",)
    assert second.attachment == first.attachment
    assert again["result"][kind] == payload


@pytest.mark.parametrize(
    ("method", "fields", "reason"),
    [
        ("sendDocument", {}, "there is no document in the request"),
        (
            "sendPhoto",
            {"photo": "unknown"},
            "wrong remote file identifier specified: Wrong string length",
        ),
    ],
)
async def test_missing_files_are_refused(
    api: Api, user: User, method: str, fields: dict[str, str], reason: str
) -> None:
    body = await api(method, chat_id=user.chat.id, **fields)

    assert body["description"] == f"Bad Request: {reason}"


@pytest.mark.parametrize(
    ("size", "caption", "description"),
    [
        (0, "", "Bad Request: file must be non-empty"),
        (1, "y" * 1025, "Bad Request: message caption is too long"),
        (10 * 2**20 + 1, "", "Request Entity Too Large"),
    ],
)
async def test_faulty_uploads_are_refused(
    sandbox: Sandbox, user: User, size: int, caption: str, description: str
) -> None:
    form = aiohttp.FormData({"chat_id": str(user.chat.id), "caption": caption})
    form.add_field("photo", io.BytesIO(bytes(size)), filename="a.jpg")
    url = f"{sandbox.base_url}{sandbox.token}/sendPhoto"

    async with aiohttp.ClientSession() as session, session.post(url, data=form) as sent:
        body = await sent.json()

    assert body["description"] == description
