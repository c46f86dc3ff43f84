"""What answering gives: an answer with its citations, or an honest refusal."""

from dataclasses import dataclass
from typing import Literal

# What the documents say to what is asked to be confirmed, or is taken for granted.
Verdict = Literal["yes", "no", "correction"]


@dataclass(frozen=True, slots=True)
class Citation:
    """The words relied on and where they stand.

    `date` is the document's ISO date; `snippet` is word for word from the
    passage. Optional fields are empty where the document does not say.
    """

    document: str
    symbol: str | None
    title: str
    date: str | None
    locator: str
    url: str | None
    snippet: str
    form: str
    passage: str


@dataclass(frozen=True, slots=True)
class Answer:
    """One reply to one question, free of any markup.

    `headline` is the direct answer, or the refusal, in one sentence; `points`
    are the items of a list in order; `as_of` is the ISO date up to which the
    answer is known to hold; `note` qualifies it; `verdict` is what it says to a
    claim, if it says so. `suggestions` are questions that the documents do answer;
    `is_near` tells that the first may be what was meant. A refusal has `answered`
    false, no citations.
    """

    question: str
    language: str
    answered: bool
    headline: str
    confidence: float
    points: tuple[str, ...] = ()
    as_of: str | None = None
    note: str | None = None
    citations: tuple[Citation, ...] = ()
    suggestions: tuple[str, ...] = ()
    verdict: Verdict | None = None
    is_near: bool = False
