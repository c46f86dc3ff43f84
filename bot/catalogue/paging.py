"""Cut a listing into pages, each an answer that fits one message."""

from collections.abc import Iterator
from dataclasses import dataclass

from bot.answering.model import Answer, Citation
from bot.catalogue.model import Entry, Listing
from bot.messages import Tongue
from bot.render import render_answer
from bot.reply import Button


@dataclass(frozen=True, slots=True)
class Page:
    """What stands on one page, and what opens the things that it lists."""

    answer: Answer
    leads: tuple[Button, ...]


def paginate(
    listing: Listing, tongue: Tongue, *, command: str = ""
) -> tuple[Page, ...]:
    """Give the pages of a listing in order: at least one.

    `command` is what was asked for.
    """
    pages = tuple(_cut(listing, tongue)) or ((),)
    words = tongue.texts
    titles = (
        words.page.format(title=listing.title, number=number, count=len(pages))
        if len(pages) > 1
        else listing.title
        for number in range(1, len(pages) + 1)
    )
    return tuple(
        Page(
            _page(listing, entries, title=title, command=command, code=tongue.code),
            tuple(entry.lead for entry in entries if entry.lead),
        )
        for title, entries in zip(titles, pages, strict=True)
    )


def _cut(listing: Listing, tongue: Tongue) -> Iterator[tuple[Entry, ...]]:
    """Take as many entries a page as one message holds, but never none."""
    rest = listing.entries
    while rest:
        count = min(listing.a_page, len(rest))
        while count > 1 and not _fits(listing, rest[:count], tongue):
            count -= 1
        yield rest[:count]
        rest = rest[count:]


def _fits(listing: Listing, entries: tuple[Entry, ...], tongue: Tongue) -> bool:
    # The title is measured with the page numbers that it may get.
    title = tongue.texts.page.format(title=listing.title, number=999, count=999)
    page = _page(listing, entries, title=title, command="", code=tongue.code)
    return len(render_answer(page, tongue)) == 1


def _page(
    listing: Listing,
    entries: tuple[Entry, ...],
    *,
    title: str,
    command: str,
    code: str,
) -> Answer:
    """Number the citations of a page and mark each entry with its own."""
    numbers: dict[Citation, int] = {}
    points = tuple(_point(entry, numbers) for entry in entries)
    return Answer(
        question=command,
        language=code,
        answered=bool(entries),
        headline=title,
        confidence=1.0,
        points=tuple(filter(None, points)),
        as_of=listing.as_of,
        note=listing.note,
        citations=tuple(numbers),
        suggestions=listing.suggestions,
    )


def _point(entry: Entry, numbers: dict[Citation, int]) -> str:
    """Write an entry with the marks of its citations; new ones get a number."""
    marks = {numbers.setdefault(c, len(numbers) + 1) for c in entry.citations}
    cells = "; ".join(_point(cell, numbers) for cell in entry.cells)
    marked = (entry.text, *(f"[{n}]" for n in sorted(marks))) if entry.text else ()
    return " ".join((*marked, cells) if cells else marked)
