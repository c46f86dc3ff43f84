import asyncio
from collections.abc import Callable, Coroutine
from typing import Any

import aiohttp
import pytest

from bot.sandbox import (
    AnswerLost,
    Held,
    Refused,
    Reset,
    Sandbox,
    User,
    blocked_by_user,
    server_error,
    too_many_requests,
)

Api = Callable[..., Coroutine[Any, Any, dict[str, Any]]]


async def test_faults_meet_the_next_calls_in_order(
    sandbox: Sandbox, api: Api, user: User
) -> None:
    sandbox.faults.add(
        "sendmessage", too_many_requests(3), blocked_by_user(), server_error()
    )

    answers = [
        await api("sendMessage", chat_id=user.chat.id, text=str(number))
        for number in range(4)
    ]

    assert [answer.get("description") for answer in answers] == [
        "Too Many Requests: retry after 3",
        "Forbidden: bot was blocked by the user",
        "Internal Server Error",
        None,
    ]
    assert [answer.get("error_code") for answer in answers] == [429, 403, 500, None]
    assert answers[0]["parameters"] == {"retry_after": 3}
    assert (await user.next_reply()).text == "3"


async def test_faults_leave_other_methods_alone(sandbox: Sandbox, api: Api) -> None:
    sandbox.faults.add("sendMessage", Refused(502, "Bad Gateway"))

    assert (await api("getMe"))["ok"]


async def test_a_reset_comes_before_the_method_ran(
    sandbox: Sandbox, api: Api, user: User
) -> None:
    sandbox.faults.add("sendMessage", Reset())

    with pytest.raises(aiohttp.ClientError):
        await api("sendMessage", chat_id=user.chat.id, text="lost")

    assert [message.text for message in user.history] == ["/start"]


async def test_a_lost_answer_comes_after_the_method_ran(
    sandbox: Sandbox, api: Api, user: User
) -> None:
    sandbox.faults.add("sendMessage", AnswerLost())

    with pytest.raises(aiohttp.ClientError):
        await api("sendMessage", chat_id=user.chat.id, text="sent")

    assert (await user.next_reply()).text == "sent"


async def test_a_held_call_waits_for_its_release(
    sandbox: Sandbox, api: Api, user: User
) -> None:
    release = asyncio.Event()
    sandbox.faults.add("sendMessage", Held(release))
    call = asyncio.create_task(api("sendMessage", chat_id=user.chat.id, text="late"))
    await sandbox.calls.await_next("sendMessage")
    assert len(user.history) == 1

    release.set()

    assert (await call)["ok"]
    assert len(user.history) == 2


async def test_calls_are_recorded_with_their_arguments(
    sandbox: Sandbox, api: Api, user: User
) -> None:
    await api("sendmessage", chat_id=user.chat.id, text="one")
    await api("getMe")
    await api("sendMessage", chat_id=user.chat.id, text="two")

    calls = sandbox.calls.of("sendMessage")

    assert [call.params.text("text") for call in calls] == ["one", "two"]
