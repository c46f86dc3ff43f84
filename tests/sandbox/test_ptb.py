"""The library that the bot is built on must find nothing strange here."""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from typing import Any

import pytest
from aiohttp import web
from telegram import (
    Bot,
    BotCommand,
    BotCommandScopeAllPrivateChats,
    InlineKeyboardButton,
    InlineKeyboardMarkup,
    Update,
)
from telegram.error import (
    BadRequest,
    Conflict,
    Forbidden,
    InvalidToken,
    NetworkError,
    RetryAfter,
    TimedOut,
)
from telegram.ext import (
    Application,
    CallbackQueryHandler,
    CommandHandler,
    ContextTypes,
    MessageHandler,
    filters,
)
from telegram.request import HTTPXRequest

from bot.sandbox import (
    Held,
    Reset,
    Sandbox,
    User,
    blocked_by_user,
    server_error,
    too_many_requests,
)
from bot.sandbox.webhook import SECRET_HEADER

Accept = Callable[[web.Request], Awaitable[web.Response]]
Context = ContextTypes.DEFAULT_TYPE
MORE = InlineKeyboardMarkup([[InlineKeyboardButton("More", callback_data="more")]])


async def start(update: Update, context: Context) -> None:
    assert update.effective_message is not None
    await update.effective_message.reply_html("<b>Welcome</b>", reply_markup=MORE)


async def echo(update: Update, context: Context) -> None:
    assert update.effective_message is not None
    await update.effective_message.reply_text(
        update.effective_message.text or "?", do_quote=True
    )


async def more(update: Update, context: Context) -> None:
    assert update.callback_query is not None
    await update.callback_query.answer("Here you are")
    await update.callback_query.edit_message_text("<i>More</i>", parse_mode="HTML")


def request(**options: Any) -> HTTPXRequest:
    return HTTPXRequest(httpx_kwargs={"trust_env": False}, **options)


@pytest.fixture
async def application(sandbox: Sandbox) -> AsyncIterator[Any]:
    """An echo bot that is ready, yet not listening."""
    application = (
        Application.builder()
        .token(sandbox.token)
        .base_url(sandbox.base_url)
        .request(request())
        .get_updates_request(request())
        .build()
    )
    application.add_handler(CommandHandler("start", start))
    application.add_handler(CallbackQueryHandler(more))
    application.add_handler(MessageHandler(filters.ALL, echo))
    async with application:
        await application.start()
        yield application
        await application.stop()


@pytest.fixture
async def polling(application: Any) -> AsyncIterator[Any]:
    await application.updater.start_polling(allowed_updates=Update.ALL_TYPES)
    yield application
    await application.updater.stop()


@pytest.fixture
async def bot(sandbox: Sandbox) -> AsyncIterator[Bot]:
    bot = Bot(
        sandbox.token,
        base_url=sandbox.base_url,
        request=request(),
        get_updates_request=request(),
    )
    async with bot:
        yield bot


@pytest.mark.usefixtures("polling")
async def test_an_application_that_polls_talks_with_a_user(sandbox: Sandbox) -> None:
    user = sandbox.user("Ada")

    welcome = await user.ask("/start")
    user.press("More", of=welcome)
    notice, edited = await user.next_notice(), await user.next_edit()
    reply = await user.ask("When did it enter into force? 🎉")

    assert welcome.spans("bold") == ("Welcome",)
    assert notice.text == "Here you are"
    assert (edited.id, edited.text, edited.buttons) == (welcome.id, "More", ())
    assert reply.text == "When did it enter into force? 🎉"
    assert reply.reply_to == user.history[-2].id


@pytest.mark.usefixtures("polling")
async def test_an_application_hears_edits_and_topics(sandbox: Sandbox) -> None:
    group = sandbox.group("Delegates", is_forum=True)
    member = sandbox.user("Ada").within(group, topic=sandbox.topic(group))

    reply = await member.ask("/echo one")
    member.edit(member.history[0], "/echo two")
    again = await member.next_reply()

    assert (reply.text, again.text) == ("/echo one", "/echo two")
    assert reply.topic == again.topic == member.topic


