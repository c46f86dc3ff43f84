"""What a change gained and lost: a run held against a saved one."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from bot.evaluating.judging import Judgement
from bot.evaluating.outcome import Outcome
from index.questions.task import Task


@dataclass(frozen=True, slots=True)
class Run:
    """A run as it is saved: how each question was judged, by its id.

    Its judgements go by the name that saved files have for them.
    """

    generation: str
    verdicts: Mapping[str, Judgement]


@dataclass(frozen=True, slots=True)
class Change:
    """A question that is judged otherwise than before."""

    task: Task
    before: Judgement
    now: Judgement


@dataclass(frozen=True, slots=True)
class Comparison:
    """What changed, in the order in which it was asked.

    `gained` are right now, `lost` are so no longer, `other` went between wrong and
    refused. `new` counts questions that the saved run has not, `left_out` those of
    the saved run that were not asked now.
    """

    generation: str
    gained: tuple[Change, ...]
    lost: tuple[Change, ...]
    other: tuple[Change, ...]
    compared: int
    new: int
    left_out: int


def compare(outcomes: Iterable[Outcome], saved: Run) -> Comparison:
    """Hold a run against a saved one; questions of only one of them are counted."""
    now = {one.task.id: one for one in outcomes}
    changes = tuple(_changes(now.values(), saved))
    compared = len(now.keys() & saved.verdicts.keys())
    return Comparison(
        generation=saved.generation,
        gained=tuple(one for one in changes if one.now == "right"),
        lost=tuple(one for one in changes if one.before == "right"),
        other=tuple(one for one in changes if "right" not in (one.before, one.now)),
        compared=compared,
        new=len(now) - compared,
        left_out=len(saved.verdicts) - compared,
    )


def _changes(outcomes: Iterable[Outcome], saved: Run) -> Iterator[Change]:
    for outcome in outcomes:
        before = saved.verdicts.get(outcome.task.id, outcome.judgement)
        if before != outcome.judgement:
            yield Change(outcome.task, before, outcome.judgement)
