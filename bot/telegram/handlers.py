"""An update in, a reply out; what is said is decided elsewhere."""

import logging
from contextlib import suppress
from dataclasses import dataclass

from telegram import CallbackQuery, Message, Update
from telegram.error import BadRequest, Forbidden, TelegramError
from telegram.ext import ContextTypes

from bot.metrics import FAILURES
from bot.reply import Button, Reply
from bot.state.database import StateUnavailableError
from bot.state.news import NewsBook
from bot.telegram.keyboards import read_press
from bot.telegram.manners import question_in
from bot.telegram.opinions import Answered
from bot.telegram.readers import Readers
from bot.telegram.sending import send_reply, turn_page

log = logging.getLogger(__name__)
Context = ContextTypes.DEFAULT_TYPE


@dataclass(frozen=True, slots=True)
class Handlers:
    """What is done with each kind of update."""

    readers: Readers
    answered: Answered
    news: NewsBook

    async def on_text(self, update: Update, context: Context) -> None:
        """Answer a question or a command, typed or edited."""
        if message := update.effective_message:
            text = question_in(message, context.bot.bot)
            reply = await self.readers.reply(update, Button(text, text))
            await self._send(update, message, reply)

    async def on_other(self, update: Update, _context: Context) -> None:
        """Say kindly that only text can be read."""
        if message := update.effective_message:
            tongue = await self.readers.tongue(update)
            reply = await self.readers.thread.notice(
                lambda tongue: tongue.texts.not_text, hint=tongue.code
            )
            await self._send(update, message, reply)

    async def on_button(self, update: Update, _context: Context) -> None:
        """Do what a button stands for, unless it is not known any more."""
        query = update.callback_query
        if query is None:
            return
        button, message = read_press(query), _message_of(query)
        if button is None or message is None:
            tongue = await self.readers.tongue(update)
            await _acknowledge(query, tongue.texts.stale_button)
            return
        await _acknowledge(query)
        reply = await self.readers.reply(update, button)
        if button.turns:
            await turn_page(query, message, reply, await self.readers.wishes(update))
        else:
            await self._send(update, message, reply, asked=button.text)

    async def on_error(self, update: object, context: Context) -> None:
        """Log what went wrong, then say one calm sentence where somebody waits."""
        chat = update.effective_chat if isinstance(update, Update) else None
        if isinstance(context.error, Forbidden):
            log.info("event=blocked")
            with suppress(StateUnavailableError):
                await self.news.unsubscribe(chat.id if chat else 0)
            return
        FAILURES.inc()
        log.error("event=failed", exc_info=context.error)
        message = update.effective_message if isinstance(update, Update) else None
        if message is not None and isinstance(update, Update):
            tongue = await self.readers.tongue(update)
            with suppress(TelegramError):
                await message.reply_text(tongue.texts.sorry)

    async def _send(
        self, update: Update, to: Message, reply: Reply, *, asked: str | None = None
    ) -> None:
        wishes = await self.readers.wishes(update)
        sent = await send_reply(to, reply, wishes, asked=asked)
        if reply.remembered:
            self.answered.note(sent, reply.remembered)


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
