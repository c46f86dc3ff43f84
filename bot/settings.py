"""Settings, read once from the environment and an optional `.env` file."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from dotenv import dotenv_values

from index.errors import PalermoError


class SettingsError(PalermoError):
    """A setting has a value that cannot be used; the message names the variable."""


@dataclass(frozen=True, slots=True)
class Settings:
    """Where things are and whom the bot speaks to; secrets stay out of its repr."""

    token: str | None = field(repr=False)
    data: Path
    index: Path
    state: Path
    webhook_url: str | None
    webhook_secret: str | None = field(repr=False)
    host: str
    port: int | None
    api_url: str
    messages_per_second: int
    questions_per_minute: int
    admins: frozenset[int]
    log_level: str


@dataclass(frozen=True, slots=True)
class Variable:
    """One environment variable and the field of `Settings` that it fills.

    `read` turns the text into a value, or raises `ValueError` saying what it
    expected. `default` is read in the same way; empty, the setting is `absent`.
    """

    name: str
    fills: str
    default: str
    help: str
    read: Callable[[str], Any] = str
    absent: Any = None


def _matching(pattern: str, *, expected: str) -> Callable[[str], str]:
    def read(text: str) -> str:
        if not re.fullmatch(pattern, text):
            raise ValueError(expected)
        return text

    return read


def _port(text: str) -> int:
    if not (text.isascii() and text.isdigit() and 0 < int(text) < 65_536):
        raise ValueError("a number from 1 to 65535")
    return int(text)


def _count(text: str) -> int:
    if not (text.isascii() and text.isdigit()):
        raise ValueError("a number such as 30; 0 for no limit")
    return int(text)


def _ids(text: str) -> frozenset[int]:
    ids = text.replace(",", " ").split()
    if not all(each.isascii() and each.isdigit() for each in ids):
        raise ValueError("numbers of Telegram users, such as 1001, 1002")
    return frozenset(map(int, ids))


def _url(text: str) -> str:
    expected = "an address such as https://bot.example.org/telegram"
    try:
        parts = urlsplit(text)
        host, _ = parts.hostname, parts.port
    except ValueError as error:
        raise ValueError(expected) from error
    if parts.scheme not in {"http", "https"} or not host or parts.query:
        raise ValueError(expected)
    return text.rstrip("/")


def _level(text: str) -> str:
    levels = ("DEBUG", "INFO", "WARNING", "ERROR")
    if text.upper() not in levels:
        raise ValueError(f"one of {', '.join(levels)}")
    return text.upper()


VARIABLES = (
    Variable(
        "TELEGRAM_BOT_TOKEN",
        "token",
        "",
        "The token that @BotFather gave; without it, `run` opens the terminal chat.",
        _matching(r"\d+:[A-Za-z0-9_-]+", expected="a token such as 123456:ABC-def"),
    ),
    Variable("PALERMO_DATA", "data", "data", "Folder of documents and records.", Path),
    Variable("PALERMO_INDEX", "index", "var/index", "Folder of the built index.", Path),
    Variable(
        "PALERMO_STATE",
        "state",
        "var/state.db",
        "SQLite file of what must outlast a restart; made where there is none.",
        Path,
    ),
    Variable(
        "PALERMO_WEBHOOK_URL",
        "webhook_url",
        "",
        "Public https address to receive updates at; without it, the bot polls.",
        _url,
    ),
    Variable(
        "PALERMO_WEBHOOK_SECRET",
        "webhook_secret",
        "",
        "Secret that Telegram sends with each update; "
        "without it, one is derived from the token.",
        _matching(
            r"[A-Za-z0-9_-]{1,256}", expected="1 to 256 letters, digits, _ and -"
        ),
    ),
    Variable("PALERMO_HOST", "host", "0.0.0.0", "Address to listen on."),
    Variable(
        "PORT",
        "port",
        "",
        "Port of the webhook, 8080 if empty, and of `/healthz` and `/metrics`; "
        "a bot that polls serves these only if it is set.",
        _port,
    ),
    Variable(
        "PALERMO_API_URL",
        "api_url",
        "https://api.telegram.org",
        "Bot API server to speak to.",
        _url,
    ),
    Variable(
        "PALERMO_MESSAGES_PER_SECOND",
        "messages_per_second",
        "30",
        "Messages that the bot sends at most, to all chats together; "
        "0: as fast as Telegram takes them.",
        _count,
    ),
    Variable(
        "PALERMO_QUESTIONS_PER_MINUTE",
        "questions_per_minute",
        "30",
        "Questions and taps of one reader that are answered; 0: all.",
        _count,
    ),
    Variable(
        "PALERMO_ADMINS",
        "admins",
        "",
        "Numbers of the Telegram users who may rebuild, see the status and feedback, "
        "and write to subscribers.",
        _ids,
        absent=frozenset(),
    ),
    Variable(
        "PALERMO_LOG_LEVEL",
        "log_level",
        "INFO",
        "Least level that is logged: DEBUG, INFO, WARNING or ERROR.",
        _level,
    ),
)


def read_settings(
    environment: Mapping[str, str], env_file: Path | None = None
) -> Settings:
    """Read the settings; the environment wins over the file, and both over defaults.

    An empty value counts as absent, and so does a file that is not there.

    Raises:
        SettingsError: A value is wrong; the message names the variable.
    """
    written = dotenv_values(env_file) if env_file else {}
    given = {name: text for name, text in written.items() if text}
    given |= {name: text for name, text in environment.items() if text}
    return Settings(**{each.fills: _value(each, given) for each in VARIABLES})


def _value(variable: Variable, given: Mapping[str, str]) -> Any:
    text = given.get(variable.name, variable.default).strip()
    if not text:
        return variable.absent
    try:
        return variable.read(text)
    except ValueError as error:
        raise SettingsError(
            f"{variable.name} is wrong: expected {error}; "
            "correct it in the environment or in .env"
        ) from error


def describe() -> str:
    """Draw the variables as a Markdown table, for the README."""
    rows = [("Variable", "Default", "What it sets"), ("---", "---", "---")]
    rows += [
        (f"`{each.name}`", f"`{each.default}`" if each.default else "", each.help)
        for each in VARIABLES
    ]
    return "\n".join(f"| {' | '.join(row)} |".replace("|  |", "| |") for row in rows)
