"""What sending and editing share: where to, and which text."""

from typing import Any

from bot.sandbox.account import Account
from bot.sandbox.entities import Entity, Formatted, utf16_length
from bot.sandbox.errors import ApiError, bad_request
from bot.sandbox.markup import parse_html
from bot.sandbox.model import Chat
from bot.sandbox.params import Params
from bot.sandbox.tags import MarkupError


def read_chat(account: Account, params: Params) -> Chat:
    """Find the chat that a request names by its number."""
    if not params.text("chat_id"):
        raise bad_request("chat_id is empty")
    try:
        return account.chats.find(int(params.text("chat_id")))
    except ValueError:
        raise bad_request("chat not found") from None


def read_writable_chat(account: Account, params: Params) -> Chat:
    """Find a chat that the bot may write to."""
    chat = read_chat(account, params)
    if chat.type == "private" and not account.chats.was_started(chat):
        raise ApiError(403, "Forbidden: bot can't initiate conversation with a user")
    return chat


def read_reply(account: Account, params: Params, *, chat: Chat) -> int | None:
    """Give the id of the message that is replied to, when there is one."""
    value = params.json("reply_parameters") or {}
    if not isinstance(value, dict):
        raise bad_request("can't parse reply_parameters JSON object")
    reply = Params(value)
    message_id = reply.integer("message_id")
    if not message_id or account.chats.message(chat, message_id):
        return message_id or None
    if reply.flag("allow_sending_without_reply"):
        return None
    raise bad_request("message to be replied not found")


def read_topic(
    account: Account, params: Params, *, chat: Chat, reply_to: int | None
) -> int | None:
    """Give the topic to write in; replies go where the original stands."""
    topic = params.integer("message_thread_id")
    if topic and not account.chats.has_topic(chat, topic):
        raise bad_request("message thread not found")
    original = account.chats.message(chat, reply_to or 0)
    return topic or (original.topic if original else None)


def read_formatted(params: Params, name: str, *, entities: str) -> Formatted:
    """Read a text with the formatting that `parse_mode` or `entities` gives it.

    Of the parse modes only HTML is known here.
    """
    text = params.text(name)
    mode = params.text("parse_mode").lower()
    if not mode:
        return Formatted(text, _read_entities(params.json(entities), text))
    if mode != "html":
        raise bad_request("unsupported parse_mode")
    try:
        return parse_html(text)
    except MarkupError as error:
        raise bad_request(f"can't parse entities: {error}") from None


def _read_entities(values: Any, text: str) -> tuple[Entity, ...]:
    try:
        found = tuple(Entity(**value) for value in values or ())
        size = utf16_length(text)
        is_within = all(0 <= each.offset < each.end <= size for each in found)
    except TypeError:
        raise bad_request("can't parse entities JSON object") from None
    if not is_within:
        raise bad_request("ENTITY_BOUNDS_INVALID")
    return found
