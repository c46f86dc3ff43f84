"""The Telegram bot in a sandbox: the real one, with a page in place of Telegram."""

from collections.abc import Callable
from dataclasses import replace

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
    async with Sandbox() as sandbox, ChatPage(sandbox, port=port) as page:
        announce(page.url)
        await run_telegram(_within(settings, sandbox), reception)


def _within(settings: Settings, sandbox: Sandbox) -> Settings:
    return replace(
        settings,
        token=sandbox.token,
        api_url=sandbox.base_url.removesuffix("/bot"),
        webhook_url=None,
    )
