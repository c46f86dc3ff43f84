"""What is served over HTTP beside updates: whether the bot is up, and its figures."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from aiohttp import web

from bot.metrics import exposition

HEALTH, METRICS = "/healthz", "/metrics"
_TEXT = "text/plain; version=0.0.4; charset=utf-8"


def add_status(server: web.Application) -> None:
    """Let a server tell whether the bot is up, and what it has done."""
    server.router.add_get(HEALTH, _health)
    server.router.add_get(METRICS, _metrics)


@asynccontextmanager
async def served(
    server: web.Application, host: str, *, port: int, grace: float
) -> AsyncIterator[None]:
    """Serve until the block ends, then finish requests in so many seconds.

    Raises:
        OSError: The address cannot be listened on.
    """
    runner = web.AppRunner(server, access_log=None, shutdown_timeout=grace)
    await runner.setup()
    try:
        await web.TCPSite(runner, host, port).start()
        yield
    finally:
        await runner.cleanup()


async def _health(_request: web.Request) -> web.Response:
    return web.Response(text="ok\n")


async def _metrics(_request: web.Request) -> web.Response:
    return web.Response(body=exposition(), headers={"Content-Type": _TEXT})
