"""The commands: the one list behind dispatch, menu and help."""

from collections.abc import Callable
from dataclasses import dataclass

from bot.catalogue import holdings, instruments, parties, sessions, timeline
from bot.catalogue.examples import example_questions
from bot.catalogue.model import Entry, Listing, Shelf
from bot.messages import LANGUAGE, messages_in


@dataclass(frozen=True, slots=True)
class Command:
    """One slash command.

    `open` gets the open generation and the words after the command. Where these are a
    claim to be judged, it is opened only without any, and tells how to write one.
    """

    name: str
    takes: str
    description: str
    example: str
    open: Callable[[Shelf, str], Listing]
    takes_claim: bool = False

    @property
    def usage(self) -> str:
        """Show how to write it, such as `/themes [N]`."""
        return f"/{self.name} {self.takes}".rstrip()


def _start(shelf: Shelf, _words: str) -> Listing:
    texts, examples = messages_in(LANGUAGE), example_questions(shelf.knowledge)
    return Listing(
        texts.greeting,
        (Entry(texts.greeting_how), Entry(texts.greeting_more)),
        note=texts.greeting_note if examples else None,
        suggestions=examples,
    )


def _help(_shelf: Shelf, _words: str) -> Listing:
    texts = messages_in(LANGUAGE)
    entries = tuple(
        Entry(texts.help_line.format(usage=each.usage, description=each.description))
        for each in COMMANDS
    )
    return Listing(texts.help, entries, note=texts.help_note, a_page=len(entries))


def _verify(_shelf: Shelf, _words: str) -> Listing:
    texts = messages_in(LANGUAGE)
    return Listing(texts.verify_usage, note=texts.verify_example)


# In the order of the menu.
COMMANDS = (
    Command("start", "", "Greeting and example questions", "/start", _start),
    Command("help", "", "What you can ask and all commands", "/help", _help),
    Command(
        "convention",
        "",
        "What is known of the Convention",
        "/convention",
        instruments.convention,
    ),
    Command(
        "protocols",
        "",
        "The Protocols, their dates and figures",
        "/protocols",
        instruments.protocols,
    ),
    Command(
        "sessions",
        "",
        "Sessions of the Conference of the Parties",
        "/sessions",
        sessions.sessions,
    ),
    Command(
        "session", "N", "One session, by its number", "/session 1", sessions.session
    ),
    Command(
        "themes",
        "[N]",
        "Themes of all sessions or of one",
        "/themes 2",
        sessions.themes,
    ),
    Command("dates", "", "Everything with a date, in order", "/dates", timeline.dates),
    Command(
        "parties",
        "[date]",
        "How many States Parties, now or on a date",
        "/parties 9 July 2004",
        parties.parties,
    ),
    Command(
        "verify",
        "CLAIM",
        "Whether the documents support a claim",
        "/verify The Firearms Protocol entered into force in 2005",
        _verify,
        takes_claim=True,
    ),
    Command(
        "search",
        "WORDS",
        "Passages that hold these words",
        "/search technical assistance",
        holdings.search,
    ),
    Command(
        "sources",
        "",
        "The documents that answers are drawn from",
        "/sources",
        holdings.sources,
    ),
    Command(
        "about", "", "What this bot is and how fresh it is", "/about", holdings.about
    ),
)
