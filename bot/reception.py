"""Keep a desk open on the newest generation that can be opened."""

import logging
from collections.abc import Callable, Sequence
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


class Reception:
    """Hand out the desk, turning to a new generation as soon as it is published.

    Not thread-safe: one thread owns it and all that it hands out.
    """

    def __init__(self, house: House[Any]) -> None:
        self._house = house
        self._seen: tuple[str | None, ...] = ()
        self._open: tuple[Library, Desk] | None = None

    def desk(self) -> Desk:
        """Give the desk of the newest generation that can be opened.

        A generation that cannot be opened is tried once; the one before it serves
        on until another is published.

        Raises:
            IndexUnavailableError: There is none, and there was none before.
        """
        if self._open is None:
            self._open = self._turn(self._house.published())
        else:
            self._open = self._newest(self._open)
        return self._open[1]

    def close(self) -> None:
        """Let go of the open generation."""
        if self._open is not None:
            self._open[0].close()
            self._open = None

    def _newest(self, served: tuple[Library, Desk]) -> tuple[Library, Desk]:
        try:
            published = self._house.published()
            if published == self._seen:
                return served
            turned = self._turn(published)
        except PalermoError as fault:
            # The index was moved or is being rebuilt: nobody's mistake to trace.
            log.warning("event=generation_refused reason=%s", fault)
            return served
        except Exception:
            log.exception("event=generation_refused")
            return served
        served[0].close()
        return turned

    def _turn(self, published: tuple[str | None, ...]) -> tuple[Library, Desk]:
        self._seen = published
        library = self._house.open_library()
        try:
            clerk = self._house.employ(library)
            ask, verify = _remembering(clerk.ask), _remembering(clerk.verify)
            desk = Desk(library, ask, verify, clerk.detector, clerk.names, clerk.today)
        except Exception:
            library.close()
            raise
        log.info("event=generation_opened generation=%s", library.generation)
        return library, desk


def _remembering(ask: Ask) -> Ask:
    remembered = lru_cache(MOST_ANSWERS)(ask)
    return lambda question, history, code: remembered(question, tuple(history), code)
