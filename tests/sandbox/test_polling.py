import asyncio
from collections.abc import Callable, Coroutine
from typing import Any

import pytest

from bot.sandbox import Sandbox, User
from bot.sandbox.methods.intake import WEBHOOK_ACTIVE
from bot.sandbox.polling import TAKEN_OVER, Polling
from bot.sandbox.updates import UpdateQueue

Api = Callable[..., Coroutine[Any, Any, dict[str, Any]]]


def texts(body: dict[str, Any]) -> list[str]:
    return [update["message"]["text"] for update in body["result"]]


async def test_updates_stay_until_an_offset_confirms_them(api: Api, user: User) -> None:
    user.say("second")

    first = await api("getUpdates", limit=1)
    again = await api("getUpdates")
    rest = await api("getUpdates", offset=first["result"][0]["update_id"] + 1)
    after = await api("getUpdates")

    assert texts(first) == ["/start"]
    assert texts(again) == ["/start", "second"]
    assert texts(rest) == texts(after) == ["second"]


async def test_a_negative_offset_keeps_the_last(api: Api, user: User) -> None:
    user.say("second")

    assert texts(await api("getUpdates", offset=-1)) == ["second"]
    assert texts(await api("getUpdates")) == ["second"]


async def test_a_long_poll_ends_with_the_first_update(
    sandbox: Sandbox, api: Api
) -> None:
    user = sandbox.user("Ada")
    poll = asyncio.create_task(api("getUpdates", timeout=50))
    await sandbox.calls.await_next("getUpdates")

    user.say("hello")

    assert texts(await poll) == ["hello"]


async def test_a_long_poll_ends_empty_after_its_time() -> None:
    polling = Polling(UpdateQueue())

    assert await polling.poll(0, limit=100, seconds=0.01) == []


async def test_a_later_poll_ends_the_one_that_waits(sandbox: Sandbox, api: Api) -> None:
    user = sandbox.user("Ada")
    first = asyncio.create_task(api("getUpdates", timeout=50))
    await sandbox.calls.await_next("getUpdates")

    second = asyncio.create_task(api("getUpdates", timeout=50))
    refusal = await first
    user.say("hello")

    assert (refusal["error_code"], refusal["description"]) == (409, TAKEN_OVER)
    assert texts(await second) == ["hello"]


async def test_no_polling_while_a_webhook_is_set(sandbox: Sandbox, api: Api) -> None:
    waiting = asyncio.create_task(api("getUpdates", timeout=50))
    await sandbox.calls.await_next("getUpdates")
    await api("setWebhook", url="http://127.0.0.1:9/hook")

    ended, refused = await waiting, await api("getUpdates")
    await api("deleteWebhook")
    allowed = await api("getUpdates")

    assert ended["description"] == "Conflict: terminated by setWebhook request"
    assert (refused["error_code"], refused["description"]) == (409, WEBHOOK_ACTIVE)
    assert allowed["ok"]


async def test_only_allowed_kinds_are_queued_and_the_choice_stays(
    api: Api, user: User
) -> None:
    message = user.history[0]
    await api("getUpdates", allowed_updates='["message_reaction"]', offset=-1)
    user.say("unheard")
    user.react(message, "👍")
    await api("getUpdates")
    chosen = await api("getUpdates", allowed_updates="[]")
    user.say("heard")
    user.react(message, "👎")
    default = await api("getUpdates")

    kinds = [list(update)[1] for update in chosen["result"]]
    assert kinds == ["message", "message_reaction"]
    assert [list(update)[1] for update in default["result"]] == [*kinds, "message"]


@pytest.mark.parametrize("kinds", ["{}", "[1]"])
async def test_faulty_kinds_are_refused(api: Api, kinds: str) -> None:
    body = await api("getUpdates", allowed_updates=kinds)

    assert body["description"] == (
        "Bad Request: can't parse allowed updates JSON object"
    )


def test_each_server_counts_updates_from_somewhere_else() -> None:
    queues = UpdateQueue(), UpdateQueue()

    for queue in queues:
        queue.put("message", {})

    (first,), (second,) = (queue.first(1) for queue in queues)
    assert first["update_id"] != second["update_id"]
