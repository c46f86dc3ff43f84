"""An update in, a reply out; what is said is decided elsewhere."""

import logging
from contextlib import suppress
from dataclasses import dataclass

from telegram import CallbackQuery, Message, Update
from telegram.error import BadRequest, Forbidden, TelegramError
from telegram.ext import ContextTypes

from bot.metrics import FAILURES
from bot.reply import Button
from bot.state.database import StateUnavailableError
from bot.state.news import NewsBook
from bot.telegram.exchanges import Exchange
from bot.telegram.inline import answer_inline, result_of, start_of
from bot.telegram.keyboards import read_press
from bot.telegram.manners import question_in
from bot.telegram.readers import Readers
from bot.telegram.sending import revise_reply, send_reply, turn_page

log = logging.getLogger(__name__)
Context = ContextTypes.DEFAULT_TYPE


@dataclass(frozen=True, slots=True)
class Handlers:
    """What is done with each kind of update."""

    readers: Readers
    news: NewsBook

    async def on_text(self, update: Update, context: Context) -> None:
        """Answer a question or a command; where it was edited, its answer is, too."""
        message = update.effective_message
        if message is None:
            return
        exchanges = self.readers.exchanges
        before = exchanges.about(message) if update.edited_message else None
        if before:
            self.readers.withdraw(message, before)
        text = question_in(message, context.bot.bot)
        reply = await self.readers.reply(update, message, Button(text, text))
        wishes = await self.readers.wishes(update)
        sent = (
            await revise_reply(message, reply, wishes, answers=before.answers)
            if before
            else await send_reply(message, reply, wishes)
        )
        exchange = Exchange(reply.remembered or "", sent)
        exchanges.note(message.chat_id, exchange, asked=message.message_id)

    async def on_other(self, update: Update, _context: Context) -> None:
        """Say kindly that only text can be read."""
        if message := update.effective_message:
            tongue = await self.readers.tongue(update)
            reply = await self.readers.thread.notice(
                lambda tongue: tongue.texts.not_text, hint=tongue.code
            )
            await send_reply(message, reply, await self.readers.wishes(update))

    async def on_button(self, update: Update, _context: Context) -> None:
        """Do what a button stands for, unless it is not known any more."""
        query = update.callback_query
        if query is None:
            return
        button, message = read_press(query), _message_of(query)
        if button and message and button.way == "whole":
            button = self.readers.whole(button, message)
        if button is None or message is None:
            tongue = await self.readers.tongue(update)
            await _acknowledge(query, tongue.texts.stale_button)
            return
        await _acknowledge(query)
        reply = await self.readers.reply(update, message, button)
        wishes = await self.readers.wishes(update)
        if button.turns:
            await turn_page(query, message, reply, wishes)
            return
        # A command shows a title of its own.
        asked = None if button.text.startswith("/") else button.text
        sent = await send_reply(message, reply, wishes, asked=asked)
        exchange = Exchange(reply.remembered or "", sent)
        self.readers.exchanges.note(message.chat_id, exchange)

    async def on_inline(self, update: Update, _context: Context) -> None:
        """Offer what fits the words that somebody types in any chat."""
        if query := update.inline_query:
            hint = await self.readers.hint(update)
            offers = await self.readers.thread.offer(
                query.query, start=start_of(query), hint=hint
            )
            with suppress(BadRequest):  # typed on meanwhile: nobody waits any more
                await answer_inline(query, offers)

    async def on_guest(self, update: Update, context: Context) -> None:
        """Answer a mention in a chat that the bot is not in."""
        if message := update.effective_message:
            text = question_in(message, context.bot.bot)
            hint = await self.readers.hint(update)
            reply = await self.readers.thread.respond(text, hint=hint)
            await message.answer_guest_query(result_of(reply.answer, reply.tongue))

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
