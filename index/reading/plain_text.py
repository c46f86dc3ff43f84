"""A text as received: a press release, a page saved from the web, a treaty."""

import re
from collections.abc import Container, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import takewhile

from index.language.tokens import fold
from index.reading.blocks import Block
from index.reading.markdown import heading_of
from index.reading.raw_lines import (
    Kind,
    Manner,
    can_be_title,
    date_of,
    introduces_items,
    is_label,
    kind_of,
    without_tail,
)
from index.reading.raw_paragraphs import Paragraph, split_paragraphs

# "VIENNA, 9 July (UN Information Service) -- "
_DATELINE = re.compile(r"[^\W\d][^,()\d]{1,40}, [^()]{3,30} \(([^()]{3,60})\) ?[-–—]")
_FIRST_LINES = 20
# In characters: a list that goes on is cut, for nobody can quote it whole.
_LONGEST_LIST = 4_000
_BODY = {Kind.PROSE, Kind.ITEM}


@dataclass(frozen=True, slots=True)
class PlainText:
    """What a text says of itself in its first lines, and its body."""

    blocks: tuple[Block, ...]
    title: str | None = None
    symbol: str | None = None
    date: str | None = None
    publisher: str | None = None


@dataclass(frozen=True, slots=True)
class _Part:
    """A paragraph and what it is."""

    kind: Kind
    text: str
    line: int


_NOTHING = _Part(Kind.DECORATION, "", 0)


def read_plain_text(
    text: str, manner: Manner, *, publishers: Container[str] = (), first_line: int = 1
) -> PlainText:
    """Cut a text into blocks, and infer what is certain of its provenance.

    `publishers` holds the folded names of organizations: a line that is nothing
    but one of them names the publisher.
    """
    paragraphs = split_paragraphs(text, first_line=first_line)
    parts = _with_lead(tuple(_classified(paragraphs, manner)))
    head = (*takewhile(lambda part: part.kind not in _BODY, parts[:_FIRST_LINES]),)
    title = _title(parts[:_FIRST_LINES], publishers)
    date = _first(head, Kind.DATE)
    return PlainText(
        blocks=tuple(_blocks(parts, title)) or _lines(parts),
        title=title,
        symbol=_first(head, Kind.SYMBOL),
        date=date_of(date, manner.language) if date else None,
        publisher=_publisher(head, parts, publishers),
    )


def _classified(paragraphs: Sequence[Paragraph], manner: Manner) -> Iterator[_Part]:
    following = (*(paragraph.text for paragraph in paragraphs[1:]), "")
    for paragraph, after in zip(paragraphs, following, strict=True):
        text = without_tail(paragraph.text, manner)
        yield _Part(kind_of(text, after, manner), text, paragraph.line)


def _with_lead(parts: tuple[_Part, ...]) -> tuple[_Part, ...]:
    """Take an opening line that has a verb or a number for the title all the same."""
    at = next((i for i, part in enumerate(parts) if part.kind in _LEADS), len(parts))
    if not any(part.kind is Kind.PROSE for part in parts[at + 1 :]):
        return parts
    lead = parts[at]
    if lead.kind is Kind.PROSE and can_be_title(lead.text):
        lead = replace(lead, kind=Kind.HEADING)
    return (*parts[:at], lead, *parts[at + 1 :])


_LEADS = {Kind.PROSE, Kind.ITEM, Kind.HEADING}


def _first(parts: Sequence[_Part], kind: Kind) -> str | None:
    return next((part.text for part in parts if part.kind is kind), None)


def _title(parts: Sequence[_Part], publishers: Container[str]) -> str | None:
    for part in parts:
        if part.kind is Kind.HEADING and fold(part.text) not in publishers:
            marked = heading_of(part.text)
            if marked or can_be_title(part.text):
                return marked or part.text
    return None


def _publisher(
    head: Sequence[_Part], parts: Sequence[_Part], publishers: Container[str]
) -> str | None:
    named = (part.text for part in head if fold(part.text) in publishers)
    dateline = _DATELINE.match(_first(parts, Kind.PROSE) or "")
    return next(named, dateline.group(1) if dateline else None)


def _blocks(parts: Sequence[_Part], title: str | None) -> Iterator[Block]:
    """Gather items under what introduces them, everything under its heading."""
    heading = ""
    block: Block | None = None
    open_for_items = False
    for before, part, after in _neighbours(parts):
        if part.kind is Kind.ITEM and block and open_for_items and _has_room(block):
            block = replace(block, text=f"{block.text}\n{part.text}")
            continue
        if block:
            yield block
        block = None
        if part.kind in _BODY:
            block = Block(part.text, "" if heading == title else heading, part.line)
            open_for_items = part.kind is Kind.ITEM or introduces_items(part.text)
        else:
            heading = _heading(heading, before=before, part=part, after=after)
    if block:
        yield block


def _lines(parts: Sequence[_Part]) -> tuple[Block, ...]:
    """Take each line of a text that has no sentence, such as a list of names."""
    left_out = {Kind.DECORATION, Kind.FURNITURE}
    kept = (part for part in parts if part.kind not in left_out)
    return tuple(Block(part.text, "", part.line) for part in kept)


def _has_room(block: Block) -> bool:
    return len(block.text) < _LONGEST_LIST


def _neighbours(parts: Sequence[_Part]) -> Iterator[tuple[_Part, _Part, _Part]]:
    return zip((_NOTHING, *parts), parts, (*parts[1:], _NOTHING), strict=False)


def _heading(heading: str, *, before: _Part, part: _Part, after: _Part) -> str:
    """Give the heading that holds after a part that is no prose."""
    match part.kind:
        case Kind.DECORATION | Kind.SYMBOL:
            return heading
        case Kind.HEADING | Kind.DATE:
            own = heading_of(part.text) or part.text
            return f"{heading}. {own}" if is_label(before.text) else own
        case Kind.SHORT if _introduces(before, part, after):
            return part.text
    return ""


def _introduces(before: _Part, part: _Part, after: _Part) -> bool:
    """Tell a short heading from the entries of a menu, which stand in a row."""
    if is_label(part.text):
        return True
    return after.kind in _BODY and before.kind is not Kind.SHORT
