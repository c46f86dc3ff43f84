"""Inline keyboards: read, checked, and written back as Telegram returns them."""

from dataclasses import dataclass
from typing import Any

from bot.sandbox import limits
from bot.sandbox.entities import utf16_length
from bot.sandbox.errors import ApiError, bad_request
from bot.sandbox.links import checked_link

_ACTIONS = (
    "callback_data",
    "callback_game",
    "copy_text",
    "login_url",
    "pay",
    "switch_inline_query",
    "switch_inline_query_chosen_chat",
    "switch_inline_query_current_chat",
    "url",
    "web_app",
)
_OTHER_MARKUPS = ("force_reply", "keyboard", "remove_keyboard")


@dataclass(frozen=True, slots=True)
class Button:
    """One button; `action` is the field that says what it does, such as `url`."""

    text: str
    action: str
    value: Any

    def as_json(self) -> dict[str, Any]:
        """Give the Bot API's InlineKeyboardButton."""
        return {"text": self.text, self.action: self.value}


Keyboard = tuple[tuple[Button, ...], ...]


def keyboard_json(keyboard: Keyboard) -> dict[str, Any]:
    """Give the Bot API's InlineKeyboardMarkup."""
    return {"inline_keyboard": [[each.as_json() for each in row] for row in keyboard]}


def read_keyboard(markup: Any) -> Keyboard:
    """Read a `reply_markup` value; every other kind of markup gives no keyboard.

    Raises:
        ApiError: The markup is malformed or beyond the platform's limits.
    """
    if markup is None:
        return ()
    if not isinstance(markup, dict):
        raise bad_request("object expected as reply markup")
    if "inline_keyboard" not in markup:
        _check_other(markup)
        return ()
    return _read_rows(markup["inline_keyboard"])


def _check_other(markup: dict[str, Any]) -> None:
    if markup and not any(kind in markup for kind in _OTHER_MARKUPS):
        raise bad_request("can't parse reply keyboard markup JSON object")


def _read_rows(rows: Any) -> Keyboard:
    if not isinstance(rows, list) or not all(isinstance(row, list) for row in rows):
        raise bad_request('field "inline_keyboard" must be an Array of Arrays')
    keyboard = tuple(tuple(map(_read_button, row)) for row in rows if row)
    is_too_wide = any(len(row) > limits.BUTTONS_A_ROW for row in keyboard)
    if is_too_wide or sum(map(len, keyboard)) > limits.BUTTONS:
        raise bad_request("reply markup is too long")
    return keyboard


def _read_button(button: Any) -> Button:
    if not isinstance(button, dict):
        raise _unparsable("KeyboardButton must be an Object")
    text = button.get("text")
    if not isinstance(text, str) or not text.strip():
        raise _unparsable('Field "text" must be a non-empty String')
    actions = [action for action in _ACTIONS if action in button]
    if not actions:
        raise _unparsable("Text buttons are unallowed in the inline keyboard")
    if len(actions) > 1:
        raise _unparsable(f"Exactly one action is allowed, found {actions}")
    return Button(text, actions[0], _checked_value(actions[0], button[actions[0]]))


def _checked_value(action: str, value: Any) -> Any:
    match action:
        case "callback_data":
            return _checked_data(value)
        case "url":
            return _checked_url(value)
        case "copy_text":
            return _checked_copy(value)
        case _:
            return value


def _checked_data(value: Any) -> str:
    data = str(value)
    if not 1 <= len(data.encode()) <= limits.CALLBACK_DATA_BYTES:
        raise bad_request("BUTTON_DATA_INVALID")
    return data


def _checked_url(value: Any) -> str:
    url = str(value)
    link = checked_link(url)
    if link is None:
        raise bad_request(
            f"inline keyboard button URL '{url}' is invalid: Wrong HTTP URL"
        )
    return link


def _checked_copy(value: Any) -> dict[str, str]:
    text = value.get("text", "") if isinstance(value, dict) else ""
    if not 1 <= utf16_length(text) <= limits.COPY_TEXT:
        raise bad_request("BUTTON_COPY_TEXT_INVALID")
    return {"text": text}


def _unparsable(reason: str) -> ApiError:
    return bad_request(f"can't parse inline keyboard button: {reason}")
