"""Whom a message is meant for: in groups, the bot speaks only when spoken to."""

import re
from collections.abc import Mapping

from telegram import Message, MessageEntity, User
from telegram.constants import ChatType, MessageEntityType
from telegram.ext.filters import MessageFilter

_NAMING = (
    MessageEntityType.BOT_COMMAND,
    MessageEntityType.MENTION,
    MessageEntityType.TEXT_MENTION,
)


class Addressed(MessageFilter):
    """Pass what is meant for this bot.

    Everything is in a private chat; in a group only what mentions the bot, names it
    after a command, or replies to it. What was chosen from its inline results is its
    own word, and meant for others.
    """

    def filter(self, message: Message) -> bool:
        """Tell whether a message is meant for this bot."""
        me = message.get_bot().bot
        if message.via_bot == me:
            return False
        return message.chat.type == ChatType.PRIVATE or _is_to(message, me)


def question_in(message: Message, me: User) -> str:
    """Give the text or caption of a message without the bot's own name in it."""
    text = message.text or message.caption or ""
    return re.sub(rf"@{me.username}\b", " ", text, flags=re.IGNORECASE).strip()


def _is_to(message: Message, me: User) -> bool:
    named = _named(message)
    if any(_is_for_another(entity, text, me) for entity, text in named.items()):
        return False
    original = message.reply_to_message
    is_reply = original is not None and original.from_user == me
    return is_reply or any(_names(entity, text, me) for entity, text in named.items())


def _named(message: Message) -> Mapping[MessageEntity, str]:
    kinds: list[str | None] = list(_NAMING)
    if message.text:
        return message.parse_entities(kinds)
    return message.parse_caption_entities(kinds) if message.caption else {}


def _names(entity: MessageEntity, text: str, me: User) -> bool:
    if entity.type == MessageEntityType.TEXT_MENTION:
        return entity.user == me
    return f"@{text.partition('@')[2]}".lower() == f"@{me.username}".lower()


def _is_for_another(entity: MessageEntity, text: str, me: User) -> bool:
    is_command = entity.type == MessageEntityType.BOT_COMMAND and entity.offset == 0
    return is_command and "@" in text and not _names(entity, text, me)
