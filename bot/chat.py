"""One conversation held in plain text, whoever types and wherever it is shown."""

import logging
from collections.abc import Iterator, Sequence
from typing import Protocol

from bot.memory import Memory
from bot.messages import Tongue
from bot.plain import plain_reply
from bot.reply import Button, File, Reply

log = logging.getLogger(__name__)


class Respond(Protocol):
    """Reply to a text; the shape of whatever answers."""

    def __call__(
        self, text: str, *, history: Sequence[str], page: int, hint: str | None
    ) -> Reply:
        """Give the reply to a question or a slash command."""


class Chat:
    """Remember the last questions, and what the numbers shown last stand for.

    These can be chosen one after another, until others are shown. `tongue` is the
    language to speak before a reply has shown which one is read.
    """

    def __init__(self, respond: Respond, tongue: Tongue) -> None:
        self._respond = respond
        self.tongue = tongue
        self._memory = Memory(chats=1)
        self._offered: tuple[Button, ...] = ()

    def reply(self, line: str) -> str:
        """Reply to a typed line; a number chooses what the last reply offered.

        A fault is logged, and the reader gets one calm sentence.
        """
        choice = self._choice(line) or Button(line, line)
        try:
            reply = self._respond(
                choice.text,
                history=self._memory.questions_of(None),
                page=choice.page,
                hint=self.tongue.code,
            )
        except Exception:
            log.exception("event=failed")
            return self.tongue.texts.sorry
        self.tongue = reply.tongue
        if reply.remembered:
            self._memory.note(None, reply.remembered)
        if offered := _typed(reply):
            self._offered = offered
        said = plain_reply(reply.answer, reply.tongue)
        return "\n\n".join((said, *map(_shown, reply.files), *_choices(reply)))

    def _choice(self, line: str) -> Button | None:
        numbered = enumerate(self._offered, start=1)
        return {str(number): button for number, button in numbered}.get(line.strip())


def _shown(file: File) -> str:
    """Show a file as text, to be kept by whoever reads the chat's output."""
    text = file.content.decode("utf-8", "replace").replace("\r\n", "\n")
    return f"{file.name}\n{text}".rstrip()


def _typed(reply: Reply) -> tuple[Button, ...]:
    """Give what a terminal can offer; it shows addresses with their citations."""
    return tuple(button for button in reply.buttons if not button.leads_out)


def _choices(reply: Reply) -> Iterator[str]:
    if offered := _typed(reply):
        numbered = enumerate(offered, start=1)
        lines = (f"  {number}. {button.label}" for number, button in numbered)
        yield "\n".join((reply.tongue.texts.choose, *lines))
