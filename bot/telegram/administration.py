"""What only administrators may do; to all others these commands are unknown."""

from collections.abc import Iterator
from dataclasses import dataclass, field, fields
from pathlib import Path
from time import monotonic

import msgspec
from telegram import Message, Update
from telegram.ext import ContextTypes

from bot.answering.model import Answer
from bot.markup import units
from bot.messages import Tongue
from bot.news import Notice
from bot.reply import Reply
from bot.split import LIMIT
from bot.state.database import StateUnavailableError
from bot.state.feedback import Feedback
from bot.state.preferences import DEFAULT
from bot.state.state import State
from bot.status import status_lines
from bot.telegram.choices import choice, keyboard, value_of
from bot.telegram.handlers import Handlers
from bot.telegram.opinions import reason_texts
from bot.telegram.readers import Readers
from bot.telegram.sending import send_reply
from index.messages import CommandTexts, Messages

Context = ContextTypes.DEFAULT_TYPE
STATUS, FEEDBACK, BROADCAST, HELP = "status", "feedback", "broadcast", "help"
_SEND, _DROP = "send", "drop"
_BREAK = "\n\n"  # between the question whether to send, and what would be sent
_SHOWN = 10  # opinions


def admin_commands(texts: Messages) -> Iterator[tuple[str, str, str]]:
    """Give each command's name, how to write it, and what it does, in menu order."""
    for each in fields(texts.admin):
        words: CommandTexts = getattr(texts.admin, each.name)
        yield each.name, f"/{each.name} {words.takes}".rstrip(), words.description


@dataclass(frozen=True, slots=True)
class Administration:
    """Shows how the bot fares, and speaks to its subscribers."""

    readers: Readers
    handlers: Handlers
    state: State
    index: Path
    started: float = field(default_factory=monotonic)

    async def on_help(self, update: Update, context: Context) -> None:
        """Show the help of all readers, and behind it what only these can do."""
        await self.handlers.on_text(update, context)
        texts = (await self.readers.tongue(update)).texts
        lines = tuple(
            texts.help_line.format(usage=usage, description=description)
            for _, usage, description in admin_commands(texts)
        )
        await self._show(update, texts.admin_help, lines)

    async def on_status(self, update: Update, _context: Context) -> None:
        """Show what is served, and what was done since the start."""
        tongue = await self.readers.tongue(update)
        up = monotonic() - self.started
        lines = await status_lines(self.index, self.state, tongue, up=up)
        await self._show(update, tongue.texts.status, lines)

    async def on_feedback(self, update: Update, _context: Context) -> None:
        """Show what readers thought of answers, newest first."""
        tongue = await self.readers.tongue(update)
        try:
            opinions = await self.state.feedback.newest(_SHOWN)
        except StateUnavailableError:
            await self._show(update, tongue.texts.not_kept, ())
            return
        lines = tuple(_line(each, tongue) for each in opinions)
        title = tongue.texts.feedback if lines else tongue.texts.feedback_none
        await self._show(update, title, lines)

    async def on_broadcast(self, update: Update, _context: Context) -> None:
        """Ask whether a text shall really be sent to all subscribers."""
        message = update.effective_message
        if message is None:
            return
        texts = (await self.readers.tongue(update)).texts
        _, *given = (message.text or "").split(maxsplit=1)
        if not given:
            await message.reply_text(texts.broadcast_usage)
            return
        try:
            count = len(await self.state.news.subscribers())
        except StateUnavailableError:
            await message.reply_text(texts.not_kept)
            return
        send = choice(texts.broadcast_send, BROADCAST, _SEND)
        drop = choice(texts.broadcast_drop, BROADCAST, _DROP)
        asked = f"{texts.broadcast_ask.format(count=count)}{_BREAK}{given[0]}"
        if units(asked) > LIMIT:
            await message.reply_text(texts.broadcast_too_long)
            return
        await message.reply_text(asked, reply_markup=keyboard([send, drop]))

    async def on_broadcast_decided(self, update: Update, _context: Context) -> None:
        """Leave a text to the newsroom, if that was confirmed."""
        query = update.callback_query
        message = query.message if query else None
        if query is None or not isinstance(message, Message):
            return
        texts = (await self.readers.tongue(update)).texts
        done = texts.broadcast_dropped
        if value_of(query) == _SEND:
            words = (message.text or "").partition(_BREAK)[2]
            notice = msgspec.json.encode(Notice(words=words)).decode()
            try:
                await self.state.news.announce(notice)
            except StateUnavailableError:
                await query.answer(texts.not_kept, show_alert=True)
                return
            done = texts.broadcast_sent
        await query.answer()
        await query.edit_message_text(done)

    async def _show(self, update: Update, title: str, lines: tuple[str, ...]) -> None:
        if message := update.effective_message:
            tongue = await self.readers.tongue(update)
            shown = Answer("", tongue.code, True, title, 1.0, points=lines)
            await send_reply(message, Reply(shown, tongue), DEFAULT)


def _line(opinion: Feedback, tongue: Tongue) -> str:
    """Draw an opinion in a line: the day, whether it helped, on what, and why."""
    texts = tongue.texts
    reason = opinion.reason or ""
    parts = (
        opinion.at.date().isoformat(),
        texts.opinion_helpful if opinion.is_helpful else texts.opinion_not_helpful,
        opinion.question or opinion.answer,
        reason_texts(texts).get(reason, reason),
    )
    return " · ".join(filter(None, parts))
