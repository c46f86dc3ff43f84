"""The command line: ask one question or many, measure, chat, or run the bot.

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
from typing import TYPE_CHECKING, Any

import click

from bot.asking import Asked, answer_json, answer_lines
from bot.building import ensure_index
from bot.logs import configure_logging
from bot.messages import tongue_in
from bot.opening import open_reception, opened, opened_library
from bot.plain import plain_reply, plain_suggestions
from bot.service import serve_newest
from bot.settings import Settings, SettingsError, read_settings
from index.console import system_faults_raised
from index.errors import DataError, InputError, PalermoError
from index.progress import ProgressDisplay

if TYPE_CHECKING:
    from bot.evaluating.report import Report
    from index.questions.task import Task

_ENV = Path(".env")
_HISTORY = Path("var/history")
_INPUT_FAULT, _WRONG_CALL = 1, 2


_index_option = click.option(
    "--index",
    type=click.Path(path_type=Path, file_okay=False),
    metavar="DIR",
    help="Folder of the built index.  [default: PALERMO_INDEX, or var/index]",
)

_read_file = click.Path(path_type=Path, exists=True, dir_okay=False)
_written_file = click.Path(path_type=Path, dir_okay=False)
_question_file = click.Path(path_type=Path, exists=True)


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


@main.command()
@_index_option
@click.option(
    "--port",
    type=click.IntRange(0, 65_535),
    default=0,
    metavar="PORT",
    help="Port of the page.  [default: any that is free]",
)
def sandbox(index: Path | None, *, port: int) -> None:
    """Run the Telegram bot in the browser: no account and no token are needed.

    The index is built first if it is missing or older than the data.
    """
    with _faults_told():
        settings = _settings(index)
        ensure_index(settings.data, settings.index)
        _sandbox(settings, port)


@main.command()
@_index_option
@click.option(
    "--split",
    type=click.Choice(["dev", "test"]),
    help="Ask only what rules may be tuned on, or only what is held out.",
)
@click.option(
    "--kind", "kinds", multiple=True, metavar="KIND", help="Ask only what is of a kind."
)
@click.option("--save", type=_written_file, metavar="FILE", help="Keep the judgements.")
@click.option(
    "--against", type=_read_file, metavar="FILE", help="Tell what changed since --save."
)
@click.option("--json", "as_json", is_flag=True, help="Write the figures as JSON.")
@click.option(
    "-v", "--verbose", is_flag=True, help="Show what was not answered rightly."
)
@click.argument("files", type=_question_file, nargs=-1, metavar="[FILE]...")
def evaluate(
    index: Path | None,
    *,
    split: str | None,
    kinds: tuple[str, ...],
    save: Path | None,
    against: Path | None,
    as_json: bool,
    verbose: bool,
    files: tuple[Path, ...],
) -> None:
    """Ask the questions of each FILE, and tell how many are answered rightly.

    A FILE is a YAML list, JSON lines, or a folder of such files; without one, the
    questions in tests/golden are asked.
    """
    from bot.evaluating.plain import describe, describe_failures
    from bot.evaluating.structured import failures_json, report_json
    from bot.measuring import save_run

    with _faults_told():
        settings = _settings(index)
        _log("WARNING", settings)
        tasks = _tasks(files, split=split, kinds=kinds)
        report = _report(settings, tasks, against=against)
        if save:
            save_run(report.run, save)
        if as_json:
            failures = {"failures": failures_json(report)} if verbose else {}
            _write({**report_json(report), **failures})
        else:
            failures_told = describe_failures(report) if verbose else ""
            click.echo("\n\n".join(filter(None, (failures_told, describe(report)))))


def _ask_one(settings: Settings, question: str, *, as_json: bool) -> None:
    if not question.strip():
        raise InputError("there is no question; write it behind `ask`")
    with opened(settings.index) as answerer:
        if as_json:
            _write(answer_json(answerer.ask, Asked(question)))
        else:
            answer = answerer.ask(question, hint=_system_language())
            tongue = tongue_in(answerer.languages, answer.language)
            said = (plain_reply(answer, tongue), plain_suggestions(answer, tongue))
            click.echo("\n\n".join(filter(None, said)))


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


def _tasks(
    files: tuple[Path, ...], *, split: str | None, kinds: tuple[str, ...]
) -> "tuple[Task, ...]":
    from bot.measuring import OWN_QUESTIONS, read_tasks, select  # reads YAML

    if not files and not OWN_QUESTIONS.is_dir():
        raise click.UsageError(f"there is no {OWN_QUESTIONS} here; name a FILE")
    tasks = read_tasks(files or (OWN_QUESTIONS,))
    known = {task.kind for task in tasks}
    if unknown := set(kinds) - known:
        raise click.UsageError(
            f"no question is of the kind {', '.join(sorted(unknown))}; "
            f"there are {', '.join(sorted(known))}"
        )
    chosen = select(tasks, split=split, kinds=kinds)
    if not chosen:
        raise InputError("there is no such question; name another FILE or --split")
    return chosen


def _report(
    settings: Settings, tasks: "tuple[Task, ...]", *, against: Path | None
) -> "Report":
    from bot.evaluating.report import make_report
    from bot.measuring import ask_tasks, read_run

    saved = read_run(against) if against else None
    outcomes = []
    with (
        opened_library(settings.index) as (library, answerer),
        ProgressDisplay(sys.stderr) as progress,
    ):
        asked = ask_tasks(
            tasks,
            answerer.ask,
            passage=library.passage,
            languages=tuple(library.knowledge.vocabulary.languages.values()),
        )
        for outcome in asked:
            outcomes.append(outcome)
            progress("asking", len(outcomes), len(tasks))
    return make_report(outcomes, library.generation, saved=saved)


def _chat(settings: Settings) -> None:
    from bot.terminal import open_terminal  # its prompt is slow to load

    # The chat shares its screen with the log.
    _log("WARNING", settings)
    with closing(open_reception(settings.index)) as reception:
        tongue = reception.desk().tongue(hint=_system_language())
        open_terminal(partial(serve_newest, reception), tongue, history=_HISTORY)


def _system_language() -> str | None:
    """Give the language of this terminal, as the environment tells it: `fr_FR`."""
    named = (os.environ.get(name, "") for name in ("LC_ALL", "LC_MESSAGES", "LANG"))
    return next(filter(None, named), "").replace("_", "-") or None


def _telegram(settings: Settings) -> None:
    from bot.telegram.running import run_telegram  # never loaded for a terminal

    _log(settings.log_level, settings)
    asyncio.run(run_telegram(settings, open_reception(settings.index)))


def _sandbox(settings: Settings, port: int) -> None:
    from bot.rehearsing import rehearse  # never loaded for a terminal

    _log(settings.log_level, settings)
    reception = open_reception(settings.index)
    asyncio.run(rehearse(settings, reception, port=port, announce=_announce))


def _announce(url: str) -> None:
    click.echo(f"Palermo is open at {url} (Ctrl+C closes it)")


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
    except DataError as faults:
        # One a line, each with its place, as `index check` tells them.
        click.echo(str(faults), err=True)
        sys.exit(_INPUT_FAULT)
    except PalermoError as fault:
        click.echo(f"palermo: {fault}", err=True)
        sys.exit(_WRONG_CALL if isinstance(fault, SettingsError) else _INPUT_FAULT)


if __name__ == "__main__":
    main(prog_name="python -m bot")
