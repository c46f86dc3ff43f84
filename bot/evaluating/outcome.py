"""What came of one question."""

from dataclasses import dataclass

from bot.evaluating.judging import Judgement
from index.questions.task import Task


@dataclass(frozen=True, slots=True)
class Outcome:
    """A question, what was answered, and how that was judged.

    `answer` is plain text without its citations; `borne_out` tells whether a
    citation supports what is expected; `elapsed` counts milliseconds.
    """

    task: Task
    judgement: Judgement
    answered: bool
    answer: str
    confidence: float
    borne_out: bool
    elapsed: float
