"""Webhook delivery: one update at a time, in order, until each is accepted."""

import asyncio
import time
from contextlib import suppress
from dataclasses import dataclass
from urllib.parse import urlsplit

import aiohttp

from bot.sandbox.errors import bad_request
from bot.sandbox.limits import WEBHOOK_PORTS
from bot.sandbox.model import Json
from bot.sandbox.updates import UpdateQueue

SECRET_HEADER = "X-Telegram-Bot-Api-Secret-Token"
_LOOPBACK = ("127.0.0.1", "localhost", "::1")
_FIRST_DELAY = 0.02
_LONGEST_DELAY = 1.0
_ANSWER_SECONDS = 60


@dataclass(frozen=True, slots=True)
class WebhookSettings:
    """What setWebhook was told; an empty `url` means that none is set."""

    url: str = ""
    secret_token: str = ""
    max_connections: int = 40
    has_custom_certificate: bool = False


class Webhook:
    """Delivers updates to the bot's own server.

    `origin` is where a public webhook really listens, as behind a reverse proxy:
    updates for `https://bot.example.org/hook` go to `origin` + `/hook`. Without it
    only addresses of this very machine can be set; no other network is touched.
    """

    def __init__(self, updates: UpdateQueue, *, origin: str | None = None) -> None:
        self.settings = WebhookSettings()
        self.origin = origin
        self._updates = updates
        self._arrived = asyncio.Event()
        self._delivery: asyncio.Task[None] | None = None
        self._last_error: tuple[int, str] | None = None

    async def set(self, settings: WebhookSettings) -> None:
        """Deliver to a new address from now on."""
        check_url(settings.url, is_routed=self.origin is not None)
        await self.clear()
        self.settings = settings
        self._delivery = asyncio.create_task(self._deliver_all())

    async def clear(self) -> None:
        """Stop delivering; what was not accepted stays queued."""
        self.settings = WebhookSettings()
        self._last_error = None
        if self._delivery is not None:
            self._delivery.cancel()
            with suppress(asyncio.CancelledError):
                await self._delivery
            self._delivery = None

    def wake(self) -> None:
        """Tell of a new update."""
        self._arrived.set()

    def as_json(self) -> Json:
        """Give the Bot API's WebhookInfo."""
        values: Json = {
            "url": self.settings.url,
            "has_custom_certificate": self.settings.has_custom_certificate,
            "pending_update_count": len(self._updates),
        }
        if self.settings.url:
            values["max_connections"] = self.settings.max_connections
        if self._updates.allowed:
            values["allowed_updates"] = list(self._updates.allowed)
        if self._last_error is not None:
            date, message = self._last_error
            values |= {"last_error_date": date, "last_error_message": message}
        return values

    async def _deliver_all(self) -> None:
        timeout = aiohttp.ClientTimeout(total=_ANSWER_SECONDS)
        async with aiohttp.ClientSession(timeout=timeout) as session:
            while True:
                for update in self._updates.first(1):
                    await self._deliver(session, update)
                if not self._updates:
                    self._arrived.clear()
                    await self._arrived.wait()

    async def _deliver(self, session: aiohttp.ClientSession, update: Json) -> None:
        delay = _FIRST_DELAY
        while problem := await self._attempt(session, update):
            self._last_error = int(time.time()), problem
            await asyncio.sleep(delay)
            delay = min(2 * delay, _LONGEST_DELAY)
        self._updates.confirm(update["update_id"] + 1)

    async def _attempt(self, session: aiohttp.ClientSession, update: Json) -> str:
        """Post one update; give what went wrong, nothing when it was accepted."""
        secret = self.settings.secret_token
        headers = {SECRET_HEADER: secret} if secret else {}
        url = self._address()
        try:
            async with session.post(
                url, json=update, headers=headers, allow_redirects=False
            ) as answer:
                return "" if answer.status // 100 == 2 else _wrong(answer)
        except aiohttp.ClientConnectorError:
            return "Connection refused"
        except (aiohttp.ClientError, TimeoutError, OSError):
            return "Connection closed"

    def _address(self) -> str:
        if self.origin is None:
            return self.settings.url
        parts = urlsplit(self.settings.url)
        query = f"?{parts.query}" if parts.query else ""
        return f"{self.origin.rstrip('/')}{parts.path}{query}"


def _wrong(answer: aiohttp.ClientResponse) -> str:
    return f"Wrong response from the webhook: {answer.status} {answer.reason}"


def check_url(url: str, *, is_routed: bool) -> None:
    """Refuse addresses that Telegram would not call, or that we must not."""
    try:
        parts = urlsplit(url)
        port = parts.port or 443
    except ValueError:
        raise bad_request("invalid webhook URL specified") from None
    if parts.scheme not in ("http", "https") or not parts.hostname:
        raise bad_request("invalid webhook URL specified")
    if parts.hostname in _LOOPBACK:
        return
    if parts.scheme != "https":
        raise bad_request("bad webhook: HTTPS url must be provided for webhook")
    if port not in WEBHOOK_PORTS:
        raise bad_request(
            "bad webhook: Webhook can be set up only on ports 80, 88, 443 or 8443"
        )
    if not is_routed:
        raise bad_request("bad webhook: Failed to resolve host")
