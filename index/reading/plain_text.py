"""A text as received: a press release, a page saved from the web, a treaty."""

from collections.abc import Container, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import takewhile

from index.reading.blocks import Block
from index.reading.headings import Headings
from index.reading.markdown import heading_of
from index.reading.masthead import (
    names_publisher,
    read_dateline,
    read_house,
    read_masthead,
)
from index.reading.raw_lines import (
    Kind,
    Manner,
    can_be_title,
    introduces_items,
    is_ended,
    is_enumerated,
    is_label,
    kind_of,
    without_tail,
)
from index.reading.raw_paragraphs import (
    TABLE_LEVEL,
    Paragraph,
    split_paragraphs,
)

_FIRST_LINES = 20
# In characters: a list that goes on is cut, for nobody can quote it whole.
_LONGEST_LIST = 4_000
# Of headings that are marked as such; deeper ones are those of tables, or guessed.
_RANKS = range(1, 7)
_BODY = {Kind.PROSE, Kind.ITEM}
_CAPTIONS = {Kind.HEADING, Kind.SHORT}
_MASTHEAD = {Kind.SYMBOL, Kind.DATE}


@dataclass(frozen=True, slots=True)
class PlainText:
    """What a text says of itself in its first lines, and its body."""

    blocks: tuple[Block, ...]
    title: str | None = None
    symbol: str | None = None
    date: str | None = None
    publisher: str | None = None


def read_plain_text(
    text: str, manner: Manner, *, publishers: Container[str] = (), first_line: int = 1
) -> PlainText:
    """Cut a text into blocks, and infer what is certain of its provenance.

    `publishers` holds the folded names of organizations: a line that is nothing
    but one of them names the publisher.
    """
    paragraphs = split_paragraphs(text, first_line=first_line)
    return read_paragraphs(paragraphs, manner, publishers=publishers)


def read_paragraphs(
    paragraphs: Sequence[Paragraph],
    manner: Manner,
    *,
    publishers: Container[str] = (),
    titles: Sequence[str] = (),
) -> PlainText:
    """Make blocks of paragraphs, as `read_plain_text` does of a text.

    `titles` are what the document may be called, the likeliest first.
    """
    parts = _with_lead(paragraphs, tuple(_classified(paragraphs, manner)))
    head = (*takewhile(lambda part: part.kind not in _BODY, parts[:_FIRST_LINES]),)
    opening = next((part.text for part in parts if part.kind is Kind.PROSE), "")
    told_date, told_publisher = read_dateline(opening, manner.language)
    title = _title(parts, publishers, titles)
    mastheads = [
        said
        for part in head
        if part.kind in _MASTHEAD
        and (said := read_masthead(part.text, manner.language))
    ]
    return PlainText(
        blocks=tuple(_blocks(parts, title)) or _lines(parts),
        title=title,
        symbol=next((said.symbol for said in mastheads if said.symbol), None),
        date=next((said.date for said in mastheads if said.date), told_date),
        publisher=next(
            (part.text for part in head if names_publisher(part.text, publishers)),
            told_publisher or _house(head, manner),
        ),
    )


def _classified(paragraphs: Sequence[Paragraph], manner: Manner) -> Iterator[Paragraph]:
    """Give each paragraph its kind: that of its format's marks, else of its words.

    Where the format marks headings, a line of the body that only reads like one is
    part of the text.
    """
    is_marked = any(paragraph.level in _RANKS for paragraph in paragraphs)
    in_body = False
    for before, paragraph, after in _neighbours(paragraphs):
        text = without_tail(paragraph.text, manner)
        kind = kind_of(text, after.text, manner)
        if kind not in _MASTHEAD:
            kind = paragraph.kind or kind
        level = paragraph.level
        if not level and before.level and kind in _CAPTIONS and is_label(before.text):
            # "Article 32" is marked as a heading, and what it is about is not.
            kind, level = Kind.HEADING, before.level
        elif not level and kind is Kind.HEADING:
            if is_enumerated(text) and _is_listed(before, after):
                kind = Kind.ITEM
            elif is_marked and in_body:
                kind = Kind.PROSE
        in_body = in_body or kind in _BODY
        yield replace(paragraph, text=text, kind=kind, level=level)


