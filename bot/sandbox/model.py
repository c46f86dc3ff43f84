"""The values that chats are made of, each able to write its own JSON."""

from dataclasses import dataclass
from typing import Any

from bot.sandbox.entities import EMPTY, Entity, Formatted
from bot.sandbox.keyboards import Button, Keyboard, keyboard_json

Json = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Person:
    """A person or a bot; the Bot API calls it User."""

    id: int
    first_name: str
    username: str = ""
    language_code: str = ""
    is_bot: bool = False

    def as_json(self) -> Json:
        """Give the Bot API's User."""
        values: Json = {
            "id": self.id,
            "is_bot": self.is_bot,
            "first_name": self.first_name,
        }
        optional = {"username": self.username, "language_code": self.language_code}
        return values | {name: text for name, text in optional.items() if text}


@dataclass(frozen=True, slots=True)
class Chat:
    """A private chat, whose id is its person's, or a supergroup."""

    id: int
    type: str
    title: str = ""
    first_name: str = ""
    username: str = ""
    is_forum: bool = False

    def as_json(self) -> Json:
        """Give the Bot API's Chat."""
        optional = {
            "title": self.title,
            "first_name": self.first_name,
            "username": self.username,
            "is_forum": self.is_forum,
        }
        present = {name: value for name, value in optional.items() if value}
        return {"id": self.id, "type": self.type, **present}


@dataclass(frozen=True, slots=True)
class Attachment:
    """What a message carries besides text: `kind` is its field in the JSON."""

    kind: str
    payload: Any
    content: bytes = b""

    @property
    def file_name(self) -> str:
        """The name that a document was sent under, empty for all else."""
        is_object = isinstance(self.payload, dict)
        return str(self.payload.get("file_name", "")) if is_object else ""


@dataclass(frozen=True, slots=True)
class Message:
    """One message in its present state; with an attachment, `body` is the caption.

    `via_bot` is the bot whose inline result the message is.
    """

    chat: Chat
    id: int
    sender: Person
    date: int
    body: Formatted = EMPTY
    keyboard: Keyboard = ()
    attachment: Attachment | None = None
    topic: int | None = None
    reply_to: int | None = None
    edit_date: int | None = None
    via_bot: Person | None = None

    @property
    def text(self) -> str:
        """The text or caption, without markup."""
        return self.body.text

    @property
    def entities(self) -> tuple[Entity, ...]:
        """The formatting of the text."""
        return self.body.entities

    @property
    def buttons(self) -> tuple[Button, ...]:
        """All buttons in reading order."""
        return tuple(button for row in self.keyboard for button in row)

    def spans(self, kind: str) -> tuple[str, ...]:
        """Give the stretches of text that entities of one type cover."""
        return tuple(
            self.body.covered(entity) for entity in self.entities if entity.type == kind
        )

    def as_json(self) -> Json:
        """Give the Bot API's Message, without the message it replies to."""
        values: Json = {
            "message_id": self.id,
            "date": self.date,
            "chat": self.chat.as_json(),
            "from": self.sender.as_json(),
            **self._content(),
        }
        if self.keyboard:
            values["reply_markup"] = keyboard_json(self.keyboard)
        if self.topic is not None:
            values |= {"message_thread_id": self.topic, "is_topic_message": True}
        if self.edit_date is not None:
            values["edit_date"] = self.edit_date
        if self.via_bot is not None:
            values["via_bot"] = self.via_bot.as_json()
        return values

    def _content(self) -> Json:
        carried = (
            {self.attachment.kind: self.attachment.payload} if (self.attachment) else {}
        )
        if not self.text:
            return carried
        prefix = "caption" if self.attachment else ""
        content = {**carried, prefix or "text": self.text}
        if self.entities:
            name = "caption_entities" if prefix else "entities"
            content[name] = [entity.as_json() for entity in self.entities]
        return content
