"""The state of all chats: who is in them and what was said. Knows no HTTP."""

import itertools
import time
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import replace

from bot.sandbox.entities import EMPTY, Formatted
from bot.sandbox.errors import bad_request
from bot.sandbox.events import Event
from bot.sandbox.journal import Journal
from bot.sandbox.keyboards import Keyboard
from bot.sandbox.model import Attachment, Chat, Json, Message, Person


class Chats:
    """Chats and their messages; every change is written to `events`.

    Message ids count from 1 in each chat, so that an id used with the wrong chat
    is soon found out.
    """

    def __init__(self) -> None:
        self.events: Journal[Event] = Journal()
        self._chats: dict[int, Chat] = {}
        self._messages: dict[int, dict[int, Message]] = defaultdict(dict)
        self._ids: dict[int, Iterator[int]] = defaultdict(lambda: itertools.count(1))
        self._topics: dict[int, set[int]] = defaultdict(set)
        self._started: set[int] = set()

    def open(self, chat: Chat) -> Chat:
        """Make a chat known."""
        self._chats[chat.id] = chat
        return chat

    def open_topic(self, chat: Chat) -> int:
        """Start a topic of a forum; its id is that of its first service message."""
        topic = next(self._ids[chat.id])
        self._topics[chat.id].add(topic)
        return topic

    def find(self, chat_id: int) -> Chat:
        """Find a chat; refuse unknown ones as the Bot API does."""
        if chat_id not in self._chats:
            raise bad_request("chat not found")
        return self._chats[chat_id]

    def has_topic(self, chat: Chat, topic: int) -> bool:
        """Tell whether a topic was opened in a chat."""
        return topic in self._topics[chat.id]

    def was_started(self, chat: Chat) -> bool:
        """Tell whether a person ever wrote in a chat."""
        return chat.id in self._started

    def history(self, chat: Chat) -> tuple[Message, ...]:
        """Give all messages of a chat that still stand, oldest first."""
        return tuple(self._messages[chat.id].values())

    def message(self, chat: Chat, message_id: int) -> Message | None:
        """Look a message up in its present state."""
        return self._messages[chat.id].get(message_id)

    def post(
        self,
        chat: Chat,
        sender: Person,
        *,
        body: Formatted = EMPTY,
        keyboard: Keyboard = (),
        attachment: Attachment | None = None,
        topic: int | None = None,
        reply_to: int | None = None,
        via_bot: Person | None = None,
    ) -> Message:
        """Add a message to a chat."""
        message = Message(
            chat,
            next(self._ids[chat.id]),
            sender,
            int(time.time()),
            body=body,
            keyboard=keyboard,
            attachment=attachment,
            topic=topic,
            reply_to=reply_to,
            via_bot=via_bot,
        )
        if not sender.is_bot:
            self._started.add(chat.id)
        self._messages[chat.id][message.id] = message
        self.events.append(Event("sent", chat.id, message))
        return message

    def edit(self, message: Message, *, body: Formatted, keyboard: Keyboard) -> Message:
        """Give a message a new text and keyboard."""
        edited = replace(
            message, body=body, keyboard=keyboard, edit_date=int(time.time())
        )
        self._messages[message.chat.id][message.id] = edited
        self.events.append(Event("edited", message.chat.id, edited))
        return edited

    def delete(self, message: Message) -> None:
        """Take a message away."""
        del self._messages[message.chat.id][message.id]
        self.events.append(Event("deleted", message.chat.id, message))

    def as_json(self, message: Message) -> Json:
        """Give the Bot API's Message, with the message it replies to."""
        values = message.as_json()
        original = self.message(message.chat, message.reply_to or 0)
        if original is not None:
            values["reply_to_message"] = original.as_json()
        return values