def _is_listed(before: Paragraph, after: Paragraph) -> bool:
    return any(is_enumerated(near.text) and not near.level for near in (before, after))


def _with_lead(
    paragraphs: Sequence[Paragraph], parts: tuple[Paragraph, ...]
) -> tuple[Paragraph, ...]:
    """Take an opening line that has a verb or a number for the title all the same.

    It opens the text, or what stands below the symbol and the date.
    """
    at = next((i for i, part in enumerate(parts) if part.kind in _BODY), len(parts))
    above = list(takewhile(lambda p: p.kind not in _MASTHEAD, reversed(parts[:at])))
    if any(part.kind is Kind.HEADING for part in above) and (
        len(above) == at or any(can_be_title(part.text) for part in above)
    ):
        return parts
    if not any(part.kind is Kind.PROSE for part in parts[at + 1 :]):
        return parts
    lead = parts[at]
    is_marked = paragraphs[at].kind is not None
    if lead.kind is Kind.PROSE and not is_marked and can_be_title(lead.text):
        lead = replace(lead, kind=Kind.HEADING)
    return (*parts[:at], lead, *parts[at + 1 :])


def _title(
    parts: Sequence[Paragraph], publishers: Container[str], claimed: Sequence[str]
) -> str | None:
    """Give the title: that which is claimed, else the foremost of the headings."""
    for title in claimed:
        if len(title.split()) > 1 and not names_publisher(title, publishers):
            return title
    headings = [
        part
        for part in parts[:_FIRST_LINES]
        if part.kind is Kind.HEADING
        and part.level != TABLE_LEVEL
        and not names_publisher(part.text, publishers)
    ]
    marked = [part for part in headings if part.level in _RANKS]
    for part in sorted(marked, key=lambda part: part.level) or headings:
        own = heading_of(part.text)
        if own or part.level in _RANKS:
            return own or part.text
    # Below menus and the names of bodies, a title says the most of what stands above
    # the text.
    prose = [
        part.line for part in parts if part.kind is Kind.PROSE and is_ended(part.text)
    ]
    fitting = [part for part in headings if can_be_title(part.text)]
    above = [part for part in fitting if part.line < min(prose, default=part.line + 1)]
    said = [part.text for part in above or fitting[:1]]
    return max(said, key=lambda text: len(text.split()), default=None)


def _house(head: Sequence[Paragraph], manner: Manner) -> str | None:
    """Give the house that the first lines name beside the symbol and the date."""
    houses = (read_house(part.text, manner.language) for part in head)
    return next(filter(None, houses), None)


def _blocks(parts: Sequence[Paragraph], title: str | None) -> Iterator[Block]:
    """Gather items under what introduces them, everything under its heading."""
    headings = Headings(title)
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
            block = Block(part.text, headings.path, part.line, page=part.page)
            open_for_items = part.kind is Kind.ITEM or introduces_items(part.text)
        else:
            headings.meet(before, part, after)
    if block:
        yield block


def _lines(parts: Sequence[Paragraph]) -> tuple[Block, ...]:
    """Take each line of a text that has no sentence, such as a list of names."""
    left_out = {Kind.DECORATION, Kind.FURNITURE}
    kept = (part for part in parts if part.kind not in left_out)
    return tuple(Block(part.text, "", part.line, page=part.page) for part in kept)


def _has_room(block: Block) -> bool:
    return len(block.text) < _LONGEST_LIST


def _neighbours(
    parts: Sequence[Paragraph],
) -> Iterator[tuple[Paragraph, Paragraph, Paragraph]]:
    nothing = Paragraph("", 0, Kind.DECORATION)
    return zip((nothing, *parts), parts, (*parts[1:], nothing), strict=False)
