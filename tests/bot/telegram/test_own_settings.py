from typing import Any

import pytest

from bot.state.preferences import DEFAULT, Preferences
from bot.state.state import State
from tests.bot.conftest import Clerk
from tests.bot.telegram.conftest import ADA, Script, Tell, message
from tests.bot.telegram.test_handlers import keyboard, press, texts
from tests.bot.telegram_html import parse
from tests.tongues import ENGLISH

TEXTS = ENGLISH.texts
ADA_ID = 7


def labels(params: dict[str, Any]) -> list[str]:
    return [button["text"] for row in keyboard(params) for button in row]


async def test_settings_are_shown_with_what_holds(tell: Tell, script: Script) -> None:
    await tell(message=message("/settings"))

    (params,) = script.of("sendMessage")
    assert params["text"] == TEXTS.settings
    assert labels(params) == [
        f"✓ {TEXTS.settings_automatic}",
        TEXTS.own_name,
        f"✓ {TEXTS.settings_full}",
        TEXTS.settings_short,
        f"✓ {TEXTS.settings_formatted}",
        TEXTS.settings_plain,
    ]


@pytest.mark.parametrize(
    ("chosen", "kept"),
    [
        ("language=en", Preferences(language="en")),
        ("length=short", Preferences(is_short=True)),
        ("form=plain", Preferences(is_plain=True)),
        ("form=else", DEFAULT),
        ("nonsense", DEFAULT),
        ("a=b=c", DEFAULT),
    ],
)
async def test_tap_is_kept_and_shown_in_its_place(
    tell: Tell, script: Script, state: State, chosen: str, kept: Preferences
) -> None:
    await tell(callback_query=press(f"!settings:{chosen}"))

    assert await state.preferences.of(ADA_ID) == kept
    assert script.of("answerCallbackQuery")[0]["text"] == TEXTS.settings_kept
    assert len(script.of("editMessageText")) == 1


async def test_short_answer_names_its_source_and_quotes_nothing(
    tell: Tell, script: Script, state: State
) -> None:
    await state.preferences.choose(ADA_ID, Preferences(is_short=True))

    await tell(message=message("When?"))

    (params,) = script.of("sendMessage")
    assert parse(params["text"]).under("blockquote") == []
    assert "The Convention and its Protocols" in params["text"]


async def test_plain_answer_has_no_markup_and_its_address_in_words(
    tell: Tell, script: Script, state: State
) -> None:
    await state.preferences.choose(ADA_ID, Preferences(is_plain=True))

    await tell(message=message("When?"))

    (params,) = script.of("sendMessage")
    assert parse(params["text"]).tagged == []
    assert "https://example.org/page" in params["text"]
    assert "“It entered into force on 3 July 2005.”" in params["text"]


async def test_page_is_turned_in_the_form_that_was_chosen(
    tell: Tell, script: Script, state: State
) -> None:
    await state.preferences.choose(ADA_ID, Preferences(is_plain=True))

    await tell(callback_query=press("2>/dates"))

    assert parse(script.of("editMessageText")[0]["text"]).tagged == []


async def test_all_is_erased_only_once_that_is_confirmed(
    tell: Tell, script: Script, state: State, clerk: Clerk
) -> None:
    await state.preferences.choose(ADA_ID, Preferences(is_plain=True))
    await tell(message=message("When?"))

    await tell(message=message("/forget"))
    await tell(callback_query=press("!forget:keep"))
    assert await state.preferences.of(ADA_ID) != DEFAULT
    await tell(callback_query=press("!forget:erase"))
    await tell(message=message("And when?"))

    said = [params["text"] for params in script.of("editMessageText")]
    assert said == [TEXTS.forget_kept, TEXTS.forgotten]
    assert await state.preferences.of(ADA_ID) == DEFAULT
    assert clerk.asked[-1] == ("And when?", ())


@pytest.mark.parametrize("data", ["!settings:form=plain", "!forget:erase"])
async def test_what_cannot_be_kept_is_told(
    tell: Tell, script: Script, state: State, data: str
) -> None:
    def spoil(file: Any) -> None:
        file.execute("PRAGMA user_version = 1000")

    await state.database.run(spoil)
    await state.database.run(lambda file: file.execute("DROP TABLE feedback"))
    await state.database.run(lambda file: file.execute("DROP TABLE preferences"))

    await tell(callback_query=press(data))

    (params,) = script.of("answerCallbackQuery")
    assert (params["text"], params["show_alert"]) == (TEXTS.not_kept, True)


async def test_sender_without_an_account_has_the_defaults(
    tell: Tell, script: Script
) -> None:
    post = message("/dates")
    del post["from"]

    await tell(message=post)

    assert texts(script)


def test_ada_is_the_reader_of_these_tests() -> None:
    assert ADA["id"] == ADA_ID
