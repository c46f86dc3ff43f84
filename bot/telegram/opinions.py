"""What readers think of an answer: two buttons below it, and why it did not help."""

from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime

from telegram import CallbackQuery, InlineKeyboardMarkup, Message, Update
from telegram.error import BadRequest
from telegram.ext import ContextTypes
from telegram.ext.filters import MessageFilter

from bot.messages import Tongue
from bot.reply import Reply
from bot.state.database import StateUnavailableError
from bot.state.feedback import Feedback, FeedbackBook
from bot.telegram.choices import Row, choice, choices_on, keyboard, value_of
from bot.telegram.readers import Readers
from index.messages import Messages

Context = ContextTypes.DEFAULT_TYPE
OPINION, REASON = "opinion", "reason"
_HELPFUL, _NOT_HELPFUL = "yes", "no"


class Explaining(MessageFilter):
    """Pass a reply to the bot's own question why an answer did not help."""

    def filter(self, message: Message) -> bool:
        """Tell whether a message explains."""
        asked = message.reply_to_message
        return asked is not None and bool(choices_on(asked, REASON))


def opinion_row(reply: Reply) -> Row:
    """Draw the buttons below an answer; none below what was no question."""
    if reply.remembered is None:
        return ()
    texts = reply.tongue.texts
    return [
        choice(texts.opinion_helpful, OPINION, _HELPFUL),
        choice(texts.opinion_not_helpful, OPINION, _NOT_HELPFUL),
    ]


@dataclass(frozen=True, slots=True)
class Opinions:
    """Takes down what readers think of answers."""

    readers: Readers
    book: FeedbackBook

    async def on_opinion(self, update: Update, _context: Context) -> None:
        """Keep whether an answer helped, and ask why if it did not."""
        query = update.callback_query
        message = query.message if query else None
        if query is None or not isinstance(message, Message):
            return
        tongue = await self.readers.tongue(update)
        opinion = Feedback(
            is_helpful=value_of(query) == _HELPFUL,
            question=self.readers.exchanges.question_of(message),
            answer=(message.text or "").partition("\n")[0],
            at=datetime.now(UTC),
        )
        try:
            number = await self.book.add(query.from_user.id, opinion)
        except StateUnavailableError:
            await query.answer(tongue.texts.not_kept, show_alert=True)
            return
        await query.answer(tongue.texts.opinion_thanks)
        await _take_row_away(query, message)
        if not opinion.is_helpful:
            why = tongue.texts.opinion_why
            await message.reply_text(why, reply_markup=_reasons(tongue, number))

    async def on_reason(self, update: Update, _context: Context) -> None:
        """Keep the reason that was tapped."""
        query = update.callback_query
        if query is None:
            return
        number, _, reason = value_of(query).partition("=")
        said = await self._explain(update, number, reason)
        await query.answer(said)
        with suppress(BadRequest):  # tapped twice
            await query.edit_message_text(said)

    async def on_explanation(self, update: Update, _context: Context) -> None:
        """Keep the reason that was typed."""
        message = update.effective_message
        asked = message.reply_to_message if message else None
        if message is None or asked is None:
            return
        number, *_ = choices_on(asked, REASON)[0].split("=")
        said = await self._explain(update, number, message.text or "")
        await message.reply_text(said)

    async def _explain(self, update: Update, number: str, reason: str) -> str:
        texts = (await self.readers.tongue(update)).texts
        user = update.effective_user
        if user is None or not number.isdecimal():
            return texts.stale_button
        try:
            is_own = await self.book.explain(int(number), user=user.id, reason=reason)
        except StateUnavailableError:
            return texts.not_kept
        return texts.opinion_thanks if is_own else texts.stale_button


def reason_texts(texts: Messages) -> Mapping[str, str]:
    """Give the reasons that are offered, by the key that they are kept under."""
    return {
        "wrong": texts.opinion_wrong,
        "outdated": texts.opinion_outdated,
        "beside": texts.opinion_beside,
        "unclear": texts.opinion_unclear,
    }


def _reasons(tongue: Tongue, number: int) -> InlineKeyboardMarkup:
    buttons = [
        choice(label, REASON, f"{number}={reason}")
        for reason, label in reason_texts(tongue.texts).items()
    ]
    return keyboard(buttons[:2], buttons[2:])


async def _take_row_away(query: CallbackQuery, message: Message) -> None:
    """Leave the buttons of an answer but those that ask for an opinion."""
    drawn = message.reply_markup.inline_keyboard if message.reply_markup else ()
    left = [row for row in drawn if query.data not in {b.callback_data for b in row}]
    with suppress(BadRequest):  # tapped twice
        keyboard_left = InlineKeyboardMarkup(left) if left else None
        await query.edit_message_reply_markup(keyboard_left)
