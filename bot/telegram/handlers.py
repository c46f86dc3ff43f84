"""An update in, a reply out; what is said is decided elsewhere."""

import logging
from collections.abc import Hashable
from contextlib import suppress
from dataclasses import dataclass, field

from telegram import CallbackQuery, Message, Update
from telegram.error import BadRequest, Forbidden, TelegramError
from telegram.ext import ContextTypes

from bot.memory import Memory
from bot.messages import LANGUAGE, messages_in
from bot.reply import Button, Reply
from bot.service import SearchThread
from bot.telegram.keyboards import read_press
from bot.telegram.manners import question_in
from bot.telegram.sending import send_reply, turn_page

log = logging.getLogger(__name__)
Context = ContextTypes.DEFAULT_TYPE


@dataclass(frozen=True, slots=True)
class Handlers:
    """What is done with each kind of update."""

    thread: SearchThread
    memory: Memory = field(default_factory=Memory)

    async def on_text(self, update: Update, context: Context) -> None:
        """Answer a question or a command, typed or edited."""
        if message := update.effective_message:
            text = question_in(message, context.bot.bot)
            await send_reply(message, await self._reply(message, Button(text, text)))

    async def on_other(self, update: Update, _context: Context) -> None:
        """Say kindly that only text can be read."""
        if message := update.effective_message:
            await send_reply(
                message, await self.thread.notice(messages_in(LANGUAGE).not_text)
            )

    async def on_button(self, update: Update, _context: Context) -> None:
        """Do what a button stands for, unless it is not known any more."""
        query = update.callback_query
        if query is None:
            return
        button, message = read_press(query), _message_of(query)
        if button is None or message is None:
            await _acknowledge(query, messages_in(LANGUAGE).stale_button)
            return
        await _acknowledge(query)
        reply = await self._reply(message, button)
        if button.turns:
            await turn_page(query, message, reply)
        else:
            await send_reply(message, reply, asked=button.text)

    async def _reply(self, message: Message, button: Button) -> Reply:
        chat: Hashable = (message.chat_id, message.message_thread_id)
        reply = await self.thread.respond(
            button.text, history=self.memory.questions_of(chat), page=button.page
        )
        if reply.remembered:
            self.memory.note(chat, reply.remembered)
        return reply


def _message_of(query: CallbackQuery) -> Message | None:
    """Give the message that bears the button, unless Telegram has forgotten it."""
    message = query.message
    if isinstance(message, Message) and message.is_accessible:
        return message
    return None


async def _acknowledge(query: CallbackQuery, text: str | None = None) -> None:
    """Let the button stop spinning; too late for that is no fault."""
    with suppress(BadRequest):
        await query.answer(text)


async def on_error(update: object, context: Context) -> None:
    """Log what went wrong, then say one calm sentence where somebody waits."""
    if isinstance(context.error, Forbidden):
        log.info("event=blocked")
        return
    log.error("event=failed", exc_info=context.error)
    message = update.effective_message if isinstance(update, Update) else None
    if message is not None:
        with suppress(TelegramError):
            await message.reply_text(messages_in(LANGUAGE).sorry)
