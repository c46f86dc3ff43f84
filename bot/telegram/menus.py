"""The commands in Telegram's menu; the bot answers without it, too."""

import logging
from collections.abc import Collection, Sequence

from telegram import Bot, BotCommand, BotCommandScopeChat
from telegram.error import BadRequest, TelegramError

from bot.commands import COMMANDS
from bot.messages import Tongue
from bot.telegram.administration import admin_commands

log = logging.getLogger(__name__)


async def offer_menus(
    bot: Bot, tongues: Sequence[Tongue], admins: Collection[int]
) -> None:
    """Show each reader the commands in their language, administrators theirs, too.

    The first language serves readers of all for whom there is no menu of their own.
    """
    try:
        for tongue, code in zip(tongues, _codes(tongues), strict=True):
            menu = _menu(tongue)
            await bot.set_my_commands(menu, language_code=code)
            for admin in admins:
                await _offer_admin(bot, admin, [*menu, *_admin_menu(tongue)], code)
    except TelegramError:
        log.warning("event=menu_failed", exc_info=True)


async def _offer_admin(
    bot: Bot, admin: int, menu: Sequence[BotCommand], code: str | None
) -> None:
    scope = BotCommandScopeChat(admin)
    try:
        await bot.set_my_commands(menu, scope=scope, language_code=code)
    except BadRequest:
        log.warning("event=menu_failed hint=an_administrator_has_yet_to_send_/start")


def _menu(tongue: Tongue) -> list[BotCommand]:
    texts = tongue.texts
    return [BotCommand(each.name, each.words(texts).description) for each in COMMANDS]


def _admin_menu(tongue: Tongue) -> list[BotCommand]:
    texts = tongue.texts
    return [BotCommand(name, told) for name, _, told in admin_commands(texts)]


def _codes(tongues: Sequence[Tongue]) -> Sequence[str | None]:
    return [None, *(tongue.code for tongue in tongues[1:])]
