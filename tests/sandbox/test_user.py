from collections.abc import Callable, Coroutine
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.sandbox import Sandbox, User
from bot.sandbox.detection import detect_entities

Api = Callable[..., Coroutine[Any, Any, dict[str, Any]]]


async def last_update(api: Api) -> dict[str, Any]:
    body = await api("getUpdates", offset=-1)
    update: dict[str, Any] = body["result"][0]
    return update


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("/start", [("bot_command", "/start")]),
        ("🎉 /session@a_bot 2", [("bot_command", "/session@a_bot")]),
        ("ask @palermo_bot, please", [("mention", "@palermo_bot")]),
        ("see https://un.org/a.", [("url", "https://un.org/a.")]),
        ("#untoc", [("hashtag", "#untoc")]),
        ("A/RES/55/25 and a@b.org", []),
    ],
)
def test_commands_and_mentions_are_found(
    text: str, found: list[tuple[str, str]]
) -> None:
    formatted = detect_entities(text)

    assert [
        (entity.type, formatted.covered(entity)) for entity in formatted.entities
    ] == found


@given(st.text(st.sampled_from("/@# a🎉_bot:hps.\n")))
def test_found_entities_lie_inside_the_text_and_apart(text: str) -> None:
    formatted = detect_entities(text)

    edges = [edge for each in formatted.entities for edge in (each.offset, each.end)]
    assert edges == sorted(edges)
    assert edges[-1:] <= [len(text.encode("utf-16-le")) // 2]


async def test_edits_stickers_photos_and_files_reach_the_bot(
    api: Api, user: User
) -> None:
    user.edit(user.say("wen?"), "when?")
    edited = await last_update(api)
    user.send_sticker("🎉")
    sticker = await last_update(api)
    user.send_photo("what is this?")
    photo = await last_update(api)
    user.send_document("a.txt", b"text")
    document = await last_update(api)
    user.send("dice", {"emoji": "🎲", "value": 6})
    dice = await last_update(api)

    assert edited["edited_message"]["text"] == "when?"
    assert sticker["message"]["sticker"]["emoji"] == "🎉"
    assert photo["message"]["caption"] == "what is this?"
    assert document["message"]["document"]["file_name"] == "a.txt"
    assert dice["message"]["dice"]["value"] == 6


async def test_long_texts_are_cut_as_clients_do(api: Api, user: User) -> None:
    pieces = user.paste("x" * 10_000)

    assert "".join(piece.text for piece in pieces) == "x" * 10_000
    assert len((await api("getUpdates"))["result"]) == 1 + len(pieces)
    with pytest.raises(ValueError, match="use paste"):
        user.say("x" * 4097)


@pytest.mark.parametrize(
    ("text", "is_told"),
    [
        ("hello", False),
        ("/start", True),
        ("/start@PALERMO_sandbox_bot", True),
        ("/start@other_bot", False),
        ("dear @palermo_sandbox_bot", True),
        ("dear @other_bot", False),
    ],
)
async def test_in_groups_a_bot_is_told_what_privacy_mode_lets_through(
    sandbox: Sandbox, api: Api, text: str, is_told: bool
) -> None:
    member = sandbox.user("Ada").within(sandbox.group("Delegates"))

    member.say(text)

    assert bool((await api("getUpdates"))["result"]) is is_told


async def test_in_groups_a_bot_is_told_of_replies_to_it(
    sandbox: Sandbox, api: Api
) -> None:
    member = sandbox.user("Ada").within(sandbox.group("Delegates"))
    await api("sendMessage", chat_id=member.chat.id, text="Which session?")

    member.say("the second", reply_to=await member.next_reply())

    message = (await last_update(api))["message"]
    assert message["text"] == "the second"
    assert message["reply_to_message"]["text"] == "Which session?"


async def test_without_privacy_a_bot_is_told_everything(
    sandbox: Sandbox, api: Api
) -> None:
    sandbox.account.has_privacy = False

    sandbox.user("Ada").within(sandbox.group("Delegates")).say("hello")

    assert (await last_update(api))["message"]["chat"]["title"] == "Delegates"


async def test_each_user_reads_its_own_chat_and_topic(
    sandbox: Sandbox, api: Api
) -> None:
    group = sandbox.group("Delegates", is_forum=True)
    ada, emmy = sandbox.user("Ada"), sandbox.user("Emmy")
    first = ada.within(group, topic=sandbox.topic(group))
    second = emmy.within(group, topic=sandbox.topic(group))

    for member, text in ((second, "to two"), (first, "to one")):
        await api(
            "sendMessage",
            chat_id=group.id,
            text=text,
            message_thread_id=member.topic,
        )

    assert (await first.next_reply()).text == "to one"
    assert (await second.next_reply()).text == "to two"


async def test_waiting_in_vain_ends_and_tells_what_was_seen(user: User) -> None:
    with pytest.raises(TimeoutError, match=r"not within 0\.01 s; .*'sent'"):
        await user.next_reply(within=0.01)
