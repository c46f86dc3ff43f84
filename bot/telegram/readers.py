"""Who writes: what they asked before, which language they read, what they chose."""

import asyncio
from collections.abc import Hashable
from dataclasses import dataclass, field, replace

from telegram import Message, Update

from bot.memory import Memory
from bot.messages import Tongue
from bot.reply import Button, Reply
from bot.service import SearchThread
from bot.state.preferences import PreferenceBook, Preferences
from bot.telegram.exchanges import Exchange, Exchanges
from bot.telegram.flood import Rest
from bot.telegram.manners import question_in
from bot.telegram.typing import show_typing


@dataclass(frozen=True, slots=True)
class Readers:
    """Replies to each reader as that reader wants it."""

    thread: SearchThread
    preferences: PreferenceBook
    memory: Memory = field(default_factory=Memory)
    exchanges: Exchanges = field(default_factory=Exchanges)
    rest: Rest = asyncio.sleep

    async def wishes(self, update: Update) -> Preferences:
        """Give how the sender of an update wants to be answered."""
        user = update.effective_user
        return await self.preferences.of(user.id if user else None)

    async def hint(self, update: Update) -> str | None:
        """Give the language that the sender chose, else that of their Telegram."""
        return (await self.wishes(update)).language or language_of(update)

    async def tongue(self, update: Update) -> Tongue:
        """Give the language in which the sender of an update is spoken to."""
        chosen = (await self.wishes(update)).language
        if chosen:
            return await self.thread.tongue(hint=chosen)
        message = update.effective_message
        asked = self.memory.questions_of(_chat(message)) if message else ()
        return await self.thread.tongue(history=asked, hint=language_of(update))

    async def reply(self, update: Update, to: Message, button: Button) -> Reply:
        """Reply to what was typed or tapped, and remember it if it was a question.

        While that takes long, the bot is seen typing.
        """
        work = self.thread.respond(
            button.text,
            history=self._history(to, button),
            page=button.page,
            hint=language_of(update),
            language=(await self.wishes(update)).language,
        )
        reply = await show_typing(to, work, rest=self.rest)
        if reply.remembered and button.way != "whole":
            self.memory.note(_chat(to), reply.remembered)
        return reply

    def whole(self, button: Button, message: Message) -> Button | None:
        """Give what the whole answer of a message answers: what it replies to."""
        original = message.reply_to_message
        question = self.exchanges.question_of(message)
        if not question and original:
            question = question_in(original, message.get_bot().bot)
        return replace(button, text=question) if question else None

    def withdraw(self, message: Message, before: Exchange) -> None:
        """Forget the question that a message asked before it was edited."""
        self.memory.withdraw(_chat(message), before.question)

    def forget(self, update: Update) -> None:
        """Forget the questions of a conversation, and what answers them."""
        if message := update.effective_message:
            self.memory.forget(_chat(message))
            self.exchanges.forget(message.chat_id)

    def _history(self, message: Message, button: Button) -> tuple[str, ...]:
        """Give the questions that may be leant on, oldest first.

        A reply to an answer leans on what that answered, and the whole of an answer
        on what was asked before it.
        """
        asked = self.memory.questions_of(_chat(message))
        if button.way == "whole" and button.text in asked:
            return asked[: asked.index(button.text)]
        original = message.reply_to_message
        question = self.exchanges.question_of(original) if original else None
        if question is None:
            return asked
        return (*(each for each in asked if each != question), question)


def language_of(update: Update) -> str | None:
    """Give the language of the sender's Telegram, such as `fr`."""
    user = update.effective_user
    return user.language_code if user else None


def _chat(message: Message) -> Hashable:
    """Name the conversation that a message belongs to: a chat, or a topic in it."""
    return message.chat_id, message.message_thread_id
