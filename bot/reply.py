"""What goes back to a reader, whatever carries it."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

from bot.answering.model import Answer
from bot.messages import Tongue

# A page of the same, another view of it, the whole of what was cut short; what is
# answered with a message of its own (a source, or anything else); and what leads out
# of the chat: an address, the payload of a link to share, and a text to be copied.
Way = Literal["page", "view", "whole", "source", "lead", "link", "share", "copy"]
_OUT: frozenset[Way] = frozenset({"link", "share", "copy"})


@dataclass(frozen=True, slots=True)
class Button:
    """One tap that stands for typing `text`, or for turning to one of its pages.

    A page or a view takes the place of what was shown before. What leads out is
    nothing to type, and the whole is that of the message which bears the button.
    """

    label: str
    text: str
    page: int = 1
    way: Way = "lead"

    @property
    def turns(self) -> bool:
        """Tell whether what it shows takes the place of what was shown before."""
        return self.way in {"page", "view", "whole"}

    @property
    def leads_out(self) -> bool:
        """Tell whether it leads out of the chat."""
        return self.way in _OUT


@dataclass(frozen=True, slots=True)
class File:
    """Something to be kept, under the name that it is to have."""

    name: str
    content: bytes


@dataclass(frozen=True, slots=True)
class Picture:
    """Something to be looked at; `caption` tells all of it in words.

    `draw` gives it as PNG, None where nothing is installed that can draw. It takes
    its time, so it is left to whoever sends it.
    """

    name: str
    caption: str
    draw: Callable[[], bytes | None]


@dataclass(frozen=True, slots=True)
class Reply:
    """An answer, the language to draw it in, and where one can go from it.

    `remembered` is the question that later ones may lean on, if one was asked, and
    `pictures` and `files` go with the answer.
    """

    answer: Answer
    tongue: Tongue
    buttons: tuple[Button, ...] = ()
    remembered: str | None = None
    pictures: tuple[Picture, ...] = ()
    files: tuple[File, ...] = ()
