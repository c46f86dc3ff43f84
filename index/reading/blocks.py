"""What the body of a document is cut into."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Block:
    """A passage to be: its text, its heading and the line on which it begins.

    `locator` is where the source has the paragraph, if the text itself tells that,
    and `page` the page on which it begins, if the source has pages.
    """

    text: str
    heading: str
    line: int
    locator: str | None = None
    page: int | None = None
