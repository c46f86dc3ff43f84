"""A message in, a reply out: the same for Telegram and the terminal."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import chain

from rapidfuzz import fuzz, process

from bot.answering.model import Answer
from bot.catalogue.citations import cite_answer, split_style
from bot.catalogue.model import Guide, Listing, Shelf
from bot.catalogue.opening import sources_of
from bot.catalogue.paging import paginate
from bot.catalogue.related import related_to
from bot.commands import COMMANDS
from bot.messages import LANGUAGE, Tongue, tongue_in
from bot.plain import ask_back
from bot.reply import Button, Reply
from index.language.detection import LanguageDetector
from index.language.mentions import Gazetteer

_LONGEST_REMEMBERED = 1_000  # characters; no question worth asking is longer
_LEAST_ALIKE = 60  # of 100, for a command to be offered in place of a mistyped one

# A question, or a claim, the earlier questions of the same chat, oldest first, and the
# language to answer in, to an answer.
Ask = Callable[[str, Sequence[str], str | None], Answer]


@dataclass(frozen=True, slots=True)
class Desk:
    """All that is needed to reply: an open generation and who answers from it.

    `names` gives the names that a language has for entities.
    """

    shelf: Shelf
    ask: Ask
    verify: Ask
    detector: LanguageDetector
    names: Callable[[str], Gazetteer]
    today: date

    def tongue(
        self, text: str = "", *, history: Sequence[str] = (), hint: str | None = None
    ) -> Tongue:
        """Give the language to reply in.

        It is that of the text, else that which the chat was in last, else the one
        that the reader is known to read, else the default one.
        """
        languages = self.shelf.knowledge.vocabulary.languages
        code = self.detector.choose((text, *reversed(history)), hint=hint)
        return tongue_in(languages, code or LANGUAGE)

    def guide(self, tongue: Tongue) -> Guide:
        """Give who leads through the generation in a language."""
        return Guide(self.shelf, tongue, self.detector, self.names, self.today)

    def tongues(self) -> tuple[Tongue, ...]:
        """Give the languages that have texts of their own, the default one first."""
        languages = self.shelf.knowledge.vocabulary.languages
        spoken = [code for code, own in languages.items() if own.messages]
        ordered = sorted(spoken, key=lambda code: code != LANGUAGE)
        return tuple(tongue_in(languages, code) for code in ordered)


def respond(
    desk: Desk,
    text: str,
    *,
    history: Sequence[str] = (),
    page: int = 1,
    hint: str | None = None,
    language: str | None = None,
) -> Reply:
    """Reply to what somebody typed or tapped.

    Args:
        desk: Who answers, and from what.
        text: A question or a slash command.
        history: Earlier questions of the same chat, oldest first.
        page: Which page of a command's listing to show; beyond the last, the last.
        hint: The language that the reader is known to read, such as `fr-CA`.
        language: The one that the reader chose. What cannot be answered in it is
            answered in that of the question.
    """
    words = " ".join(text.split())
    prose = _prose(words) if words.startswith("/") else words
    own = desk.tongue(prose, history=history, hint=hint)
    tongues = (desk.tongue(hint=language), own) if language else (own,)
    if words.startswith("/"):
        return _run(desk, words, history, page=page, tongues=tongues)
    return _answer(desk, desk.ask, words, history, tongues=tongues)


def notice(
    desk: Desk,
    text: Callable[[Tongue], str],
    *,
    history: Sequence[str] = (),
    hint: str | None = None,
) -> Reply:
    """Say something kind and useful where there is no question to answer."""
    guide = desk.guide(desk.tongue(history=history, hint=hint))
    listing = Listing(text(guide.tongue), suggestions=guide.examples())
    return _page(guide, listing, command="", number=1)


def _answer(
    desk: Desk,
    ask: Ask,
    asked: str,
    history: Sequence[str],
    *,
    tongues: Sequence[Tongue],
) -> Reply:
    """Reply in the first language that there is an answer in."""
    replies = (
        _told(desk.guide(tongue), ask(asked, history, tongue.code), asked)
        for tongue in tongues
    )
    first = next(replies)
    answered = (each for each in chain((first,), replies) if each.answer.answered)
    return next(answered, first)


def _told(guide: Guide, answer: Answer, asked: str) -> Reply:
    """Reply with an answer; where there is none, ask what was perhaps meant."""
    tongue = guide.tongue
    answer = replace(answer, note=ask_back(answer, tongue) or answer.note)
    is_worded = any(map(str.isalnum, asked))
    remembered = asked[:_LONGEST_REMEMBERED] if is_worded else None
    leads = answer.suggestions or related_to(guide, answer)
    buttons = (*sources_of(guide, answer), *_leads(leads))
    return Reply(answer, tongue, buttons, remembered)


def _run(
    desk: Desk,
    line: str,
    history: Sequence[str],
    *,
    page: int,
    tongues: Sequence[Tongue],
) -> Reply:
    guide = desk.guide(tongues[0])
    name, words = _name_in(line), line.partition(" ")[2]
    for command in COMMANDS:
        if command.name == name and command.takes_claim and words:
            return _answer(desk, desk.verify, words, history, tongues=tongues)
        if command.name == name and command.cites and _is_to_cite(words, history):
            return _cited(desk, guide, line, history)
        if command.name == name:
            listing = command.open(guide, words)
            return _page(guide, listing, command=line, number=page)
    return _page(guide, _unknown(guide, name), command=line, number=1)


def _cited(desk: Desk, guide: Guide, line: str, history: Sequence[str]) -> Reply:
    """Cite what answers the question behind a command, else the last one."""
    style, question = split_style(line.partition(" ")[2])
    *before, asked = (*history, question) if question else history
    answer = desk.ask(asked, before, guide.tongue.code)
    return _page(guide, cite_answer(guide, answer, style), command=line, number=1)


def _is_to_cite(words: str, history: Sequence[str]) -> bool:
    """Tell whether there is an answer to cite, by a question behind or before."""
    return bool(history or split_style(words)[1])


def _name_in(line: str) -> str:
    """Give the name of a typed command: "search" of "/Search@palermo_bot words"."""
    return line.partition(" ")[0][1:].partition("@")[0].lower()


def _prose(line: str) -> str:
    """Give the words behind a command that tell which language is spoken."""
    name = _name_in(line)
    is_link = any(each.name == name and each.opens_links for each in COMMANDS)
    return "" if is_link else line.partition(" ")[2]


def _unknown(guide: Guide, name: str) -> Listing:
    names = [command.name for command in COMMANDS]
    alike = process.extractOne(
        name, names, scorer=fuzz.ratio, score_cutoff=_LEAST_ALIKE
    )
    suggestions = (f"/{alike[0]}", "/help") if alike else ("/help",)
    texts = guide.texts
    return Listing(
        texts.unknown_command, note=texts.unknown_note, suggestions=suggestions
    )


def _page(guide: Guide, listing: Listing, *, command: str, number: int) -> Reply:
    pages = paginate(listing, guide.tongue, command=command)
    number = min(max(number, 1), len(pages))
    page = pages[number - 1]
    turns = _turns(guide, command, number=number, count=len(pages))
    leads = (*page.leads, *_leads(listing.suggestions))
    # A passage that is shown needs no way to itself.
    sources = () if listing.is_source else sources_of(guide, page.answer)
    buttons = (*turns, *listing.buttons, *sources, *leads)
    return Reply(
        page.answer,
        guide.tongue,
        buttons,
        pictures=listing.pictures,
        files=listing.files,
    )


def _turns(
    guide: Guide, command: str, *, number: int, count: int
) -> tuple[Button, ...]:
    texts = guide.texts
    back = Button(texts.previous_page, command, page=number - 1, way="page")
    onward = Button(texts.next_page, command, page=number + 1, way="page")
    return (back,) * (number > 1) + (onward,) * (number < count)


def _leads(suggestions: Sequence[str]) -> tuple[Button, ...]:
    return tuple(Button(suggestion, suggestion) for suggestion in suggestions)
