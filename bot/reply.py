"""What goes back to a reader, whatever carries it."""

from dataclasses import dataclass

from bot.answering.model import Answer
from bot.messages import Tongue


@dataclass(frozen=True, slots=True)
class Button:
    """One tap that stands for typing `text`, or for turning to one of its pages.

    A page turned to takes the place of the one shown before.
    """

    label: str
    text: str
    page: int = 1

    @property
    def turns(self) -> bool:
        """Tell whether the button turns a page."""
        return self.label != self.text


@dataclass(frozen=True, slots=True)
class Reply:
    """An answer, the language to draw it in, and where one can go from it.

    `remembered` is the question that later ones may lean on, if one was asked.
    """

    answer: Answer
    tongue: Tongue
    buttons: tuple[Button, ...] = ()
    remembered: str | None = None
