from datetime import UTC, datetime
from typing import Any

import msgspec
import pytest

from bot.news import Notice
from bot.state.feedback import Feedback
from bot.state.news import Subscription
from bot.state.state import State
from bot.telegram.administration import admin_commands
from tests.bot.telegram.conftest import BOSS, GROUP, Script, Tell, message
from tests.bot.telegram.test_handlers import keyboard, press, texts
from tests.tongues import ENGLISH, FRENCH

TEXTS = ENGLISH.texts
NAMES = [name for name, _, _ in admin_commands(TEXTS)]
ADA_SUBSCRIBES = Subscription(7, None, 7, "en")


def order(text: str, **fields: Any) -> dict[str, Any]:
    return {**message(text, chat=1, **fields), "from": BOSS}


def decide(data: str, shown: str) -> dict[str, Any]:
    query = press(data, chat=1)
    query["from"] = BOSS
    query["message"]["text"] = shown
    return query


@pytest.mark.parametrize("name", NAMES)
async def test_to_all_others_the_command_is_unknown(
    tell: Tell, script: Script, name: str
) -> None:
    await tell(message=message(f"/{name} words"))

    assert texts(script)[0].startswith(TEXTS.unknown_command)


@pytest.mark.parametrize("name", NAMES)
async def test_nobody_is_answered_where_others_read_it(
    tell: Tell, script: Script, name: str
) -> None:
    post = {**message(f"/{name} words", chat=GROUP), "from": BOSS}

    await tell(message=post)

    assert texts(script) == []


async def test_help_shows_the_commands_to_administrators_alone(
    tell: Tell, script: Script
) -> None:
    await tell(message=message("/help"))
    assert "/rebuild" not in str(texts(script))

    await tell(message=order("/help"))

    assert TEXTS.admin_help in texts(script)[-1]
    assert all(f"/{name}" in texts(script)[-1] for name in NAMES)


def test_commands_are_described_in_every_language() -> None:
    french = [description for _, _, description in admin_commands(FRENCH.texts)]

    assert all(1 <= len(each) <= 256 for each in french)


async def test_status_tells_what_it_can_without_an_index(
    tell: Tell, script: Script, state: State
) -> None:
    await state.news.subscribe(ADA_SUBSCRIBES)

    await tell(message=order("/status"))

    (said,) = texts(script)
    assert "there is no index in" in said
    assert TEXTS.status_subscribers.format(count=1) in said
    assert TEXTS.status_opinions.format(helpful=0, not_helpful=0) in said


async def test_status_tells_that_the_state_cannot_be_read(
    tell: Tell, script: Script, state: State
) -> None:
    await state.database.run(lambda file: file.execute("DROP TABLE feedback"))

    await tell(message=order("/status"))

    assert "state.db failed" in texts(script)[0]


async def test_feedback_is_shown_newest_first_with_its_reason(
    tell: Tell, script: Script, state: State
) -> None:
    await tell(message=order("/feedback"))
    day = datetime(2026, 1, 1, tzinfo=UTC)
    await state.feedback.add(7, Feedback(True, "When?", "In 2005.", day))
    await state.feedback.add(7, Feedback(False, None, "In 2006.", day, "outdated"))
    await state.feedback.add(7, Feedback(False, "Who?", "They.", day, "I doubt it."))

    await tell(message=order("/feedback"))

    nobody, said = texts(script)
    assert nobody == TEXTS.feedback_none
    helpful, not_helpful = TEXTS.opinion_helpful, TEXTS.opinion_not_helpful
    assert said.splitlines()[1:] == [
        f"• 2026-01-01 · {not_helpful} · Who? · I doubt it.",
        f"• 2026-01-01 · {not_helpful} · In 2006. · {TEXTS.opinion_outdated}",
        f"• 2026-01-01 · {helpful} · When?",
    ]


async def test_broadcast_is_left_to_the_newsroom_once_it_is_confirmed(
    tell: Tell, script: Script, state: State
) -> None:
    await state.news.subscribe(ADA_SUBSCRIBES)

    await tell(message=order("/broadcast The documents\n\nare <in>."))
    (params,) = script.of("sendMessage")
    assert params["text"].startswith(TEXTS.broadcast_ask.format(count=1))
    assert [b["text"] for b in keyboard(params)[0]] == [
        TEXTS.broadcast_send,
        TEXTS.broadcast_drop,
    ]
    assert await state.news.untold() == ()
    await tell(callback_query=decide("!broadcast:send", params["text"]))

    (untold,) = await state.news.untold()
    notice = msgspec.json.decode(untold.content, type=Notice)
    assert notice == Notice(words="The documents\n\nare <in>.")
    assert script.of("editMessageText")[0]["text"] == TEXTS.broadcast_sent


async def test_broadcast_that_is_not_confirmed_is_dropped(
    tell: Tell, script: Script, state: State
) -> None:
    await state.news.subscribe(ADA_SUBSCRIBES)

    await tell(callback_query=decide("!broadcast:drop", "Shall I?\n\nWords."))

    assert await state.news.untold() == ()
    assert script.of("editMessageText")[0]["text"] == TEXTS.broadcast_dropped


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("/broadcast", TEXTS.broadcast_usage),
        (f"/broadcast {'word ' * 815}", TEXTS.broadcast_too_long),
    ],
)
async def test_broadcast_that_cannot_be_sent_says_why(
    tell: Tell, script: Script, text: str, said: str
) -> None:
    await tell(message=order(text))

    assert texts(script) == [said]
