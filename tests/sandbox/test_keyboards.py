from typing import Any

import pytest

from bot.sandbox.errors import ApiError
from bot.sandbox.keyboards import keyboard_json, read_keyboard


def markup(*rows: list[dict[str, Any]]) -> dict[str, Any]:
    return {"inline_keyboard": list(rows)}


def data_button(data: str = "x", text: str = "More") -> dict[str, Any]:
    return {"text": text, "callback_data": data}


def test_a_keyboard_is_written_as_it_was_read() -> None:
    value = markup(
        [data_button("x" * 64), {"text": "UN", "url": "https://www.un.org/"}],
        [{"text": "Copy", "copy_text": {"text": "Article 5"}}],
    )

    assert keyboard_json(read_keyboard(value)) == value


@pytest.mark.parametrize("value", [None, {"remove_keyboard": True}, {}])
def test_other_markup_gives_no_inline_keyboard(value: Any) -> None:
    assert read_keyboard(value) == ()


def test_a_hundred_buttons_fit() -> None:
    rows = [[data_button() for _ in range(5)] for _ in range(20)]

    assert sum(map(len, read_keyboard(markup(*rows)))) == 100


@pytest.mark.parametrize(
    ("value", "reason"),
    [
        (markup([data_button("")]), "BUTTON_DATA_INVALID"),
        (markup([data_button("é" * 33)]), "BUTTON_DATA_INVALID"),
        (markup([data_button()] * 9), "reply markup is too long"),
        (markup(*[[data_button()]] * 101), "reply markup is too long"),
        (
            markup([{"text": "x"}]),
            "can't parse inline keyboard button: "
            "Text buttons are unallowed in the inline keyboard",
        ),
        (
            markup([data_button() | {"url": "https://un.org"}]),
            "can't parse inline keyboard button: "
            "Exactly one action is allowed, found ['callback_data', 'url']",
        ),
        (
            markup([data_button(text=" ")]),
            "can't parse inline keyboard button: "
            'Field "text" must be a non-empty String',
        ),
        (
            {"inline_keyboard": [["x"]]},
            "can't parse inline keyboard button: KeyboardButton must be an Object",
        ),
        (
            markup([{"text": "x", "url": "foo"}]),
            "inline keyboard button URL 'foo' is invalid: Wrong HTTP URL",
        ),
        (
            markup([{"text": "x", "copy_text": {"text": "x" * 257}}]),
            "BUTTON_COPY_TEXT_INVALID",
        ),
        (
            {"inline_keyboard": {}},
            'field "inline_keyboard" must be an Array of Arrays',
        ),
        ({"buttons": []}, "can't parse reply keyboard markup JSON object"),
        ([], "object expected as reply markup"),
    ],
)
def test_faulty_keyboards_are_refused(value: Any, reason: str) -> None:
    with pytest.raises(ApiError) as refusal:
        read_keyboard(value)

    assert refusal.value.description == f"Bad Request: {reason}"
