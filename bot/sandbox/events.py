"""What can happen in a chat; users and chat pages read these, never HTTP."""

from dataclasses import dataclass
from typing import Literal

from bot.sandbox.model import Json, Message

EventKind = Literal["sent", "edited", "deleted", "action", "answered"]


@dataclass(frozen=True, slots=True)
class CallbackAnswer:
    """What a pressed button shows: a notice, or an alert to be closed."""

    query_id: str
    text: str
    is_alert: bool
    url: str


@dataclass(frozen=True, slots=True)
class InlineAnswer:
    """The results of an inline query, each a Bot API InlineQueryResult."""

    query_id: str
    results: tuple[Json, ...]
    next_offset: str
    is_personal: bool
    cache_time: int


@dataclass(frozen=True, slots=True)
class Event:
    """One visible happening in a chat.

    `message` was sent, edited or deleted; `action` is what the bot is seen doing,
    such as `typing`, in a `topic` if one was named; `answer` belongs to a callback
    or inline query.
    """

    kind: EventKind
    chat_id: int
    message: Message | None = None
    action: str = ""
    topic: int | None = None
    answer: CallbackAnswer | InlineAnswer | None = None
