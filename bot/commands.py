"""The commands: the one list behind dispatch, menu and help."""

from collections.abc import Callable
from dataclasses import dataclass

from bot.catalogue import (
    agenda,
    articles,
    bodies,
    comparison,
    holdings,
    instruments,
    newest,
    opening,
    parties,
    sessions,
    terms,
    timeline,
)
from bot.catalogue.model import Entry, Guide, Listing
from index.messages import CommandTexts, Messages


@dataclass(frozen=True, slots=True)
class Command:
    """One slash command; its words in each language are data.

    `open` gets the open generation, the language, and the words after the command.
    Where these are a claim to be judged, or the question of an answer to be cited, it
    is opened only where there is none, and tells how to write one. Behind one that
    opens links stand no words of any language.
    """

    name: str
    open: Callable[[Guide, str], Listing]
    takes_claim: bool = False
    opens_links: bool = False
    cites: bool = False

    def words(self, texts: Messages) -> CommandTexts:
        """Give its words in a language."""
        words: CommandTexts = getattr(texts.commands, self.name)
        return words

    def usage(self, texts: Messages) -> str:
        """Show how to write it, such as `/themes [N]`."""
        return f"/{self.name} {self.words(texts).takes}".rstrip()

    def example(self, texts: Messages) -> str:
        """Give one of its uses."""
        return self.words(texts).example or f"/{self.name}"


def _start(guide: Guide, words: str) -> Listing:
    """Greet, or open what a link or a button leads to."""
    if words:
        return opening.open_payload(guide, words)
    texts, examples = guide.texts, guide.examples()
    return Listing(
        texts.greeting,
        (Entry(texts.greeting_how), Entry(texts.greeting_more)),
        note=texts.greeting_note if examples else None,
        suggestions=examples,
    )


def _help(guide: Guide, words: str) -> Listing:
    """List the commands, or tell how one of them is used."""
    texts = guide.texts
    for each in COMMANDS:
        if each.name == words.removeprefix("/").lower():
            return _help_with(each, texts)
    entries = tuple(
        Entry(
            texts.help_line.format(
                usage=each.usage(texts), description=each.words(texts).description
            )
        )
        for each in COMMANDS
    )
    return Listing(texts.help, entries, note=texts.help_note, a_page=len(entries))


def _help_with(command: Command, texts: Messages) -> Listing:
    line = texts.help_line.format(
        usage=command.usage(texts), description=command.words(texts).description
    )
    example = command.example(texts)
    note = texts.for_example.format(example=example)
    return Listing(line, note=note, suggestions=(example,))


def _verify(guide: Guide, _words: str) -> Listing:
    return Listing(guide.texts.verify_usage, note=guide.texts.verify_example)


def _privacy(guide: Guide, _words: str) -> Listing:
    texts = guide.texts
    kept = (
        texts.privacy_waiting,
        texts.privacy_chosen,
        texts.privacy_subscription,
        texts.privacy_opinions,
        texts.privacy_memory,
        texts.privacy_log,
    )
    return Listing(texts.privacy, tuple(map(Entry, kept)), note=texts.privacy_note)


def _in_telegram(guide: Guide, _words: str) -> Listing:
    """Say where a command does something: a terminal keeps nothing of its reader."""
    return Listing(guide.texts.only_in_telegram)


def _cite(guide: Guide, _words: str) -> Listing:
    return guide.usage("cite", guide.texts.cite_usage)


# In the order of the menu.
COMMANDS = (
    Command("start", _start, opens_links=True),
    Command("help", _help),
    Command("convention", instruments.convention),
    Command("protocols", instruments.protocols),
    Command("sessions", sessions.sessions),
    Command("session", sessions.session),
    Command("themes", sessions.themes),
    Command("dates", timeline.dates),
    Command("timeline", timeline.timeline),
    Command("parties", parties.parties),
    Command("article", articles.article),
    Command("define", terms.define),
    Command("compare", comparison.compare),
    Command("bodies", bodies.bodies),
    Command("decisions", bodies.decisions),
    Command("latest", newest.latest),
    Command("verify", _verify, takes_claim=True),
    Command("search", holdings.search),
    Command("cite", _cite, cites=True),
    Command("calendar", agenda.calendar),
    Command("sources", holdings.sources),
    Command("about", holdings.about),
    Command("subscribe", _in_telegram),
    Command("settings", _in_telegram),
    Command("privacy", _privacy),
    Command("forget", _in_telegram),
)
