"""One run: what came of each question, in figures, and beside an earlier run."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from bot.evaluating.comparison import Comparison, Run, compare
from bot.evaluating.outcome import Outcome
from bot.evaluating.summary import Summary, summarize


@dataclass(frozen=True, slots=True)
class Report:
    """A run on one generation, in the order asked; `comparison` if one was wanted."""

    generation: str
    outcomes: tuple[Outcome, ...]
    summary: Summary
    comparison: Comparison | None

    @property
    def run(self) -> Run:
        """The run as it is saved."""
        judgements = {one.task.id: one.judgement for one in self.outcomes}
        return Run(self.generation, judgements)

    @property
    def failures(self) -> Iterator[Outcome]:
        """Whatever was not answered rightly."""
        return (one for one in self.outcomes if one.judgement != "right")


def make_report(
    outcomes: Iterable[Outcome], generation: str, *, saved: Run | None = None
) -> Report:
    """Sum a run up, and hold it against a saved one if there is one."""
    kept = tuple(outcomes)
    comparison = compare(kept, saved) if saved else None
    return Report(generation, kept, summarize(kept), comparison)
