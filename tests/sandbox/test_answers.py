import json
from collections.abc import Callable, Coroutine
from typing import Any

import pytest

from bot.sandbox import Sandbox, User

Api = Callable[..., Coroutine[Any, Any, dict[str, Any]]]
KEYBOARD = json.dumps(
    {
        "inline_keyboard": [
            [
                {"text": "Next", "callback_data": "page:2"},
                {"text": "UN", "url": "https://un.org"},
            ]
        ]
    }
)
TOO_OLD = (
    "Bad Request: query is too old and response timeout expired or query ID is invalid"
)


@pytest.fixture
async def query_id(api: Api, user: User) -> str:
    """A button was pressed, and the press delivered."""
    await api("sendMessage", chat_id=user.chat.id, text="1", reply_markup=KEYBOARD)
    return user.press("Next")


async def test_a_press_tells_its_data_and_message(
    api: Api, user: User, query_id: str
) -> None:
    updates = (await api("getUpdates"))["result"]

    query = updates[-1]["callback_query"]
    assert (query["id"], query["data"]) == (query_id, "page:2")
    assert query["message"]["text"] == "1"


async def test_a_query_is_answered_once(api: Api, user: User, query_id: str) -> None:
    fields = {"callback_query_id": query_id, "text": "Done", "show_alert": "true"}

    first = await api("answerCallbackQuery", **fields)
    second = await api("answerCallbackQuery", **fields)

    notice = await user.next_notice()
    assert first["result"] is True
    assert (notice.query_id, notice.text, notice.is_alert) == (query_id, "Done", True)
    assert second["description"] == TOO_OLD


async def test_a_long_notice_is_refused_and_the_query_stays_open(
    api: Api, query_id: str
) -> None:
    refusal = await api(
        "answerCallbackQuery", callback_query_id=query_id, text="x" * 201
    )
    answer = await api("answerCallbackQuery", callback_query_id=query_id)

    assert refusal["description"] == "Bad Request: MESSAGE_TOO_LONG"
    assert answer["ok"]


async def test_only_callback_buttons_that_are_there_can_be_pressed(
    user: User, query_id: str
) -> None:
    with pytest.raises(LookupError, match="no callback button 'UN'"):
        user.press("UN")
    with pytest.raises(LookupError, match=r"offers \['Next', 'UN'\]"):
        user.press("Back")


def article(result_id: str = "1", text: str = "<b>x</b>") -> dict[str, Any]:
    content = {"message_text": text, "parse_mode": "HTML"}
    return {
        "type": "article",
        "id": result_id,
        "title": "x",
        "input_message_content": content,
    }


async def test_inline_queries_are_answered_once(api: Api, user: User) -> None:
    query_id = user.query_inline("firearms", offset="50")
    fields = {"inline_query_id": query_id, "results": json.dumps([article()])}

    query = (await api("getUpdates", offset=-1))["result"][0]["inline_query"]
    await api("answerInlineQuery", **fields, is_personal=True)
    second = await api("answerInlineQuery", **fields)

    answer = await user.next_results()
    assert (query["query"], query["offset"]) == ("firearms", "50")
    assert answer.results == (article(),)
    assert answer.is_personal
    assert second["description"] == TOO_OLD


@pytest.mark.parametrize(
    ("results", "next_offset", "reason"),
    [
        ({}, "", "can't parse inline query results"),
        ([article(str(n)) for n in range(51)], "", "RESULTS_TOO_MUCH"),
        ([article("")], "", "RESULT_ID_INVALID"),
        ([article("x" * 65)], "", "RESULT_ID_INVALID"),
        ([article(), article()], "", "RESULT_ID_DUPLICATE"),
        (
            [article(text="<p>")],
            "",
            'can\'t parse entities: Unsupported start tag "p" at byte offset 0',
        ),
        ([article()], "x" * 65, "NEXT_OFFSET_INVALID"),
    ],
)
async def test_faulty_results_are_refused(
    api: Api, user: User, results: Any, next_offset: str, reason: str
) -> None:
    body = await api(
        "answerInlineQuery",
        inline_query_id=user.query_inline("x"),
        results=json.dumps(results),
        next_offset=next_offset,
    )

    assert body["description"] == f"Bad Request: {reason}"


async def test_a_guest_is_answered_once(api: Api, user: User) -> None:
    query_id = user.call_guest("@a_bot when?")
    result = article("1", "Then.")

    first = await api(
        "answerGuestQuery", guest_query_id=query_id, result=json.dumps(result)
    )
    second = await api(
        "answerGuestQuery", guest_query_id=query_id, result=json.dumps(result)
    )

    answer = await user.next_results()
    assert first["result"]["inline_message_id"]
    assert (answer.query_id, answer.results) == (query_id, (result,))
    assert second["description"] == TOO_OLD


def test_an_inline_query_is_no_longer_than_clients_send(user: User) -> None:
    with pytest.raises(ValueError, match="no client"):
        user.query_inline("x" * 257)


async def test_chosen_result_is_sent_in_its_users_name(
    sandbox: Sandbox, api: Api
) -> None:
    await api("getUpdates", allowed_updates='["message", "chosen_inline_result"]')
    member = sandbox.user("Ada").within(sandbox.group("Delegates"))

    sent = member.choose(article("7"), query="firearms")
    message, chosen = (await api("getUpdates"))["result"]

    assert (sent.text, sent.spans("bold")) == ("x", ("x",))
    assert message["message"]["from"]["first_name"] == "Ada"
    assert message["message"]["via_bot"]["id"] == sandbox.account.me.id
    assert chosen["chosen_inline_result"]["result_id"] == "7"
    assert chosen["chosen_inline_result"]["query"] == "firearms"


async def test_button_of_a_chosen_result_names_no_message(api: Api, user: User) -> None:
    button = {"text": "More", "callback_data": "more"}
    keyboard = {"inline_keyboard": [[button]]}
    user.choose(article() | {"reply_markup": keyboard})

    user.press("More")
    query = (await api("getUpdates", offset=-1))["result"][0]["callback_query"]

    assert query["inline_message_id"]
    assert "message" not in query
