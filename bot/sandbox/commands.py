"""The command menu, set per scope and language."""

import re
from dataclasses import dataclass
from typing import Any

from bot.sandbox import limits
from bot.sandbox.errors import bad_request
from bot.sandbox.model import Chat

_NAME = re.compile(r"[a-z0-9_]+")
_LANGUAGE = re.compile(r"[a-z]{2}|")
_SCOPE_FIELDS = {
    "default": (),
    "all_private_chats": (),
    "all_group_chats": (),
    "all_chat_administrators": (),
    "chat": ("chat_id",),
    "chat_administrators": ("chat_id",),
    "chat_member": ("chat_id", "user_id"),
}
_DEFAULT_SCOPE = ("default",)

Scope = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Command:
    """One line of the menu."""

    command: str
    description: str

    def as_json(self) -> dict[str, str]:
        """Give the Bot API's BotCommand."""
        return {"command": self.command, "description": self.description}


class CommandBook:
    """The menus that a bot has set."""

    def __init__(self) -> None:
        self._menus: dict[tuple[Scope, str], tuple[Command, ...]] = {}

    def set(
        self, scope: Scope, language: str, *, commands: tuple[Command, ...]
    ) -> None:
        """Set the menu of one scope and language; an empty one takes it away."""
        self._menus[scope, language] = commands

    def get(self, scope: Scope, language: str) -> tuple[Command, ...]:
        """Give the menu set for exactly this scope and language."""
        return self._menus.get((scope, language), ())

    def shown(self, chat: Chat, language: str) -> tuple[Command, ...]:
        """Give the menu that a member of a chat sees.

        Source: Bot API, "Determining list of commands"; administrators and single
        members are left out.
        """
        everywhere = f"all_{'private' if chat.type == 'private' else 'group'}_chats"
        for scope in (("chat", str(chat.id)), (everywhere,), _DEFAULT_SCOPE):
            menu = self.get(scope, language[:2]) or self.get(scope, "")
            if menu:
                return menu
        return ()


def read_scope(value: Any) -> Scope:
    """Read a BotCommandScope; absent means the default one."""
    if value is None:
        return _DEFAULT_SCOPE
    kind = value.get("type") if isinstance(value, dict) else None
    if kind not in _SCOPE_FIELDS:
        raise bad_request("can't parse BotCommandScope: Unsupported type specified")
    missing = [name for name in _SCOPE_FIELDS[kind] if name not in value]
    if missing:
        raise bad_request(
            f"can't parse BotCommandScope: Can't find field \"{missing[0]}\""
        )
    return (kind, *(str(value[name]) for name in _SCOPE_FIELDS[kind]))


def read_language(code: str) -> str:
    """Check a language code; it may be empty, for all languages without a menu."""
    if not _LANGUAGE.fullmatch(code):
        raise bad_request("invalid language code specified")
    return code


def read_commands(value: Any) -> tuple[Command, ...]:
    """Read the array of commands and check each."""
    if not isinstance(value, list):
        raise bad_request("expected an Array of BotCommand")
    if len(value) > limits.COMMANDS:
        raise bad_request("BOT_COMMANDS_TOO_MUCH")
    return tuple(map(_read_command, value))


def _read_command(value: Any) -> Command:
    if not isinstance(value, dict):
        raise bad_request("can't parse BotCommand: expected an Object")
    name = str(value.get("command", "")).strip().removeprefix("/")
    description = str(value.get("description", "")).strip()
    _check_length("command", name, limit=limits.COMMAND)
    _check_length("command description", description, limit=limits.COMMAND_DESCRIPTION)
    if not _NAME.fullmatch(name):
        raise bad_request("BOT_COMMAND_INVALID")
    return Command(name, description)


def _check_length(what: str, text: str, *, limit: int) -> None:
    if not text:
        raise bad_request(f"{what} must be non-empty")
    if len(text) > limit:
        raise bad_request(f"{what} length must not exceed {limit}")
