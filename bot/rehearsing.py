"""The Telegram bot in a sandbox: the real one, with a page in place of Telegram."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory

from bot.reception import Reception
from bot.sandbox import Sandbox
from bot.sandbox.page import ChatPage
from bot.settings import Settings
from bot.telegram.running import run_telegram


async def rehearse(
    settings: Settings,
    reception: Reception,
    *,
    port: int,
    announce: Callable[[str], None],
) -> None:
    """Reply on a page for the browser until SIGTERM or SIGINT.

    `announce` is told the page's address; port 0 stands for any that is free.

    Raises:
        IndexUnavailableError: There is no index to answer from.
    """
    with TemporaryDirectory() as folder:
        async with Sandbox() as sandbox, ChatPage(sandbox, port=port) as page:
            announce(page.url)
            within = _within(settings, sandbox, state=Path(folder) / "state.db")
            await run_telegram(within, reception)


def _within(settings: Settings, sandbox: Sandbox, *, state: Path) -> Settings:
    return replace(
        settings,
        state=state,  # the sandbox's people are none of the real bot's
        port=None,
        token=sandbox.token,
        api_url=sandbox.base_url.removesuffix("/bot"),
        webhook_url=None,
    )
