"""Clock actions, and say what their times amount to."""

import math
import time
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Timings:
    """What every run of one action took, in seconds."""

    seconds: tuple[float, ...]

    def percentile(self, percent: int) -> float:
        """Give the least time that so many percent of the runs did not exceed."""
        rank = math.ceil(len(self.seconds) * percent / 100)
        return sorted(self.seconds)[rank - 1]


def time_action(action: Callable[[], object], times: int) -> Timings:
    """Run an action again and again."""
    return Timings(tuple(_clock(action) for _ in range(times)))


def time_inputs(action: Callable[[str], object], inputs: Iterable[str]) -> Timings:
    """Run an action once on each input."""
    return Timings(tuple(_clock(action, given) for given in inputs))


def time_in_turn(
    actions: Mapping[str, Callable[[str], object]],
    inputs: Sequence[str],
    *,
    rounds: int,
) -> dict[str, Timings]:
    """Run several actions on each input, warm, in all rounds but the first.

    They take turns at every input, so that what else the machine does falls on
    all alike.
    """
    seconds: dict[str, list[float]] = {name: [] for name in actions}
    for number in range(rounds + 1):
        for given in inputs:
            for name, action in actions.items():
                took = _clock(action, given)
                if number:
                    seconds[name].append(took)
    return {name: Timings(tuple(taken)) for name, taken in seconds.items()}


def _clock(action: Callable[..., object], *given: str) -> float:
    started = time.perf_counter()
    action(*given)
    return time.perf_counter() - started
