"""The values that commands give, and what they take them from."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from typing import Protocol

from bot.answering.model import Citation
from bot.answering.suggesting import Suggester
from bot.messages import Tongue
from bot.reply import Button, File, Picture
from index.knowledge import Knowledge
from index.language.detection import LanguageDetector
from index.language.mentions import Gazetteer
from index.messages import Messages
from index.model import Passage

_EXAMPLES = 3


@dataclass(frozen=True, slots=True)
class Entry:
    """One item of a listing; without text, its citations speak for themselves.

    `cells` stand behind the text, each with citations of its own, and `lead` opens
    what the entry is about.
    """

    text: str
    citations: tuple[Citation, ...] = ()
    cells: tuple["Entry", ...] = ()
    lead: Button | None = None


@dataclass(frozen=True, slots=True)
class Listing:
    """What a command shows, of any length; paging cuts it.

    `suggestions` are inputs that lead further: questions or commands; `buttons` do
    so under a label, or give another view of the same. At most `a_page` entries
    stand on a page, fewer where they fill a message. `is_source` tells that it
    shows a passage itself, and `pictures` and `files` go with it.
    """

    title: str
    entries: tuple[Entry, ...] = ()
    as_of: str | None = None
    note: str | None = None
    suggestions: tuple[str, ...] = ()
    buttons: tuple[Button, ...] = ()
    a_page: int = 6
    is_source: bool = False
    pictures: tuple[Picture, ...] = ()
    files: tuple[File, ...] = ()


class Found(Protocol):
    """A passage that matched; the shape of the index's own hits."""

    @property
    def document(self) -> str:
        """Give the id of the passage's document."""

    @property
    def passage(self) -> str:
        """Give the id of the passage."""

    @property
    def locator(self) -> str:
        """Give the place of the passage in its document."""

    @property
    def snippet(self) -> str:
        """Give the part of the passage to quote."""


class Shelf(Protocol):
    """An open generation, as commands see it."""

    @property
    def generation(self) -> str:
        """Give the name of the generation."""

    @property
    def knowledge(self) -> Knowledge:
        """Give its documents, entities and statements."""

    def search(self, query: str, limit: int) -> Iterable[Found]:
        """Find the passages nearest to a query, best first."""

    def passage(self, passage_id: str) -> Passage | None:
        """Look a passage up by its id."""

    def passages_of(self, document_id: str) -> tuple[Passage, ...]:
        """Give the passages of a document in reading order; none if unknown."""

    def respell(self, query: str) -> str | None:
        """Give what a query may have been meant to say, None if it may be right."""


@dataclass(frozen=True, slots=True)
class Guide:
    """Who leads through an open generation, in one language.

    `names` gives the names that a language has for entities, and `today` tells what
    is past and what is yet to come.
    """

    shelf: Shelf
    tongue: Tongue
    detector: LanguageDetector
    names: Callable[[str], Gazetteer]
    today: date

    @property
    def knowledge(self) -> Knowledge:
        """Give what the generation knows."""
        return self.shelf.knowledge

    @property
    def texts(self) -> Messages:
        """Give the fixed texts."""
        return self.tongue.texts

    def usage(self, command: str, text: str) -> Listing:
        """Say what a command needs, with an example to tap."""
        example = getattr(self.texts.commands, command).example
        note = self.texts.for_example.format(example=example)
        return Listing(text, note=note, suggestions=(example,))

    def examples(self) -> tuple[str, ...]:
        """Give questions to begin with."""
        suggester = Suggester(self.knowledge, self.tongue.code, self.detector)
        return tuple(asked for _, asked in suggester.starters)[:_EXAMPLES]
