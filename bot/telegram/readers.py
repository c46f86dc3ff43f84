"""Who writes: what they asked before, which language they read, what they chose."""

from collections.abc import Hashable
from dataclasses import dataclass, field

from telegram import Message, Update

from bot.memory import Memory
from bot.messages import Tongue
from bot.reply import Button, Reply
from bot.service import SearchThread
from bot.state.preferences import PreferenceBook, Preferences


@dataclass(frozen=True, slots=True)
class Readers:
    """Replies to each reader as that reader wants it."""

    thread: SearchThread
    preferences: PreferenceBook
    memory: Memory = field(default_factory=Memory)

    async def wishes(self, update: Update) -> Preferences:
        """Give how the sender of an update wants to be answered."""
        user = update.effective_user
        return await self.preferences.of(user.id if user else None)

    async def tongue(self, update: Update) -> Tongue:
        """Give the language in which the sender of an update is spoken to."""
        chosen = (await self.wishes(update)).language
        if chosen:
            return await self.thread.tongue(hint=chosen)
        return await self.thread.tongue(
            history=self._questions_before(update), hint=language_of(update)
        )

    async def reply(self, update: Update, button: Button) -> Reply:
        """Reply to what was typed or tapped, and remember it if it was a question."""
        reply = await self.thread.respond(
            button.text,
            history=self._questions_before(update),
            page=button.page,
            hint=language_of(update),
            language=(await self.wishes(update)).language,
        )
        message = update.effective_message
        if reply.remembered and message:
            self.memory.note(_chat(message), reply.remembered)
        return reply

    def forget(self, update: Update) -> None:
        """Forget the questions of a conversation."""
        if message := update.effective_message:
            self.memory.forget(_chat(message))

    def _questions_before(self, update: Update) -> tuple[str, ...]:
        message = update.effective_message
        return self.memory.questions_of(_chat(message)) if message else ()


def language_of(update: Update) -> str | None:
    """Give the language of the sender's Telegram, such as `fr`."""
    user = update.effective_user
    return user.language_code if user else None


def _chat(message: Message) -> Hashable:
    """Name the conversation that a message belongs to: a chat, or a topic in it."""
    return message.chat_id, message.message_thread_id
