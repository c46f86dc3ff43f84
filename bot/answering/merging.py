"""Several answers as one: what holds of the whole because it holds of the parts."""

from collections.abc import Sequence
from dataclasses import replace

from bot.answering.model import Answer, Verdict
from bot.answering.wording import joined


def merged(answers: Sequence[Answer]) -> Answer:
    """Make one answer of several, worded like the first.

    It is as certain as the least certain, holds as of the earliest day, and cites and
    notes once what any of them does.
    """
    given = [answer for answer in answers if answer.answered]
    notes = dict.fromkeys(answer.note for answer in given if answer.note)
    cited = dict.fromkeys(c for answer in given for c in answer.citations)
    return replace(
        answers[0],
        answered=bool(given),
        confidence=min(answer.confidence for answer in answers),
        as_of=min((answer.as_of for answer in given if answer.as_of), default=None),
        note=joined([*notes]) or None,
        citations=tuple(cited),
        suggestions=next((a.suggestions for a in answers if a.suggestions), ()),
        verdict=united([answer.verdict for answer in answers]),
        is_near=False,
    )


def united(verdicts: Sequence[Verdict | None]) -> Verdict | None:
    """Give the verdict on what consists of parts: true only if all of them are."""
    for denial in ("no", "correction"):
        if denial in verdicts:
            return denial
    return "yes" if verdicts and all(one == "yes" for one in verdicts) else None
