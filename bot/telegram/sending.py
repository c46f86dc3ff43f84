"""Replies out: drawn, and sent to where the question came from."""

import asyncio
from collections.abc import Iterator, Sequence
from contextlib import suppress

from telegram import CallbackQuery, InlineKeyboardMarkup, LinkPreviewOptions, Message
from telegram.constants import ChatType, MessageLimit, ParseMode
from telegram.error import BadRequest

from bot.brief import brief
from bot.render import abridge, render_answer, render_plain
from bot.reply import Reply
from bot.split import shorten
from bot.state.preferences import Preferences
from bot.telegram.keyboards import write_keyboard
from bot.telegram.opinions import opinion_row

_NO_PREVIEW = LinkPreviewOptions(is_disabled=True)
_UNCHANGED = "not modified"  # Telegram's words where nothing is different

# The text of a message, and the buttons below it.
Drawn = tuple[str, InlineKeyboardMarkup | None]


async def send_reply(
    to: Message, reply: Reply, wishes: Preferences, *, asked: str | None = None
) -> tuple[int, ...]:
    """Send a reply, in as many messages as it needs; the last bears the buttons.

    In groups it is short, and the first message quotes the question; a topic is
    kept. `asked` repeats a question that was tapped and not typed. Gives the ids of
    what was sent.
    """
    quotes = to.chat.type != ChatType.PRIVATE and asked is None
    drawn = _draw(to, reply, wishes, asked=asked)
    sent = [
        await _send(to, each, quotes=quotes and number == 0)
        for number, each in enumerate(drawn)
    ]
    await _send_files(to, reply)
    return tuple(sent)


async def revise_reply(
    to: Message, reply: Reply, wishes: Preferences, *, answers: Sequence[int]
) -> tuple[int, ...]:
    """Change the messages that answered a question which was edited since.

    Those too many are deleted; what is missing, also because somebody deleted it,
    is sent. Gives the ids of what answers the question now.
    """
    drawn = _draw(to, reply, wishes)
    sent = []
    for number, each in enumerate(drawn):
        old = answers[number] if number < len(answers) else None
        is_there = old is not None and await _edit(to, old, each)
        sent.append(old if is_there and old else await _send(to, each, quotes=False))
    for old in answers[len(drawn) :]:
        with suppress(BadRequest):  # somebody did so before
            await to.get_bot().delete_message(to.chat_id, old)
    return tuple(sent)


async def turn_page(
    query: CallbackQuery, on: Message, reply: Reply, wishes: Preferences
) -> None:
    """Show something else in place of the message whose button was tapped."""
    drawn = tuple(_drawn(reply, wishes, on.get_bot().username))
    if len(drawn) > 1:  # does not fit in its place
        await send_reply(on, reply, wishes)
        return
    text, keyboard = drawn[0]
    try:
        await query.edit_message_text(
            text,
            parse_mode=ParseMode.HTML,
            link_preview_options=_NO_PREVIEW,
            reply_markup=keyboard,
        )
    except BadRequest as error:
        if _UNCHANGED not in error.message.lower():  # tapped twice
            raise


async def _send_files(to: Message, reply: Reply) -> None:
    for picture in reply.pictures:
        drawn = await asyncio.to_thread(picture.draw)
        if drawn is not None:
            caption = shorten(picture.caption, MessageLimit.CAPTION_LENGTH)
            await to.reply_photo(drawn, caption=caption, filename=picture.name)
    for file in reply.files:
        await to.reply_document(file.content, filename=file.name)


async def _send(to: Message, drawn: Drawn, *, quotes: bool) -> int:
    text, keyboard = drawn
    message = await to.reply_html(
        text,
        link_preview_options=_NO_PREVIEW,
        reply_markup=keyboard,
        do_quote=quotes,
        allow_sending_without_reply=True,
    )
    return message.message_id


async def _edit(to: Message, message_id: int, drawn: Drawn) -> bool:
    """Change a message of the bot's own; tell whether it is there."""
    text, keyboard = drawn
    try:
        await to.get_bot().edit_message_text(
            text,
            to.chat_id,
            message_id,
            parse_mode=ParseMode.HTML,
            link_preview_options=_NO_PREVIEW,
            reply_markup=keyboard,
        )
    except BadRequest as error:
        return _UNCHANGED in error.message.lower()
    return True


def _draw(
    to: Message, reply: Reply, wishes: Preferences, *, asked: str | None = None
) -> tuple[Drawn, ...]:
    """Draw a reply as fits a chat: short where others talk, too."""
    shown = reply if to.chat.type == ChatType.PRIVATE else brief(reply)
    return tuple(_drawn(shown, wishes, to.get_bot().username, asked=asked))


def _drawn(
    reply: Reply, wishes: Preferences, username: str, *, asked: str | None = None
) -> Iterator[Drawn]:
    """Yield the messages of a reply; the last one bears the buttons.

    Only answers are abridged for readers who want them short.
    """
    is_abridged = wishes.is_short and reply.remembered is not None
    answer = abridge(reply.answer) if is_abridged else reply.answer
    draw = render_plain if wishes.is_plain else render_answer
    *first, last = draw(answer, reply.tongue, asked=asked)
    yield from ((text, None) for text in first)
    yield last, _keyboard(reply, username)


def _keyboard(reply: Reply, username: str) -> InlineKeyboardMarkup | None:
    drawn = write_keyboard(reply.buttons, username)
    rows = [*(drawn.inline_keyboard if drawn else ()), tuple(opinion_row(reply))]
    filled = [row for row in rows if row]
    return InlineKeyboardMarkup(filled) if filled else None
