"""The page's own small server, beside the one that speaks to the bot."""

from types import TracebackType
from typing import Self

from aiohttp import web

from bot.sandbox.limits import UPLOAD_BYTES
from bot.sandbox.page.cast import Cast
from bot.sandbox.page.routes import Routes, tell_refusals
from bot.sandbox.page.safety import refuse_foreign, set_headers
from bot.sandbox.server import Sandbox

_HOST = "127.0.0.1"
_FORM_ROOM = 2**20  # the other fields beside a file
_CLOSING_SECONDS = 0.1  # an open page would listen for ever


class ChatPage:
    """Serves the page, at `url`, to browsers of this machine.

        async with Sandbox() as sandbox, ChatPage(sandbox) as page:
            ...  # run a bot with the sandbox, and open page.url

    `port` 0 stands for any that is free.
    """

    def __init__(self, sandbox: Sandbox, *, port: int = 0) -> None:
        self.url = ""
        self._port = port
        self._runner = web.AppRunner(
            _application(Routes(sandbox.account, Cast(sandbox))),
            access_log=None,
            handler_cancellation=True,
            shutdown_timeout=_CLOSING_SECONDS,
        )

    async def __aenter__(self) -> Self:
        """Start to listen."""
        await self._runner.setup()
        await web.TCPSite(self._runner, _HOST, self._port).start()
        _, port = self._runner.addresses[0]
        self.url = f"http://{_HOST}:{port}/"
        return self

    async def __aexit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """Stop, whoever still listens."""
        await self._runner.cleanup()


def _application(routes: Routes) -> web.Application:
    application = web.Application(
        middlewares=[refuse_foreign, tell_refusals],
        client_max_size=UPLOAD_BYTES + _FORM_ROOM,
    )
    application.on_response_prepare.append(set_headers)
    application.add_routes(routes.table())
    return application
