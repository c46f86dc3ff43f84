"""Replies out: drawn, and sent to where the question came from."""

from telegram import (
    CallbackQuery,
    InlineKeyboardMarkup,
    LinkPreviewOptions,
    Message,
)
from telegram.constants import ChatType, ParseMode
from telegram.error import BadRequest

from bot.render import abridge, render_answer, render_plain
from bot.reply import Reply
from bot.state.preferences import Preferences
from bot.telegram.keyboards import write_keyboard
from bot.telegram.opinions import opinion_row

_NO_PREVIEW = LinkPreviewOptions(is_disabled=True)


async def send_reply(
    to: Message, reply: Reply, wishes: Preferences, *, asked: str | None = None
) -> Message:
    """Send a reply, in as many messages as it needs; the last bears the buttons.

    In groups the first quotes the question; a topic is kept. `asked` repeats a
    question that was tapped and not typed. Gives the last message.
    """
    drawn = _draw(reply, wishes, asked=asked)
    keyboard = _keyboard(reply)
    quotes = to.chat.type != ChatType.PRIVATE and asked is None
    sent = to
    for number, text in enumerate(drawn, start=1):
        sent = await to.reply_html(
            text,
            link_preview_options=_NO_PREVIEW,
            reply_markup=keyboard if number == len(drawn) else None,
            do_quote=quotes and number == 1,
            allow_sending_without_reply=True,
        )
    return sent


async def turn_page(
    query: CallbackQuery, on: Message, reply: Reply, wishes: Preferences
) -> None:
    """Show another page in place of the one whose button was tapped."""
    drawn = _draw(reply, wishes)
    if len(drawn) > 1:  # does not fit in its place
        await send_reply(on, reply, wishes)
        return
    try:
        await query.edit_message_text(
            drawn[0],
            parse_mode=ParseMode.HTML,
            link_preview_options=_NO_PREVIEW,
            reply_markup=_keyboard(reply),
        )
    except BadRequest as error:
        if "not modified" not in error.message.lower():  # tapped twice
            raise


def _draw(
    reply: Reply, wishes: Preferences, *, asked: str | None = None
) -> tuple[str, ...]:
    """Draw a reply as its reader wants it; only answers can be abridged."""
    is_abridged = wishes.is_short and reply.remembered is not None
    answer = abridge(reply.answer) if is_abridged else reply.answer
    draw = render_plain if wishes.is_plain else render_answer
    return draw(answer, reply.tongue, asked=asked)


def _keyboard(reply: Reply) -> InlineKeyboardMarkup | None:
    drawn = write_keyboard(reply.buttons)
    rows = [*(drawn.inline_keyboard if drawn else ()), tuple(opinion_row(reply))]
    filled = [row for row in rows if row]
    return InlineKeyboardMarkup(filled) if filled else None
