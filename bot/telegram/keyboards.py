"""Buttons as Telegram carries them: all that a tap needs travels with the button."""

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from telegram import (
    CallbackQuery,
    CopyTextButton,
    InlineKeyboardButton,
    InlineKeyboardMarkup,
    Message,
)

from bot.markup import units
from bot.reply import Button, Way

MOST_BYTES = 64  # Bot API, InlineKeyboardButton, `callback_data`
MOST_COPIED = 256  # Bot API, CopyTextButton, `text`
A_ROW = 8  # Bot API, and what a phone can still show
_WIDTH = 30  # characters of labels side by side on a narrow phone
_SIGNS: dict[Way, str] = {
    "page": ">",
    "view": "~",
    "whole": "+",
    "source": "|",
    "lead": "|",
}
_WAYS = {sign: way for way, sign in _SIGNS.items()}
_LABEL = "#"
_DATA = re.compile(
    rf"(\d{{1,3}})([{re.escape(''.join(_WAYS))}{_LABEL}])(.+)", re.DOTALL | re.ASCII
)


def write_keyboard(
    buttons: Iterable[Button], username: str
) -> InlineKeyboardMarkup | None:
    """Draw buttons in their order, those of one way side by side where they fit.

    `username` is the bot's own, for links to it. A button with a text too long for
    Telegram is left out, unless its label says all.
    """
    numbered = enumerate(buttons)
    rows = [
        row
        for _, alike in groupby(numbered, key=lambda each: each[1].way)
        for row in _rows(filter(None, (_draw(each, n, username) for n, each in alike)))
    ]
    return InlineKeyboardMarkup(rows) if rows else None


def deep_link(username: str, payload: str) -> str:
    """Give the address that opens something in a chat with the bot."""
    return f"https://t.me/{username}?start={payload}"


def read_press(query: CallbackQuery) -> Button | None:
    """Give the button that was tapped; None if it is not one of ours any more."""
    match = _DATA.fullmatch(query.data or "")
    if match is None:
        return None
    page, sign, text = int(match[1]), match[2], match[3]
    label = next(
        (drawn.text for drawn in _drawn(query) if drawn.callback_data == query.data), ""
    )
    text = label if sign == _LABEL else text
    return Button(label, text, page, _WAYS.get(sign, "lead")) if text else None


def _rows(
    drawn: Iterable[InlineKeyboardButton],
) -> Iterator[Sequence[InlineKeyboardButton]]:
    row: list[InlineKeyboardButton] = []
    for button in drawn:
        width = sum(units(each.text) for each in (*row, button))
        if row and (width > _WIDTH or len(row) == A_ROW):
            yield row
            row = []
        row.append(button)
    if row:
        yield row


def _draw(button: Button, number: int, username: str) -> InlineKeyboardButton | None:
    if button.way == "link":
        return InlineKeyboardButton(button.label, url=button.text)
    if button.way == "share":
        return _copying(button.label, deep_link(username, button.text))
    if button.way == "copy":
        return _copying(button.label, button.text)
    data = f"{button.page}{_SIGNS[button.way]}{button.text}"
    if len(data.encode()) > MOST_BYTES:
        if button.turns or button.label != button.text:
            return None
        # The label says it all, and Telegram sends it back with the tap.
        data = f"{button.page}{_LABEL}{number}"
    return InlineKeyboardButton(button.label, callback_data=data)


def _copying(label: str, text: str) -> InlineKeyboardButton | None:
    if units(text) > MOST_COPIED:
        return None
    return InlineKeyboardButton(label, copy_text=CopyTextButton(text))


def _drawn(query: CallbackQuery) -> Iterator[InlineKeyboardButton]:
    message = query.message
    if isinstance(message, Message) and message.reply_markup is not None:
        for row in message.reply_markup.inline_keyboard:
            yield from row
