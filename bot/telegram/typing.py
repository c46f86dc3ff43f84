"""Show that an answer is on its way, if it takes long."""

import asyncio
from collections.abc import Coroutine
from contextlib import suppress
from typing import Any, TypeVar

from telegram import Message
from telegram.constants import ChatAction
from telegram.error import TelegramError

from bot.telegram.flood import Rest

SOON = 0.3  # seconds in which an answer needs no announcement
_AGAIN = 4.5  # seconds; clients show it for five
T = TypeVar("T")


async def show_typing(
    to: Message, work: Coroutine[Any, Any, T], *, rest: Rest = asyncio.sleep
) -> T:
    """Do the work; while it takes long, show in the chat that the bot is typing."""
    working = asyncio.ensure_future(work)
    announcing = asyncio.ensure_future(_announce(to, rest))
    try:
        return await working
    finally:
        announcing.cancel()
        working.cancel()  # nothing, unless this was cancelled itself


async def _announce(to: Message, rest: Rest) -> None:
    await rest(SOON)
    while True:
        with suppress(TelegramError):  # no answer is lost for want of it
            await to.reply_chat_action(ChatAction.TYPING)
        await rest(_AGAIN)
