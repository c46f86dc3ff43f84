"""An update in, a reply out; what is said is decided elsewhere."""

import asyncio
import logging
from collections.abc import Hashable
from contextlib import suppress
from dataclasses import dataclass, field, replace

from telegram import CallbackQuery, Message, Update
from telegram.error import BadRequest, Forbidden, TelegramError
from telegram.ext import ContextTypes

from bot.memory import Memory
from bot.reply import Button, Reply
from bot.service import SearchThread
from bot.telegram.exchanges import Exchange, Exchanges
from bot.telegram.flood import Rest
from bot.telegram.inline import answer_inline, result_of, start_of
from bot.telegram.keyboards import read_press
from bot.telegram.manners import question_in
from bot.telegram.sending import revise_reply, send_reply, turn_page
from bot.telegram.typing import show_typing

log = logging.getLogger(__name__)
Context = ContextTypes.DEFAULT_TYPE


@dataclass(frozen=True, slots=True)
class Handlers:
    """What is done with each kind of update."""

    thread: SearchThread
    memory: Memory = field(default_factory=Memory)
    exchanges: Exchanges = field(default_factory=Exchanges)
    rest: Rest = asyncio.sleep

    async def on_text(self, update: Update, context: Context) -> None:
        """Answer a question or a command, typed or edited."""
        if message := update.effective_message:
            text = question_in(message, context.bot.bot)
            before = self.exchanges.about(message) if update.edited_message else None
            if before:
                self.memory.withdraw(_chat(message), before.question)
            reply = await self._reply(update, message, Button(text, text))
            sent = (
                await revise_reply(message, reply, answers=before.answers)
                if before
                else await send_reply(message, reply)
            )
            exchange = Exchange(reply.remembered or "", sent)
            self.exchanges.note(message.chat_id, exchange, asked=message.message_id)

    async def on_other(self, update: Update, _context: Context) -> None:
        """Say kindly that only text can be read."""
        if message := update.effective_message:
            reply = await self.thread.notice(
                lambda tongue: tongue.texts.not_text,
                history=self.memory.questions_of(_chat(message)),
                hint=_language_of(update),
            )
            await send_reply(message, reply)

    async def on_button(self, update: Update, _context: Context) -> None:
        """Do what a button stands for, unless it is not known any more."""
        query = update.callback_query
        if query is None:
            return
        button, message = read_press(query), _message_of(query)
        if button and message and button.way == "whole":
            button = self._whole(button, message)
        if button is None or message is None:
            tongue = await self.thread.tongue(hint=_language_of(update))
            await _acknowledge(query, tongue.texts.stale_button)
            return
        await _acknowledge(query)
        reply = await self._reply(update, message, button)
        if button.turns:
            await turn_page(query, message, reply)
        else:
            sent = await send_reply(message, reply, asked=_question_of(button))
            exchange = Exchange(reply.remembered or "", sent)
            self.exchanges.note(message.chat_id, exchange)

    async def on_inline(self, update: Update, _context: Context) -> None:
        """Offer what fits the words that somebody types in any chat."""
        if query := update.inline_query:
            offers = await self.thread.offer(
                query.query, start=start_of(query), hint=_language_of(update)
            )
            with suppress(BadRequest):  # typed on meanwhile: nobody waits any more
                await answer_inline(query, offers)

    async def on_guest(self, update: Update, context: Context) -> None:
        """Answer a mention in a chat that the bot is not in."""
        if message := update.effective_message:
            text = question_in(message, context.bot.bot)
            reply = await self.thread.respond(text, hint=_language_of(update))
            await message.answer_guest_query(result_of(reply.answer, reply.tongue))

    async def on_error(self, update: object, context: Context) -> None:
        """Log what went wrong, then say one calm sentence where somebody waits."""
        if isinstance(context.error, Forbidden):
            log.info("event=blocked")
            return
        log.error("event=failed", exc_info=context.error)
        message = update.effective_message if isinstance(update, Update) else None
        if message is not None:
            tongue = await self.thread.tongue(
                history=self.memory.questions_of(_chat(message)),
                hint=_language_of(update),
            )
            with suppress(TelegramError):
                await message.reply_text(tongue.texts.sorry)

    async def _reply(self, update: Update, message: Message, button: Button) -> Reply:
        history = self._history(message, button)
        work = self.thread.respond(
            button.text, history=history, page=button.page, hint=_language_of(update)
        )
        reply = await show_typing(message, work, rest=self.rest)
        if reply.remembered and button.way != "whole":
            self.memory.note(_chat(message), reply.remembered)
        return reply

    def _history(self, message: Message, button: Button) -> tuple[str, ...]:
        """Give the questions that may be leant on, oldest first.

        A reply to an answer leans on what that answered, and the whole of an answer
        on what was asked before it.
        """
        asked = self.memory.questions_of(_chat(message))
        if button.way == "whole" and button.text in asked:
            return asked[: asked.index(button.text)]
        original = message.reply_to_message
        exchange = self.exchanges.about(original) if original else None
        if exchange is None or not exchange.question:
            return asked
        others = (each for each in asked if each != exchange.question)
        return (*others, exchange.question)

    def _whole(self, button: Button, message: Message) -> Button | None:
        """Give what the whole answer of a message answers: what it replies to."""
        exchange, original = self.exchanges.about(message), message.reply_to_message
        question = exchange.question if exchange else ""
        if not question and original:
            question = question_in(original, message.get_bot().bot)
        return replace(button, text=question) if question else None


def _chat(message: Message) -> Hashable:
    """Name the conversation that a message belongs to: a chat, or a topic in it."""
    return message.chat_id, message.message_thread_id


def _question_of(button: Button) -> str | None:
    """Give the question that a button asked; a command shows a title of its own."""
    return None if button.text.startswith("/") else button.text


def _language_of(update: object) -> str | None:
    """Give the language of the sender's Telegram, such as `fr`."""
    user = update.effective_user if isinstance(update, Update) else None
    return user.language_code if user else None


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
