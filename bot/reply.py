"""What goes back to a reader, whatever carries it."""

from dataclasses import dataclass
from typing import Literal

from bot.answering.model import Answer
from bot.messages import Tongue

# A page of the same, another view of the same, or something new.
Way = Literal["page", "view", "lead"]


@dataclass(frozen=True, slots=True)
class Button:
    """One tap that stands for typing `text`, or for turning to one of its pages.

    A page or a view takes the place of what was shown before; a lead is answered
    with a message of its own.
    """

    label: str
    text: str
    page: int = 1
    way: Way = "lead"

    @property
    def turns(self) -> bool:
        """Tell whether what it shows takes the place of what was shown before."""
        return self.way != "lead"


@dataclass(frozen=True, slots=True)
class Reply:
    """An answer, the language to draw it in, and where one can go from it.

    `remembered` is the question that later ones may lean on, if one was asked.
    """

    answer: Answer
    tongue: Tongue
    buttons: tuple[Button, ...] = ()
    remembered: str | None = None
