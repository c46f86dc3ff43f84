"""The command line: ask one question or many, chat, or run the bot.

Exit status: 0 done, 1 the index, the data or the input is at fault, 2 wrong call.
"""

import asyncio
import json
import os
import sys
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Any

import click

from bot.asking import Asked, answer_json, answer_lines
from bot.building import ensure_index
from bot.logs import configure_logging
from bot.messages import tongue_in
from bot.opening import open_reception, opened
from bot.plain import plain_reply
from bot.service import serve
from bot.settings import Settings, SettingsError, read_settings
from index.console import system_faults_raised
from index.errors import InputError, PalermoError

_ENV = Path(".env")
_HISTORY = Path("var/history")
_INPUT_FAULT, _WRONG_CALL = 1, 2


_index_option = click.option(
    "--index",
    type=click.Path(path_type=Path, file_okay=False),
    metavar="DIR",
    help="Folder of the built index.  [default: PALERMO_INDEX, or var/index]",
)


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
def main() -> None:
    """Answer questions about the Palermo Convention, with sources."""
    for stream in (sys.stdout, sys.stderr):
        # JSON reads what is written here for half a surrogate pair as that half.
        stream.reconfigure(encoding="utf-8", errors="backslashreplace")  # type: ignore[union-attr]  # a text file, also in tests


@main.command()
@_index_option
@click.option("--json", "as_json", is_flag=True, help="Write the answer as JSON.")
@click.option(
    "--jsonl", "as_lines", is_flag=True, help="Answer JSON lines of standard input."
)
@click.argument("question", nargs=-1)
def ask(
    index: Path | None, *, as_json: bool, as_lines: bool, question: tuple[str, ...]
) -> None:
    """Answer QUESTION, or what stands on standard input."""
    if as_lines and (as_json or question):
        raise click.UsageError("--jsonl takes neither --json nor a QUESTION")
    with _faults_told():
        settings = _settings(index)
        _log("WARNING", settings)
        if as_lines:
            _ask_lines(settings)
        else:
            _ask_one(settings, " ".join(question) or _piped(), as_json=as_json)


@main.command()
@_index_option
def chat(index: Path | None) -> None:
    """Chat in the terminal: the same bot as in Telegram."""
    with _faults_told():
        _chat(_settings(index))


@main.command()
@_index_option
def run(index: Path | None) -> None:
    """Run the Telegram bot, or without TELEGRAM_BOT_TOKEN the chat.

    The index is built first if it is missing or older than the data.
    """
    with _faults_told():
        settings = _settings(index)
        ensure_index(settings.data, settings.index)
        if settings.token is None:
            _chat(settings)
        else:
            _telegram(settings)


def _ask_one(settings: Settings, question: str, *, as_json: bool) -> None:
    if not question.strip():
        raise InputError("there is no question; write it behind `ask`")
    with opened(settings.index) as answerer:
        if as_json:
            _write(answer_json(answerer.ask, Asked(question)))
        else:
            languages = answerer.languages
            answer = answerer.ask(question, hint=_system_language())
            click.echo(plain_reply(answer, tongue_in(languages, answer.language)))


def _ask_lines(settings: Settings) -> None:
    with opened(settings.index) as answerer:
        is_good = [
            _write(told) for told in answer_lines(answerer.ask, sys.stdin.buffer)
        ]
    if not all(is_good):
        raise InputError("some lines could not be answered; see their errors")


def _write(told: dict[str, Any]) -> bool:
    """Write one line of JSON at once; tell whether it is an answer."""
    click.echo(json.dumps(told, ensure_ascii=False))
    return "error" not in told


def _piped() -> str:
    if sys.stdin.isatty():
        raise click.UsageError("write a QUESTION, or pipe one in")
    return sys.stdin.buffer.read().decode("utf-8", "replace")


def _chat(settings: Settings) -> None:
    from bot.terminal import open_terminal  # its prompt is slow to load

    # The chat shares its screen with the log.
    _log("WARNING", settings)
    with closing(open_reception(settings.index)) as reception:
        tongue = reception.desk().tongue(hint=_system_language())
        open_terminal(partial(serve, reception), tongue, history=_HISTORY)


def _system_language() -> str | None:
    """Give the language of this terminal, as the environment tells it: `fr_FR`."""
    named = (os.environ.get(name, "") for name in ("LC_ALL", "LC_MESSAGES", "LANG"))
    return next(filter(None, named), "").replace("_", "-") or None


def _telegram(settings: Settings) -> None:
    from bot.telegram.running import run_telegram  # never loaded for a terminal

    _log(settings.log_level, settings)
    asyncio.run(run_telegram(settings, open_reception(settings.index)))


def _settings(index: Path | None) -> Settings:
    settings = read_settings(os.environ, _ENV)
    return settings if index is None else replace(settings, index=index)


def _log(level: str, settings: Settings) -> None:
    secrets = filter(None, (settings.token, settings.webhook_secret))
    configure_logging(level, secrets=secrets, stream=sys.stderr)


@contextmanager
def _faults_told() -> Iterator[None]:
    """End with one line on standard error, and the status that fits."""
    try:
        with system_faults_raised():
            yield
    except PalermoError as fault:
        click.echo(f"palermo: {fault}", err=True)
        sys.exit(_WRONG_CALL if isinstance(fault, SettingsError) else _INPUT_FAULT)


if __name__ == "__main__":
    main(prog_name="python -m bot")
