"""What every format is read into."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from index.reading.raw_lines import Kind
from index.reading.raw_paragraphs import Paragraph

# Below every heading that a format knows.
_TABLE_LEVEL = 10


@dataclass(frozen=True, slots=True)
class Claims:
    """What a file's own fields say of it, beside its text.

    The text is believed first: fields are often those of a template or a site.
    `titles` stand in the order in which they are likely, `date` is ISO 8601.
    """

    titles: tuple[str, ...] = ()
    date: str | None = None
    publisher: str | None = None


@dataclass(frozen=True, slots=True)
class Received:
    """The paragraphs of a file, in reading order, and what it claims to be."""

    paragraphs: tuple[Paragraph, ...]
    claims: Claims = Claims()


def table_paragraphs(
    rows: Sequence[Sequence[str]],
    *,
    has_header: bool,
    line: int,
    page: int | None = None,
) -> Iterator[Paragraph]:
    """Make a paragraph of each row; a header is the heading of all others."""
    for number, row in enumerate(rows):
        text = " | ".join(filter(None, row))
        if number == 0 and has_header:
            yield Paragraph(text, line, Kind.HEADING, _TABLE_LEVEL, page)
        elif text:
            yield Paragraph(text, line, Kind.PROSE, page=page)
    if has_header:
        # A heading without words ends what the one before it heads.
        yield Paragraph("", line, Kind.HEADING, _TABLE_LEVEL, page)
