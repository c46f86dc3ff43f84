"""Updates by webhook; each is accepted only once it is safe."""

import asyncio
import hashlib
import hmac
import logging
from functools import partial
from urllib.parse import urlsplit

from aiohttp import web
from telegram import Bot

from bot.serving import add_status, served
from bot.settings import Settings
from bot.telegram.intake import Intake, read_update
from bot.telegram.polling import KINDS
from bot.telegram.stopping import persist, run_until

log = logging.getLogger(__name__)
SECRET_HEADER = "X-Telegram-Bot-Api-Secret-Token"
DEFAULT_PORT = 8080
MOST_BYTES = 1_048_576  # an update is text; files are only named in it


class Receiver:
    """Receives updates from whoever knows the secret."""

    def __init__(self, bot: Bot, intake: Intake, *, secret: str) -> None:
        self._bot = bot
        self._intake = intake
        self._secret = secret.encode()

    async def receive(self, request: web.Request) -> web.Response:
        """Work on an update; anything but 200 makes Telegram deliver it again."""
        given = request.headers.get(SECRET_HEADER, "").encode(errors="replace")
        if not hmac.compare_digest(given, self._secret):
            return web.Response(status=403)
        if self._intake.is_closed:
            return web.Response(status=503)
        try:
            update = read_update(await request.json(), self._bot)
        except ValueError:
            update = None
        if update is None:
            return web.Response(status=400)
        answered = self._intake.take(update)
        await self._intake.settle([update.update_id])
        if not self._intake.is_safe(update.update_id):
            await asyncio.shield(answered)
        return web.Response()


def webhook_server(receiver: Receiver, path: str) -> web.Application:
    """Build the server: the receiver at its path, and how the bot fares."""
    server = web.Application(client_max_size=MOST_BYTES)
    server.router.add_post(path, receiver.receive)
    add_status(server)
    return server


def secret_of(settings: Settings) -> str:
    """Give the secret that was set, or one that only the token's holder can tell.

    It is the same in every process, so that several may stand behind one address.
    """
    token = (settings.token or "").encode()
    derived = hmac.new(token, b"palermo webhook", hashlib.sha256).hexdigest()
    return settings.webhook_secret or derived


async def serve_until(
    stop: asyncio.Event, *, settings: Settings, bot: Bot, intake: Intake, grace: float
) -> None:
    """Receive updates until told to stop, then finish what was accepted."""
    url, secret = settings.webhook_url or "", secret_of(settings)
    receiver = Receiver(bot, intake, secret=secret)
    server = webhook_server(receiver, urlsplit(url).path or "/")
    port = settings.port or DEFAULT_PORT
    async with served(server, settings.host, port=port, grace=grace):
        log.info("event=listening port=%d", port)
        announce = partial(
            bot.set_webhook, url, secret_token=secret, allowed_updates=KINDS
        )
        await run_until(stop, persist(announce))
        await stop.wait()
        await intake.finish(grace)
