"""Replies out: drawn, and sent to where the question came from."""

from telegram import CallbackQuery, LinkPreviewOptions, Message
from telegram.constants import ChatType, ParseMode
from telegram.error import BadRequest

from bot.render import render_answer
from bot.reply import Reply
from bot.telegram.keyboards import write_keyboard

_NO_PREVIEW = LinkPreviewOptions(is_disabled=True)


async def send_reply(to: Message, reply: Reply, *, asked: str | None = None) -> None:
    """Send a reply, in as many messages as it needs; the last bears the buttons.

    In groups the first quotes the question; a topic is kept. `asked` repeats a
    question that was tapped and not typed.
    """
    drawn = render_answer(reply.answer, reply.tongue, asked=asked)
    keyboard = write_keyboard(reply.buttons, to.get_bot().username)
    quotes = to.chat.type != ChatType.PRIVATE and asked is None
    for number, text in enumerate(drawn, start=1):
        await to.reply_html(
            text,
            link_preview_options=_NO_PREVIEW,
            reply_markup=keyboard if number == len(drawn) else None,
            do_quote=quotes and number == 1,
            allow_sending_without_reply=True,
        )


async def turn_page(query: CallbackQuery, on: Message, reply: Reply) -> None:
    """Show another page in place of the one whose button was tapped."""
    drawn = render_answer(reply.answer, reply.tongue)
    if len(drawn) > 1:  # does not fit in its place
        await send_reply(on, reply)
        return
    try:
        await query.edit_message_text(
            drawn[0],
            parse_mode=ParseMode.HTML,
            link_preview_options=_NO_PREVIEW,
            reply_markup=write_keyboard(reply.buttons, on.get_bot().username),
        )
    except BadRequest as error:
        if "not modified" not in error.message.lower():  # tapped twice
            raise
