"""Buttons that choose instead of asking, and the taps on them."""

import re
from collections.abc import Callable, Coroutine, Iterable
from typing import Any

from telegram import (
    CallbackQuery,
    InlineKeyboardButton,
    InlineKeyboardMarkup,
    Message,
    Update,
)
from telegram.ext import CallbackQueryHandler

_SIGN = "!"  # stands before no question's data, which begins with a digit
_DATA = re.compile(rf"{_SIGN}(\w+):(.*)", re.DOTALL)
_CHOSEN = "✓ "
Callback = Callable[[Update, Any], Coroutine[Any, Any, None]]
Row = Iterable[InlineKeyboardButton]


def choice(
    label: str, about: str, value: str, *, is_chosen: bool = False
) -> InlineKeyboardButton:
    """Draw a button that chooses a value for what it is about."""
    mark = _CHOSEN if is_chosen else ""
    return InlineKeyboardButton(f"{mark}{label}", callback_data=data(about, value))


def data(about: str, value: str) -> str:
    """Write what travels with such a button."""
    return f"{_SIGN}{about}:{value}"


class ChoiceHandler(CallbackQueryHandler[Any, Any]):
    """Handles the taps that choose something about one matter."""

    def __init__(self, about: str, callback: Callback) -> None:
        super().__init__(callback, re.escape(data(about, "")))

    def check_update(self, update: object) -> object:
        """Tell whether this is such a tap; the library lets one without data pass."""
        query = update.callback_query if isinstance(update, Update) else None
        return bool(query and query.data) and super().check_update(update)


def value_of(query: CallbackQuery) -> str:
    """Give the value that was chosen."""
    match = _DATA.fullmatch(query.data or "")
    return match[2] if match else ""


def keyboard(*rows: Row) -> InlineKeyboardMarkup:
    """Put rows of buttons one below another."""
    return InlineKeyboardMarkup([tuple(row) for row in rows])


def choices_on(message: Message, about: str) -> tuple[str, ...]:
    """Give the values that the buttons of a message offer about one matter."""
    drawn = message.reply_markup.inline_keyboard if message.reply_markup else ()
    found = (_DATA.fullmatch(str(each.callback_data)) for row in drawn for each in row)
    return tuple(match[2] for match in found if match and match[1] == about)
