"""What every format is read into."""

from dataclasses import dataclass

from index.reading.raw_paragraphs import Paragraph


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
