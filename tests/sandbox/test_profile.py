import json
from collections.abc import Callable, Coroutine
from typing import Any

import pytest

from bot.sandbox import Sandbox

Api = Callable[..., Coroutine[Any, Any, dict[str, Any]]]


def menu(*names: str) -> str:
    return json.dumps(
        [{"command": name, "description": f"Do {name}"} for name in names]
    )


def scope(kind: str, **fields: int) -> str:
    return json.dumps({"type": kind, **fields})


async def test_menus_are_kept_by_scope_and_language(api: Api) -> None:
    await api("setMyCommands", commands=menu("help"))
    await api(
        "setMyCommands",
        commands=menu("aide"),
        scope=scope("all_private_chats"),
        language_code="fr",
    )

    default = await api("getMyCommands")
    french = await api(
        "getMyCommands", scope=scope("all_private_chats"), language_code="fr"
    )
    other = await api("getMyCommands", language_code="fr")

    assert default["result"] == [{"command": "help", "description": "Do help"}]
    assert french["result"] == [{"command": "aide", "description": "Do aide"}]
    assert other["result"] == []


async def test_users_see_the_closest_menu(sandbox: Sandbox, api: Api) -> None:
    english, french = sandbox.user("Ada"), sandbox.user("Émilie", language_code="fr")
    member = french.within(sandbox.group("Delegates"))
    private = scope("all_private_chats")
    await api("setMyCommands", commands=menu("help"))
    await api("setMyCommands", commands=menu("aide"), scope=private, language_code="fr")
    await api(
        "setMyCommands",
        commands=menu("mine"),
        scope=scope("chat", chat_id=english.chat.id),
    )

    seen = [[each.command for each in who.menu] for who in (english, french, member)]

    assert seen == [["mine"], ["aide"], ["help"]]


async def test_deleted_menus_are_gone(sandbox: Sandbox, api: Api) -> None:
    await api("setMyCommands", commands=menu("help"))

    await api("deleteMyCommands")

    assert sandbox.user("Ada").menu == ()


@pytest.mark.parametrize(
    ("fields", "reason"),
    [
        ({}, "expected an Array of BotCommand"),
        ({"commands": "[1]"}, "can't parse BotCommand: expected an Object"),
        ({"commands": menu("Help")}, "BOT_COMMAND_INVALID"),
        ({"commands": menu("/")}, "command must be non-empty"),
        ({"commands": menu("x" * 33)}, "command length must not exceed 32"),
        (
            {"commands": '[{"command": "x"}]'},
            "command description must be non-empty",
        ),
        (
            {"commands": json.dumps([{"command": "x", "description": "y" * 257}])},
            "command description length must not exceed 256",
        ),
        ({"commands": menu(*["x"] * 101)}, "BOT_COMMANDS_TOO_MUCH"),
        (
            {"commands": menu("x"), "language_code": "eng"},
            "invalid language code specified",
        ),
        (
            {"commands": menu("x"), "scope": scope("everyone")},
            "can't parse BotCommandScope: Unsupported type specified",
        ),
        (
            {"commands": menu("x"), "scope": scope("chat")},
            "can't parse BotCommandScope: Can't find field \"chat_id\"",
        ),
    ],
)
async def test_faulty_menus_are_refused(
    api: Api, fields: dict[str, str], reason: str
) -> None:
    body = await api("setMyCommands", **fields)

    assert body["description"] == f"Bad Request: {reason}"


@pytest.mark.parametrize(
    ("name", "field", "limit", "reason"),
    [
        ("Description", "description", 512, "DESCRIPTION_TOO_LONG"),
        ("ShortDescription", "short_description", 120, "ABOUT_TOO_LONG"),
    ],
)
async def test_descriptions_are_kept_by_language(
    api: Api, name: str, field: str, limit: int, reason: str
) -> None:
    await api(f"setMy{name}", **{field: "x" * limit})
    await api(f"setMy{name}", **{field: "bref", "language_code": "fr"})

    refusal = await api(f"setMy{name}", **{field: "x" * (limit + 1)})
    french = await api(f"getMy{name}", language_code="fr")
    other = await api(f"getMy{name}", language_code="es")

    assert french["result"] == {field: "bref"}
    assert other["result"] == {field: "x" * limit}
    assert refusal["description"] == f"Bad Request: {reason}"
