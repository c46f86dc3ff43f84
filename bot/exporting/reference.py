"""A citation with all that styles of citing want to know."""

from dataclasses import dataclass
from datetime import date

from bot.answering.model import Citation


@dataclass(frozen=True, slots=True)
class Reference:
    """A citation, who published its document, and the day on which it was read.

    `note` tells what the reader must know of the quotation.
    """

    citation: Citation
    publisher: str | None
    seen: date
    note: str = ""

    @property
    def key(self) -> str:
        """Give a key that programs accept: `unis-cp-497-4`."""
        return self.citation.passage.replace("#", "-") or self.citation.document
