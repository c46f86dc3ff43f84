"""/subscribe: a chat that wants to hear of new documents, or no more."""

from contextlib import suppress
from dataclasses import dataclass

from telegram import Message, Update
from telegram.error import BadRequest
from telegram.ext import ContextTypes

from bot.state.database import StateUnavailableError
from bot.state.news import NewsBook, Subscription
from bot.telegram.choices import choice, keyboard
from bot.telegram.readers import Readers

Context = ContextTypes.DEFAULT_TYPE
SUBSCRIBE, STOP = "subscribe", "stop"


@dataclass(frozen=True, slots=True)
class Subscribing:
    """Puts chats on the list of subscribers, and takes them off it."""

    readers: Readers
    book: NewsBook

    async def on_subscribe(self, update: Update, _context: Context) -> None:
        """Tell this chat what is new from now on."""
        message, user = update.effective_message, update.effective_user
        if message is None or user is None:
            return
        tongue = await self.readers.tongue(update)
        here = Subscription(message.chat_id, _topic(message), user.id, tongue.code)
        try:
            await self.book.subscribe(here)
        except StateUnavailableError:
            await message.reply_text(tongue.texts.not_kept)
            return
        stop = keyboard([choice(tongue.texts.subscribe_stop, SUBSCRIBE, STOP)])
        await message.reply_text(tongue.texts.subscribed, reply_markup=stop)

    async def on_stop(self, update: Update, _context: Context) -> None:
        """Tell this chat nothing more."""
        query = update.callback_query
        message = query.message if query else None
        if query is None or not isinstance(message, Message):
            return
        texts = (await self.readers.tongue(update)).texts
        try:
            await self.book.unsubscribe(message.chat_id, _topic(message) or 0)
        except StateUnavailableError:
            await query.answer(texts.not_kept, show_alert=True)
            return
        await query.answer(texts.unsubscribed)
        with suppress(BadRequest):  # tapped twice
            await query.edit_message_reply_markup(None)


def _topic(message: Message) -> int | None:
    return message.message_thread_id if message.is_topic_message else None
