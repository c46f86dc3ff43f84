"""The server: HTTP on the outside, an `Account` on the inside."""

import itertools
import re
import socket
import struct
from types import TracebackType
from typing import Any, Self

from aiohttp import web

from bot.sandbox.account import Account
from bot.sandbox.calls import Call, Calls
from bot.sandbox.errors import ApiError
from bot.sandbox.faults import ConnectionCut, Faults
from bot.sandbox.limits import UPLOAD_BYTES
from bot.sandbox.methods import METHODS, canonical_name
from bot.sandbox.model import Chat, Person
from bot.sandbox.params import Params
from bot.sandbox.reading import read_params
from bot.sandbox.user import User

TOKEN = "4242424242:sandbox-token-for-tests-only-0000000"
USERNAME = "palermo_sandbox_bot"
_TOKEN_SHAPE = re.compile(r"[1-9][0-9]*:[A-Za-z0-9_-]+")
_FORM_ROOM = 2**20  # multipart headers and the other fields beside the file
_CLOSING_SECONDS = 0.1
_RESET_ON_CLOSE = struct.pack("ii", 1, 0)


class Sandbox:
    """A Bot API server on this machine, for one bot.

        async with Sandbox() as sandbox:
            user = sandbox.user("Ada")
            ...  # run a bot with sandbox.base_url and sandbox.token
            reply = await user.ask("/start")

    Args:
        token: The only token that is accepted.
        username: The bot's name, without `@`.
        webhook_origin: Where a webhook with a public address really listens, such
            as `http://127.0.0.1:8080`; see `Webhook`.
    """

    def __init__(
        self,
        *,
        token: str = TOKEN,
        username: str = USERNAME,
        webhook_origin: str | None = None,
    ) -> None:
        self.account = Account(token, username, webhook_origin=webhook_origin)
        self.calls = Calls()
        self.faults = Faults()
        self.base_url = ""
        self._person_ids = itertools.count(1001)
        self._group_ids = itertools.count(-1_001_000_000_001, -1)
        self._runner = web.AppRunner(
            self._application(),
            access_log=None,  # request lines carry the token
            handler_cancellation=True,
            shutdown_timeout=_CLOSING_SECONDS,
        )

    async def __aenter__(self) -> Self:
        """Start to listen on a free port of this machine."""
        await self._runner.setup()
        site = web.TCPSite(self._runner, "127.0.0.1", 0)
        await site.start()
        _, port = self._runner.addresses[0]
        self.base_url = f"http://127.0.0.1:{port}/bot"
        return self

    async def __aexit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """Stop, whatever is still under way."""
        await self.account.close()
        await self._runner.cleanup()

    @property
    def token(self) -> str:
        """The bot's token."""
        return self.account.token

    def user(
        self, first_name: str = "Ada", *, username: str = "", language_code: str = "en"
    ) -> User:
        """Let a new person open a private chat with the bot."""
        person = Person(next(self._person_ids), first_name, username, language_code)
        chat = Chat(person.id, "private", first_name=first_name, username=username)
        return User(self.account, person, self.account.chats.open(chat))

    def group(self, title: str, *, is_forum: bool = False) -> Chat:
        """Found a supergroup that the bot is a member of; enter by `User.within`."""
        chat = Chat(next(self._group_ids), "supergroup", title, is_forum=is_forum)
        return self.account.chats.open(chat)

    def topic(self, group: Chat) -> int:
        """Open a topic in a forum; give its id."""
        return self.account.chats.open_topic(group)

    def _application(self) -> web.Application:
        application = web.Application(client_max_size=UPLOAD_BYTES + _FORM_ROOM)
        application.router.add_route("*", "/bot{token}/{method}", self._respond)
        application.router.add_route("*", "/{rest:.*}", self._respond)
        return application

    async def _respond(self, request: web.Request) -> web.Response:
        try:
            result = await self._answer(request)
        except ApiError as error:
            return web.json_response(error.as_json(), status=error.code)
        except ConnectionCut:
            _reset(request)
            return web.Response()
        return web.json_response({"ok": True, "result": result})

    async def _answer(self, request: web.Request) -> Any:
        self._check_token(request.match_info.get("token", ""))
        name = canonical_name(request.match_info["method"])
        params = await read_params(request)
        self.calls.append(Call(name, params))
        return await self.faults.apply(name, lambda: self._run(name, params))

    async def _run(self, name: str, params: Params) -> Any:
        if name not in METHODS:
            raise ApiError(404, "Not Found")
        return await METHODS[name](self.account, params)

    def _check_token(self, token: str) -> None:
        if not _TOKEN_SHAPE.fullmatch(token):
            raise ApiError(404, "Not Found")
        if token != self.token:
            raise ApiError(401, "Unauthorized")


def _reset(request: web.Request) -> None:
    """Cut a connection so that the other side sees a reset, not an end."""
    transport = request.transport
    if transport is not None:
        connection: socket.socket = transport.get_extra_info("socket")
        connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, _RESET_ON_CLOSE)
        transport.abort()
