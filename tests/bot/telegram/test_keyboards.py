from datetime import UTC, datetime

from hypothesis import given
from hypothesis import strategies as st
from telegram import CallbackQuery, Chat, InlineKeyboardMarkup, Message, User

from bot.reply import Button
from bot.telegram.keyboards import MOST_BYTES, read_press, write_keyboard

WORDS = st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=100)


def tap(keyboard: InlineKeyboardMarkup, data: str) -> CallbackQuery:
    message = Message(
        1,
        datetime(2026, 1, 1, tzinfo=UTC),
        Chat(7, "private"),
        reply_markup=keyboard,
    )
    user = User(7, "Ada", is_bot=False)
    return CallbackQuery("1", user, "1", message=message, data=data)


def test_no_buttons_make_no_keyboard() -> None:
    assert write_keyboard((), "palermo_bot") is None


def test_buttons_of_one_way_stand_side_by_side_where_they_fit() -> None:
    buttons = (
        Button("Back", "/help", page=1, way="page"),
        Button("More", "/help", page=3, way="page"),
        Button("Instruments", "/timeline instruments", way="view"),
        Button("Yes?", "Yes?"),
        Button("No?", "No?"),
        Button("What is a question as long as this?", "?"),
    )

    keyboard = write_keyboard(buttons, "palermo_bot")

    assert keyboard
    assert [[each.text for each in row] for row in keyboard.inline_keyboard] == [
        ["Back", "More"],
        ["Instruments"],
        ["Yes?", "No?"],
        ["What is a question as long as this?"],
    ]


def test_turn_that_no_button_can_hold_is_left_out() -> None:
    button = Button("More", f"/search {'x' * 60}", page=2, way="page")

    assert write_keyboard([button], "palermo_bot") is None


def test_ways_out_of_the_chat_are_no_taps_for_the_bot() -> None:
    buttons = (
        Button("Original", "https://example.org/", way="link"),
        Button("Copy link", "article-18", way="share"),
    )

    keyboard = write_keyboard(buttons, "palermo_bot")

    assert keyboard
    original, share = [each for row in keyboard.inline_keyboard for each in row]
    assert original.url == "https://example.org/"
    assert share.copy_text
    assert share.copy_text.text == "https://t.me/palermo_bot?start=article-18"


@given(st.lists(WORDS, min_size=1, max_size=5, unique=True))
def test_tap_gives_back_what_the_button_stands_for(texts: list[str]) -> None:
    buttons = [Button(text, text) for text in texts]

    keyboard = write_keyboard(buttons, "palermo_bot")

    assert keyboard
    drawn = [each for row in keyboard.inline_keyboard for each in row]
    data = [str(each.callback_data) for each in drawn]
    assert [read_press(tap(keyboard, each)) for each in data] == buttons
    assert all(1 <= len(each.encode()) <= MOST_BYTES for each in data)


@given(WORDS, st.integers(1, 999))
def test_turned_page_is_given_back(words: str, page: int) -> None:
    button = Button("More", f"/{words[:10]}", page=page, way="page")

    keyboard = write_keyboard([button], "palermo_bot")

    assert keyboard
    data = str(keyboard.inline_keyboard[0][0].callback_data)
    pressed = read_press(tap(keyboard, data))
    assert pressed
    assert (pressed.text, pressed.page, pressed.turns) == (button.text, page, True)


@given(st.text(max_size=64))
def test_foreign_data_is_never_a_fault(data: str) -> None:
    read_press(tap(InlineKeyboardMarkup([]), data))
