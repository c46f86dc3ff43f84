"""A scripted user: says things, presses buttons, awaits what the bot does."""

from collections import defaultdict
from collections.abc import Callable
from typing import TypeVar

from bot.sandbox.account import Account
from bot.sandbox.commands import Command
from bot.sandbox.composing import read_formatted
from bot.sandbox.detection import add_detected, detect_entities
from bot.sandbox.entities import Formatted, utf16_length
from bot.sandbox.events import CallbackAnswer, Event, EventKind, InlineAnswer
from bot.sandbox.keyboards import Button, Keyboard, read_keyboard
from bot.sandbox.limits import INLINE_QUERY, MESSAGE_TEXT
from bot.sandbox.model import Attachment, Chat, Json, Message, Person
from bot.sandbox.params import Params, Upload
from bot.sandbox.privacy import reaches_bot

PATIENCE = 10.0  # seconds; an upper bound, never a wait

_STICKER: Json = {
    "file_id": "sticker-1",
    "file_unique_id": "sticker-unique-1",
    "type": "regular",
    "width": 512,
    "height": 512,
    "is_animated": False,
    "is_video": False,
}
T = TypeVar("T")


class User:
    """One person in one chat, and in one topic of it where there are topics.

    What the bot does is read in order, each message once: `next_reply` never gives
    the same one again, nor one from before the user entered the chat.
    """

    def __init__(
        self, account: Account, person: Person, chat: Chat, *, topic: int | None = None
    ) -> None:
        self.person = person
        self.chat = chat
        self.topic = topic
        self._account = account
        start = len(account.chats.events)
        self._positions: dict[EventKind, int] = defaultdict(lambda: start)

    def within(self, group: Chat, *, topic: int | None = None) -> "User":
        """Give the same person as a member of a group."""
        return User(self._account, self.person, group, topic=topic)

    # what a user does

    def say(self, text: str, *, reply_to: Message | None = None) -> Message:
        """Send a text; commands, mentions and links in it become entities."""
        if not text.strip() or utf16_length(text) > MESSAGE_TEXT:
            raise ValueError("no client sends such a text; for long ones use paste")
        return self._write(text, reply_to=reply_to)

    def paste(self, text: str) -> tuple[Message, ...]:
        """Send a text of any length, cut as clients cut it."""
        step = MESSAGE_TEXT // 2  # characters may count two units each
        pieces = (text[at : at + step] for at in range(0, len(text), step))
        return tuple(self.say(piece) for piece in pieces)

    def edit(self, message: Message, text: str) -> Message:
        """Change a message of one's own."""
        edited = self._account.chats.edit(
            message, body=detect_entities(text), keyboard=()
        )
        self._tell("edited_message", edited)
        return edited

    def send_sticker(self, emoji: str = "👍") -> Message:
        """Send a sticker."""
        return self.send("sticker", _STICKER | {"emoji": emoji})

    def send_photo(self, caption: str = "", *, content: bytes = b"jpeg") -> Message:
        """Send a photo."""
        upload = Upload("photo.jpg", "image/jpeg", content)
        return self._write(caption, attachment=self._account.files.store_photo(upload))

    def send_document(self, file_name: str, content: bytes) -> Message:
        """Send a file."""
        upload = Upload(file_name, "application/octet-stream", content)
        return self._write("", attachment=self._account.files.store_document(upload))

    def send(self, kind: str, payload: Json) -> Message:
        """Send anything else, such as a `dice`, `location` or `voice`."""
        return self._write("", attachment=Attachment(kind, payload))

    def press(self, button: str | Button, *, of: Message | None = None) -> str:
        """Press a callback button, by its text or itself; give the query's id.

        `of` is the message that bears it, by default the bot's latest with buttons.
        """
        message = self._current(of) if of else self._latest_with_buttons()
        chosen = button if isinstance(button, Button) else _button(message, button)
        if chosen not in message.buttons or chosen.action != "callback_data":
            raise LookupError(f"no callback button {chosen.text!r} on the message")
        query_id = self._account.questions.ask(self.chat.id)
        query = {
            "id": query_id,
            "from": self.person.as_json(),
            **self._bearer(message),
            "chat_instance": str(self.chat.id),
            "data": chosen.value,
        }
        self._account.updates.put("callback_query", query)
        return query_id

    def react(self, message: Message, emoji: str) -> None:
        """React to a message; a bot must ask for these updates."""
        reaction = {
            "chat": self.chat.as_json(),
            "message_id": message.id,
            "user": self.person.as_json(),
            "date": message.date,
            "old_reaction": [],
            "new_reaction": [{"type": "emoji", "emoji": emoji}],
        }
        self._account.updates.put("message_reaction", reaction)

    def query_inline(self, text: str, *, offset: str = "") -> str:
        """Type after the bot's name in any chat; give the query's id."""
        if utf16_length(text) > INLINE_QUERY:
            raise ValueError("no client sends such a query")
        query_id = self._account.questions.ask(self.chat.id)
        query = {
            "id": query_id,
            "from": self.person.as_json(),
            "query": text,
            "offset": offset,
        }
        self._account.updates.put("inline_query", query)
        return query_id

    def call_guest(self, text: str) -> str:
        """Mention the bot in a chat that it is not in; give the query's id."""
        query_id = self._account.questions.ask(self.chat.id)
        message = self._account.chats.post(
            self.chat, self.person, body=detect_entities(text).trimmed()
        )
        values = self._account.chats.as_json(message)
        query = values | {"guest_query_id": query_id}
        self._account.updates.put("guest_message", query)
        return query_id

    def choose(self, result: Json, *, query: str = "") -> Message:
        """Send a result of the inline query that was typed; the bot is told of it."""
        content = Params(result.get("input_message_content") or {})
        body = read_formatted(content, "message_text", entities="entities")
        keyboard = read_keyboard(result.get("reply_markup"))
        bot = self._account.me
        message = self._send(
            add_detected(body.trimmed()), keyboard=keyboard, via_bot=bot
        )
        chosen = {
            "result_id": result["id"],
            "from": self.person.as_json(),
            "query": query,
        }
        self._account.updates.put("chosen_inline_result", chosen)
        return message

    # what a user sees

    async def ask(self, text: str, *, within: float = PATIENCE) -> Message:
        """Send a text and await the reply."""
        self.say(text)
        return await self.next_reply(within=within)

    async def next_reply(self, *, within: float = PATIENCE) -> Message:
        """Await the bot's next message."""
        return await self._next("sent", self._bots_message, within=within)

    async def replies(self, count: int, *, within: float = PATIENCE) -> list[Message]:
        """Await the bot's next messages."""
        return [await self.next_reply(within=within) for _ in range(count)]

    async def next_edit(self, *, within: float = PATIENCE) -> Message:
        """Await the bot's next change to a message of its own."""
        return await self._next("edited", self._bots_message, within=within)

    async def next_deletion(self, *, within: float = PATIENCE) -> Message:
        """Await the next deletion of any message."""
        return await self._next("deleted", lambda e: e.message, within=within)

    async def next_action(self, *, within: float = PATIENCE) -> str:
        """Await the next chat action, such as `typing`."""
        return await self._next("action", lambda e: e.action, within=within)

    async def next_notice(self, *, within: float = PATIENCE) -> CallbackAnswer:
        """Await the answer to a pressed button."""
        return await self._next("answered", _callback_answer, within=within)

    async def next_results(self, *, within: float = PATIENCE) -> InlineAnswer:
        """Await the answer to an inline query, or to a mention as a guest."""
        return await self._next("answered", _inline_answer, within=within)

    @property
    def history(self) -> tuple[Message, ...]:
        """All messages of the chat as they stand now, oldest first."""
        return self._account.chats.history(self.chat)

    @property
    def menu(self) -> tuple[Command, ...]:
        """The commands that this user is offered here."""
        return self._account.commands.shown(self.chat, self.person.language_code)

    def _write(
        self,
        text: str,
        *,
        attachment: Attachment | None = None,
        reply_to: Message | None = None,
    ) -> Message:
        body = detect_entities(text).trimmed()
        return self._send(body, attachment=attachment, reply_to=reply_to)

    def _send(
        self,
        body: Formatted,
        *,
        keyboard: Keyboard = (),
        attachment: Attachment | None = None,
        reply_to: Message | None = None,
        via_bot: Person | None = None,
    ) -> Message:
        message = self._account.chats.post(
            self.chat,
            self.person,
            body=body,
            keyboard=keyboard,
            attachment=attachment,
            topic=self.topic,
            reply_to=reply_to.id if reply_to else None,
            via_bot=via_bot,
        )
        self._tell("message", message)
        return message

    def _tell(self, kind: str, message: Message) -> None:
        account = self._account
        original = account.chats.message(self.chat, message.reply_to or 0)
        if not account.has_privacy or reaches_bot(
            message, account.me, original=original
        ):
            account.updates.put(kind, account.chats.as_json(message))

    def _bearer(self, message: Message) -> Json:
        """Name the message of a button; a bot sees no message that it did not send."""
        if message.via_bot is not None:
            return {"inline_message_id": f"{message.chat.id}:{message.id}"}
        return {"message": self._account.chats.as_json(message)}

    def _current(self, message: Message) -> Message:
        return self._account.chats.message(self.chat, message.id) or message

    def _latest_with_buttons(self) -> Message:
        for message in reversed(self.history):
            if message.buttons:
                return message
        raise LookupError("no message with buttons in this chat")

    def _bots_message(self, event: Event) -> Message | None:
        message = event.message
        is_bots = message is not None and message.sender == self._account.me
        is_here = self.topic is None or (message and message.topic == self.topic)
        return message if is_bots and is_here else None

    async def _next(
        self, kind: EventKind, pick: Callable[[Event], T | None], *, within: float
    ) -> T:
        def is_wanted(event: Event) -> bool:
            is_here = event.kind == kind and event.chat_id == self.chat.id
            return is_here and pick(event) is not None

        event, self._positions[kind] = await self._account.chats.events.next(
            self._positions[kind], is_wanted, within=within
        )
        picked = pick(event)
        assert picked is not None
        return picked


def _button(message: Message, text: str) -> Button:
    for button in message.buttons:
        if button.text == text:
            return button
    offered = [button.text for button in message.buttons]
    raise LookupError(f"no button {text!r}; the message offers {offered}")


def _callback_answer(event: Event) -> CallbackAnswer | None:
    return event.answer if isinstance(event.answer, CallbackAnswer) else None


def _inline_answer(event: Event) -> InlineAnswer | None:
    return event.answer if isinstance(event.answer, InlineAnswer) else None
