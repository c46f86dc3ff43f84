"""Methods that answer a pressed button or an inline query, once each."""

from typing import Any

from bot.sandbox.account import Account
from bot.sandbox.composing import read_formatted
from bot.sandbox.entities import utf16_length
from bot.sandbox.errors import bad_request
from bot.sandbox.events import CallbackAnswer, Event, InlineAnswer
from bot.sandbox.keyboards import read_keyboard
from bot.sandbox.limits import (
    CALLBACK_ANSWER,
    INLINE_ID_BYTES,
    INLINE_RESULTS,
    checked_text,
)
from bot.sandbox.model import Json
from bot.sandbox.params import Params

_CACHE_SECONDS = 300


async def answer_callback_query(account: Account, params: Params) -> bool:
    """Let the pressed button stop waiting, with or without a notice."""
    answer = CallbackAnswer(
        params.text("callback_query_id"),
        params.text("text"),
        params.flag("show_alert"),
        params.text("url"),
    )
    if utf16_length(answer.text) > CALLBACK_ANSWER:
        raise bad_request("MESSAGE_TOO_LONG")
    return _answered(account, answer)


async def answer_inline_query(account: Account, params: Params) -> bool:
    """Give the results of an inline query."""
    answer = InlineAnswer(
        params.text("inline_query_id"),
        _read_results(params.json("results")),
        params.text("next_offset"),
        params.flag("is_personal"),
        params.integer("cache_time", _CACHE_SECONDS),
    )
    if len(answer.next_offset.encode()) > INLINE_ID_BYTES:
        raise bad_request("NEXT_OFFSET_INVALID")
    return _answered(account, answer)


async def answer_guest_query(account: Account, params: Params) -> Json:
    """Give the one message that answers a mention in a chat without the bot."""
    query_id = params.text("guest_query_id")
    results = _read_results([params.json("result")])
    _answered(account, InlineAnswer(query_id, results, "", False, 0))
    return {"inline_message_id": f"guest-{query_id}"}


def _answered(account: Account, answer: CallbackAnswer | InlineAnswer) -> bool:
    chat_id = account.questions.close(answer.query_id)
    account.chats.events.append(Event("answered", chat_id, answer=answer))
    return True


def _read_results(values: Any) -> tuple[Json, ...]:
    if not isinstance(values, list) or not all(isinstance(v, dict) for v in values):
        raise bad_request("can't parse inline query results")
    if len(values) > INLINE_RESULTS:
        raise bad_request("RESULTS_TOO_MUCH")
    ids = [str(value.get("id", "")) for value in values]
    if any(not 1 <= len(result.encode()) <= INLINE_ID_BYTES for result in ids):
        raise bad_request("RESULT_ID_INVALID")
    if len(set(ids)) < len(ids):
        raise bad_request("RESULT_ID_DUPLICATE")
    for value in values:
        _check_content(value)
    return tuple(values)


def _check_content(result: Json) -> None:
    read_keyboard(result.get("reply_markup"))
    content = result.get("input_message_content")
    if content is not None:
        body = read_formatted(Params(content), "message_text", entities="entities")
        checked_text(body)
