"""What is reckoned from statements."""

from dataclasses import dataclass

from bot.answering.model import Verdict
from bot.answering.said import Said


@dataclass(frozen=True, slots=True)
class Reckoned:
    """An answer that no statement gives alone, and the statements it rests on.

    `lead` says what was reckoned; `verdict` is what it says to a claim; `confidence`
    is the estimated chance, 0 to 1, that it is what was asked.
    """

    lead: str
    said: tuple[Said, ...]
    confidence: float
    verdict: Verdict | None = None
