"""The terminal: lines in, replies on standard output."""

import sys
from collections.abc import Iterator
from pathlib import Path

from prompt_toolkit import PromptSession
from prompt_toolkit.completion import Completer, WordCompleter
from prompt_toolkit.history import FileHistory, History, InMemoryHistory

from bot.chat import Chat, Respond
from bot.commands import COMMANDS
from bot.messages import Tongue

QUIT = "/quit"


def open_terminal(
    respond: Respond, tongue: Tongue, *, history: Path | None = None
) -> None:
    """Chat until the input ends or somebody leaves.

    Where standard input is a terminal, greet first and prompt with editing, history
    and completion; otherwise answer each line and say nothing else. `tongue` is the
    language to begin in.
    """
    chat = Chat(respond, tongue)
    if not sys.stdin.isatty():
        _converse(chat, _piped())
        return
    print(f"{chat.reply('/start')}\n\n{tongue.texts.terminal_hint}\n")
    _converse(chat, _typed(_session(tongue, history)))
    print(chat.tongue.texts.terminal_bye)


def _converse(chat: Chat, lines: Iterator[str]) -> None:
    for line in lines:
        if line.strip().lower() == QUIT:
            return
        if line.strip():
            print(f"{chat.reply(line)}\n", flush=True)


def _piped() -> Iterator[str]:
    for line in sys.stdin.buffer:
        yield line.decode("utf-8", "replace")


def _typed(session: PromptSession[str]) -> Iterator[str]:
    while True:
        try:
            yield session.prompt()
        except KeyboardInterrupt:  # drops the line that was being typed
            continue
        except EOFError:
            return


def _session(tongue: Tongue, history: Path | None) -> PromptSession[str]:
    return PromptSession(
        "> ",
        history=_history(history),
        completer=_completer(tongue),
        complete_while_typing=True,
    )


def _history(file: Path | None) -> History:
    """Keep the lines in a file of the reader's own, or nowhere."""
    if file is None:
        return InMemoryHistory()
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        file.touch(mode=0o600)
    except OSError:
        return InMemoryHistory()
    return FileHistory(file)


def _completer(tongue: Tongue) -> Completer:
    texts = tongue.texts
    described = {f"/{each.name}": each.words(texts).description for each in COMMANDS}
    described[QUIT] = texts.terminal_quit
    return WordCompleter(list(described), meta_dict=described, sentence=True)
