"""A message in, a reply out: the same for Telegram and the terminal."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from rapidfuzz import fuzz, process

from bot.answering.model import Answer
from bot.catalogue.examples import example_questions
from bot.catalogue.model import Listing, Shelf
from bot.catalogue.paging import paginate
from bot.commands import COMMANDS
from bot.messages import LANGUAGE, messages_in
from bot.plain import ask_back
from bot.reply import Button, Reply

_LONGEST_REMEMBERED = 1_000  # characters; no question worth asking is longer
_LEAST_ALIKE = 60  # of 100, for a command to be offered in place of a mistyped one

# A question, or a claim, and the earlier questions of the same chat, oldest first, to
# an answer.
Ask = Callable[[str, Sequence[str]], Answer]


@dataclass(frozen=True, slots=True)
class Desk:
    """All that is needed to reply: an open generation and who answers from it."""

    shelf: Shelf
    ask: Ask
    verify: Ask


def respond(
    desk: Desk, text: str, *, history: Sequence[str] = (), page: int = 1
) -> Reply:
    """Reply to what somebody typed or tapped.

    Args:
        desk: Who answers, and from what.
        text: A question or a slash command.
        history: Earlier questions of the same chat, oldest first.
        page: Which page of a command's listing to show; beyond the last, the last.
    """
    words = " ".join(text.split())
    if words.startswith("/"):
        return _run(desk, words, history, page)
    return _told(desk.ask(words, history), words)


def notice(desk: Desk, text: str) -> Reply:
    """Say something kind and useful where there is no question to answer."""
    suggestions = example_questions(desk.shelf.knowledge)
    return _page(Listing(text, suggestions=suggestions), command="", number=1)


def _told(answer: Answer, asked: str) -> Reply:
    """Reply with an answer; where there is none, ask what was perhaps meant."""
    answer = replace(answer, note=ask_back(answer) or answer.note)
    is_worded = any(map(str.isalnum, asked))
    remembered = asked[:_LONGEST_REMEMBERED] if is_worded else None
    return Reply(answer, _leads(answer.suggestions), remembered)


def _run(desk: Desk, line: str, history: Sequence[str], page: int) -> Reply:
    head, _, words = line.partition(" ")
    name = head[1:].partition("@")[0].lower()
    for command in COMMANDS:
        if command.name == name and command.takes_claim and words:
            return _told(desk.verify(words, history), words)
        if command.name == name:
            return _page(command.open(desk.shelf, words), command=line, number=page)
    return _page(_unknown(name), command=line, number=1)


def _unknown(name: str) -> Listing:
    names = [command.name for command in COMMANDS]
    alike = process.extractOne(
        name, names, scorer=fuzz.ratio, score_cutoff=_LEAST_ALIKE
    )
    suggestions = (f"/{alike[0]}", "/help") if alike else ("/help",)
    texts = messages_in(LANGUAGE)
    return Listing(
        texts.unknown_command, note=texts.unknown_note, suggestions=suggestions
    )


def _page(listing: Listing, *, command: str, number: int) -> Reply:
    pages = paginate(listing, command=command)
    number = min(max(number, 1), len(pages))
    buttons = _turns(command, number, len(pages)) + _leads(listing.suggestions)
    return Reply(pages[number - 1], buttons)


def _turns(command: str, number: int, count: int) -> tuple[Button, ...]:
    texts = messages_in(LANGUAGE)
    back = Button(texts.previous_page, command, page=number - 1)
    onward = Button(texts.next_page, command, page=number + 1)
    return (back,) * (number > 1) + (onward,) * (number < count)


def _leads(suggestions: Sequence[str]) -> tuple[Button, ...]:
    return tuple(Button(suggestion, suggestion) for suggestion in suggestions)
