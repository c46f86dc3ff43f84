"""Buttons as Telegram carries them: all that a tap needs travels with the button."""

import re
from collections.abc import Iterable, Iterator

from telegram import (
    CallbackQuery,
    InlineKeyboardButton,
    InlineKeyboardMarkup,
    Message,
)

from bot.reply import Button

MOST_BYTES = 64  # Bot API, InlineKeyboardButton, `callback_data`
_TURN, _LEAD, _LABEL = ">", "|", "#"
_DATA = re.compile(rf"(\d{{1,3}})([{_TURN}{_LEAD}{_LABEL}])(.+)", re.DOTALL)


def write_keyboard(buttons: Iterable[Button]) -> InlineKeyboardMarkup | None:
    """Draw page turns side by side and everything else one below another.

    A turn whose command is too long for a button is left out.
    """
    turns: list[InlineKeyboardButton] = []
    leads: list[InlineKeyboardButton] = []
    for number, button in enumerate(buttons):
        drawn = _draw(button, number)
        if drawn is not None:
            (turns if button.turns else leads).append(drawn)
    rows = [turns, *([lead] for lead in leads)]
    filled = [row for row in rows if row]
    return InlineKeyboardMarkup(filled) if filled else None


def read_press(query: CallbackQuery) -> Button | None:
    """Give the button that was tapped; None if it is not one of ours any more."""
    match = _DATA.fullmatch(query.data or "")
    if match is None:
        return None
    page, way, text = int(match[1]), match[2], match[3]
    if way == _LABEL:
        labels = (
            drawn.text for drawn in _drawn(query) if drawn.callback_data == query.data
        )
        text = next(labels, "")
    label = "" if way == _TURN else text
    return Button(label, text, page=page) if text else None


def _draw(button: Button, number: int) -> InlineKeyboardButton | None:
    way = _TURN if button.turns else _LEAD
    data = f"{button.page}{way}{button.text}"
    if len(data.encode()) > MOST_BYTES:
        if button.turns:
            return None
        # The label says it all, and Telegram sends it back with the tap.
        data = f"{button.page}{_LABEL}{number}"
    return InlineKeyboardButton(button.label, callback_data=data)


def _drawn(query: CallbackQuery) -> Iterator[InlineKeyboardButton]:
    message = query.message
    if isinstance(message, Message) and message.reply_markup is not None:
        for row in message.reply_markup.inline_keyboard:
            yield from row
