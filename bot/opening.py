"""Open the house: the index on disk, and who answers from it."""

import logging
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, date, datetime
from functools import partial
from pathlib import Path

from bot.answering.answer import Answerer
from bot.metrics import note_generation
from bot.reception import House, Reception
from index.generations import how_to_build, served_generation
from index.library import Library, open_library

log = logging.getLogger(__name__)


def open_reception(index: Path) -> Reception:
    """Give the reception of an index; nothing is opened before it is asked.

    It turns with the published generation, and with the day.
    """
    return Reception(
        House(
            published=lambda: (served_generation(index), _today().isoformat()),
            open_library=partial(_open, index),
            employ=_employ,
        )
    )


@contextmanager
def opened(index: Path) -> Iterator[Answerer]:
    """Answer from the generation that is published now, to the end.

    Raises:
        IndexUnavailableError: There is none that can be opened.
    """
    with opened_library(index) as (_, answerer):
        yield answerer


@contextmanager
def opened_library(index: Path) -> Iterator[tuple[Library, Answerer]]:
    """Give the generation that is published now, and who answers from it.

    Raises:
        IndexUnavailableError: There is none that can be opened.
    """
    with _open(index) as library:
        yield library, _employ(library)


def _open(index: Path) -> Library:
    library = open_library(index)
    for reason in library.refused:
        log.warning(
            "event=generation_refused serving=%s reason=%s; %s",
            library.generation,
            reason,
            how_to_build(index),
        )
    built_at = datetime.fromisoformat(library.manifest.built_at)
    note_generation(library.generation, built_at)
    return library


def _employ(library: Library) -> Answerer:
    return Answerer(library, _today())


def _today() -> date:
    return datetime.now(UTC).date()