@pytest.mark.usefixtures("polling")
async def test_polling_goes_on_after_faults(sandbox: Sandbox) -> None:
    user = sandbox.user("Ada")
    await user.ask("one")
    sandbox.faults.add("getUpdates", Reset())

    assert (await user.ask("two")).text == "two"


async def test_an_application_takes_what_a_webhook_brings(
    sandbox: Sandbox, application: Any
) -> None:
    async def accept(request: web.Request) -> web.Response:
        assert request.headers[SECRET_HEADER] == "s3cret"
        status = statuses.pop(0) if statuses else 200
        if status == 200:
            update = Update.de_json(await request.json(), application.bot)
            await application.process_update(update)
        return web.Response(status=status)

    statuses = [500]
    user = sandbox.user("Ada")
    async with served(accept) as url:
        await application.bot.set_webhook(url, secret_token="s3cret")
        user.say("/start")
        user.say("and then?")

        texts = [reply.text for reply in await user.replies(2)]

    assert texts == ["Welcome", "and then?"]


@asynccontextmanager
async def served(accept: Accept) -> AsyncIterator[str]:
    """Listen as a bot behind a webhook does."""
    listener = web.Application()
    listener.router.add_post("/hook", accept)
    runner = web.AppRunner(listener)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    yield f"http://127.0.0.1:{runner.addresses[0][1]}/hook"
    await runner.cleanup()


@pytest.mark.parametrize(
    ("fault", "error"),
    [
        (too_many_requests(7), RetryAfter),
        (blocked_by_user(), Forbidden),
        (server_error(), NetworkError),
        (Reset(), NetworkError),
    ],
)
async def test_faults_reach_the_library_as_its_errors(
    sandbox: Sandbox,
    user: User,
    bot: Bot,
    monkeypatch: pytest.MonkeyPatch,
    fault: Any,
    error: type[Exception],
) -> None:
    monkeypatch.setenv("PTB_TIMEDELTA", "1")  # without it RetryAfter warns
    sandbox.faults.add("sendMessage", fault)

    with pytest.raises(error):
        await bot.send_message(user.chat.id, "hello")


async def test_a_held_call_is_a_time_out(
    sandbox: Sandbox, user: User, bot: Bot
) -> None:
    sandbox.faults.add("sendMessage", Held(asyncio.Event()))

    with pytest.raises(TimedOut):
        await bot.send_message(user.chat.id, "hello", read_timeout=0.05)

    assert len(user.history) == 1


async def test_refusals_reach_the_library_as_its_errors(
    sandbox: Sandbox, user: User, bot: Bot
) -> None:
    await bot.set_webhook("http://127.0.0.1:9/")

    with pytest.raises(BadRequest, match="Message to edit not found"):
        await bot.edit_message_text("x", chat_id=user.chat.id, message_id=99)
    with pytest.raises(Conflict):
        await bot.get_updates()
    with pytest.raises(InvalidToken):
        async with Bot("1:wrong", base_url=sandbox.base_url, request=request()):
            pytest.fail("a wrong token was taken")


async def test_files_and_menus_are_sent_as_the_library_sends_them(
    sandbox: Sandbox, user: User, bot: Bot
) -> None:
    scope = BotCommandScopeAllPrivateChats()
    await bot.set_my_commands([BotCommand("help", "Help")], scope, "en")
    await bot.set_my_description("Answers with sources", "en")
    await bot.set_my_short_description("Answers", "en")
    await bot.send_chat_action(user.chat.id, "upload_document")
    sent = await bot.send_document(
        user.chat.id, b"BEGIN:VCALENDAR", caption="Session 3", filename="s3.ics"
    )

    assert [command.command for command in user.menu] == ["help"]
    assert (await bot.get_my_description("en")).description == "Answers with sources"
    assert await user.next_action() == "upload_document"
    assert sent.document is not None
    assert sent.document.file_name == "s3.ics"
    received = (await user.next_reply()).attachment
    assert received is not None
    assert received.content == b"BEGIN:VCALENDAR"
