"""Keep a desk open, and turn to the newest generation that can be opened."""

import logging
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import Any, Generic, Protocol, TypeVar

from bot.answering.model import Answer
from bot.catalogue.model import Shelf
from bot.conversation import Ask, Desk
from index.errors import PalermoError
from index.language.detection import LanguageDetector
from index.language.mentions import Gazetteer

log = logging.getLogger(__name__)
MOST_ANSWERS = 1_024  # given again without being sought again


class Clerk(Protocol):
    """Who answers from a library."""

    @property
    def detector(self) -> LanguageDetector:
        """Give what tells the languages of the library apart."""

    @property
    def today(self) -> date:
        """Give the day that answers are given on."""

    def names(self, code: str, /) -> Gazetteer:
        """Give the names that a language has for the entities of the library."""

    @property
    def prepared(self) -> tuple[str, ...]:
        """Give the languages that it can answer in without further ado."""

    def prepare(self, codes: Iterable[str], /) -> None:
        """Make it ready for languages."""

    def ask(self, question: str, history: Sequence[str], code: str | None, /) -> Answer:
        """Answer a question, or refuse it."""

    def verify(self, claim: str, history: Sequence[str], code: str | None, /) -> Answer:
        """Tell whether a claim is supported."""


class Library(Shelf, Protocol):
    """An open generation that must be closed."""

    def close(self) -> None:
        """Let go of its files."""


L = TypeVar("L", bound=Library)


@dataclass(frozen=True, slots=True)
class House(Generic[L]):
    """What a reception needs to know of the world.

    `published` names what there is to open: the generation, and whatever else must
    change for an answer to change. `employ` makes whoever answers from a library.
    """

    published: Callable[[], tuple[str | None, ...]]
    open_library: Callable[[], L]
    employ: Callable[[L], Clerk]


@dataclass(frozen=True, slots=True)
class Opened:
    """A generation that is ready to be asked."""

    library: Library
    clerk: Clerk
    desk: Desk


class Reception:
    """Hand out the desk of one generation, and turn to newer ones.

    One thread owns it and all that it hands out, but `prepare` may run in another.
    """

    def __init__(self, house: House[Any]) -> None:
        self._house = house
        self._seen: tuple[str | None, ...] = ()
        self._open: Opened | None = None

    def desk(self) -> Desk:
        """Give the desk that is open; the first one is that of what is published.

        Raises:
            IndexUnavailableError: There is nothing that can be opened.
        """
        opened = self._open
        if opened is None:
            opened = self._employ(self._house.published())
            self.turn_to(opened)
        return opened.desk

    def turn(self) -> None:
        """Turn to what is published, as soon as that is ready.

        Raises:
            IndexUnavailableError: There is nothing that can be opened, nor was there.
        """
        self.desk()
        if opened := self.prepare():
            self.turn_to(opened)

    def prepare(self) -> Opened | None:
        """Open what is published, unless it is open, or could not be opened before.

        That takes as long as many answers do, and goes on beside them.
        """
        try:
            published = self._house.published()
            return None if published == self._seen else self._employ(published)
        except PalermoError as fault:
            # The index was moved or is being rebuilt: nobody's mistake to trace.
            log.warning("event=generation_refused reason=%s", fault)
        except Exception:
            log.exception("event=generation_refused")
        return None

    def turn_to(self, opened: Opened) -> None:
        """Answer from what was prepared, and close what was open."""
        self.close()
        self._open = opened
        log.info("event=generation_opened generation=%s", opened.library.generation)

    def close(self) -> None:
        """Let go of the open generation."""
        if self._open is not None:
            self._open.library.close()
            self._open = None

    def _employ(self, published: tuple[str | None, ...]) -> Opened:
        self._seen = published
        library = self._house.open_library()
        try:
            clerk = self._house.employ(library)
            if self._open is not None:
                clerk.prepare(self._open.clerk.prepared)
            ask, verify = _remembering(clerk.ask), _remembering(clerk.verify)
            desk = Desk(library, ask, verify, clerk.detector, clerk.names, clerk.today)
        except Exception:
            library.close()
            raise
        return Opened(library, clerk, desk)


def _remembering(ask: Ask) -> Ask:
    remembered = lru_cache(MOST_ANSWERS)(ask)
    return lambda question, history, code: remembered(question, tuple(history), code)
