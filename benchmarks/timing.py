"""Clock actions, and say what their times amount to."""

import math
import time
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

# Inputs that an action is run on before the next one has its turn.
_TURN = 20


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
    return Timings(tuple(clock(action) for _ in range(times)))


def time_inputs(action: Callable[[str], object], inputs: Iterable[str]) -> Timings:
    """Run an action once on each input."""
    return Timings(tuple(clock(action, given) for given in inputs))


def time_in_turn(
    actions: Mapping[str, Callable[[str], object]],
    inputs: Mapping[str, Sequence[str]],
    *,
    rounds: int,
) -> dict[str, Timings]:
    """Run each action on its own inputs, in so many rounds.

    They take turns after a few inputs, so that what else the machine does falls on
    all alike, and none has to find the processor's caches full of the others' data
    each time. At every turn another one begins.
    """
    seconds: dict[str, list[float]] = {name: [] for name in actions}
    names = list(actions)
    longest = max(map(len, inputs.values()))
    for start in [*range(0, longest, _TURN)] * rounds:
        names = [*names[1:], names[0]]
        for name in names:
            turn = inputs[name][start : start + _TURN]
            seconds[name] += time_inputs(actions[name], turn).seconds
    return {name: Timings(tuple(taken)) for name, taken in seconds.items()}


def clock(action: Callable[..., object], *given: str) -> float:
    """Give the seconds that an action takes."""
    started = time.perf_counter()
    action(*given)
    return time.perf_counter() - started
