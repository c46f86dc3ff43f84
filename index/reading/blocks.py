"""What the body of a document is cut into."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Block:
    """A passage to be: its text, its heading and the line on which it begins.

    `mark` is the number that the text itself gives the paragraph, if any.
    """

    text: str
    heading: str
    line: int
    mark: str | None = None
