from bot.state.news import Subscription
from bot.state.state import State
from tests.bot.telegram.conftest import GROUP, Script, Tell, message
from tests.bot.telegram.test_handlers import press, texts
from tests.tongues import ENGLISH

TEXTS = ENGLISH.texts
TOPIC = {"message_thread_id": 5, "is_topic_message": True}


async def test_chat_subscribes_and_stops(
    tell: Tell, script: Script, state: State
) -> None:
    await tell(message=message("/subscribe"))
    assert texts(script) == [TEXTS.subscribed]
    assert await state.news.subscribers() == (Subscription(7, None, 7, "en"),)

    await tell(callback_query=press("!subscribe:stop"))

    assert await state.news.subscribers() == ()
    assert script.of("answerCallbackQuery")[0]["text"] == TEXTS.unsubscribed


async def test_topic_of_a_group_subscribes(tell: Tell, state: State) -> None:
    await tell(message=message("/subscribe@palermo_bot", chat=GROUP, **TOPIC))

    assert await state.news.subscribers() == (Subscription(GROUP, 5, 7, "en"),)


async def test_reader_who_blocked_the_bot_is_taken_off_the_list(
    tell: Tell, script: Script, state: State
) -> None:
    await tell(message=message("/subscribe"))
    script.fail("sendMessage", 403, "Forbidden: bot was blocked by the user")

    await tell(message=message("When?"))

    assert await state.news.subscribers() == ()


async def test_what_cannot_be_kept_is_told(
    tell: Tell, script: Script, state: State
) -> None:
    await state.database.run(lambda file: file.execute("DROP TABLE subscriptions"))

    await tell(message=message("/subscribe"))
    await tell(callback_query=press("!subscribe:stop"))

    assert texts(script) == [TEXTS.not_kept]
    assert script.of("answerCallbackQuery")[0]["text"] == TEXTS.not_kept
