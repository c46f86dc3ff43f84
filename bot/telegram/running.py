"""Run the bot in Telegram from start-up to a clean end."""

import asyncio
import logging
from contextlib import AbstractAsyncContextManager, nullcontext

from aiohttp import web
from telegram.error import InvalidToken

from bot.reception import Reception
from bot.service import SearchThread
from bot.serving import add_status, served
from bot.settings import Settings, SettingsError
from bot.state.database import Database
from bot.state.state import state_in
from bot.state.updates import UpdateBook
from bot.telegram.app import App, build_app, staff_of
from bot.telegram.intake import Intake
from bot.telegram.menus import offer_menus
from bot.telegram.newsroom import Newsroom
from bot.telegram.polling import poll_until
from bot.telegram.stopping import alongside, persist, run_until, stop_signal
from bot.telegram.webhook import serve_until

log = logging.getLogger(__name__)
GRACE = 20.0  # seconds to finish in; hosts kill after thirty


async def run_telegram(settings: Settings, reception: Reception) -> None:
    """Reply until SIGTERM or SIGINT, then finish what was accepted.

    Raises:
        IndexUnavailableError: There is no index to answer from.
        SettingsError: Telegram does not know the token.
    """
    stop = stop_signal()
    async with SearchThread(reception) as thread, Database(settings.state) as database:
        state = state_in(database)
        app = build_app(settings, staff_of(thread, state, settings))
        tongues = await thread.tongues()
        try:
            await run_until(stop, persist(app.initialize))
            if not stop.is_set():
                await offer_menus(app.bot, tongues, settings.admins)
                newsroom = Newsroom(
                    app.bot, settings.index, book=state.news, thread=thread
                )
                async with alongside(newsroom.run()):
                    await _work(app, settings, stop, book=state.updates)
        except InvalidToken as error:
            raise SettingsError(
                "TELEGRAM_BOT_TOKEN is wrong: Telegram does not know it; "
                "ask @BotFather for the token"
            ) from error
        finally:
            await app.shutdown()
            await app.bot.shutdown()  # in case it was never initialized whole
    log.info("event=stopped")


async def _work(
    app: App, settings: Settings, stop: asyncio.Event, *, book: UpdateBook
) -> None:
    bot, intake = app.bot, Intake(app, book)
    await intake.resume()
    if settings.webhook_url:
        await serve_until(stop, settings=settings, bot=bot, intake=intake, grace=GRACE)
        return
    async with _status_served(settings):
        await poll_until(stop, bot=bot, intake=intake, grace=GRACE)


def _status_served(settings: Settings) -> AbstractAsyncContextManager[None]:
    """Serve how the bot fares, if there is a port for it."""
    if settings.port is None:
        return nullcontext()
    server = web.Application()
    add_status(server)
    return served(server, settings.host, port=settings.port, grace=GRACE)
