"""Methods about the bot itself."""

from bot.sandbox.account import Account
from bot.sandbox.commands import Scope, read_commands, read_language, read_scope
from bot.sandbox.model import Json
from bot.sandbox.params import Params


async def get_me(account: Account, params: Params) -> Json:
    """Tell who the bot is."""
    return account.profile()


async def set_my_commands(account: Account, params: Params) -> bool:
    """Set the menu of a scope and language."""
    commands = read_commands(params.json("commands"))
    account.commands.set(_scope(params), _language(params), commands=commands)
    return True


async def get_my_commands(account: Account, params: Params) -> list[dict[str, str]]:
    """Give the menu of exactly this scope and language."""
    commands = account.commands.get(_scope(params), _language(params))
    return [command.as_json() for command in commands]


async def delete_my_commands(account: Account, params: Params) -> bool:
    """Take the menu of a scope and language away."""
    account.commands.set(_scope(params), _language(params), commands=())
    return True


async def set_my_description(account: Account, params: Params) -> bool:
    """Set what an empty chat shows."""
    account.description.set(_language(params), params.text("description"))
    return True


async def get_my_description(account: Account, params: Params) -> dict[str, str]:
    """Give what an empty chat shows."""
    return {"description": account.description.get(_language(params))}


async def set_my_short_description(account: Account, params: Params) -> bool:
    """Set what the profile page shows."""
    text = params.text("short_description")
    account.short_description.set(_language(params), text)
    return True


async def get_my_short_description(account: Account, params: Params) -> dict[str, str]:
    """Give what the profile page shows."""
    return {"short_description": account.short_description.get(_language(params))}


def _scope(params: Params) -> Scope:
    return read_scope(params.json("scope"))


def _language(params: Params) -> str:
    return read_language(params.text("language_code"))
