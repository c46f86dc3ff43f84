"""How much one reader may ask, so that nobody uses up what all share."""

from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass
from time import monotonic

PERIOD = 60.0  # seconds
_READERS = 10_000  # who are counted; one silent for so long may begin anew


@dataclass(slots=True)
class _Period:
    begun: float
    asked: int = 0


class Gate:
    """Count what each reader asks in a minute that begins with the first question.

    Args:
        most: Questions and taps that are let in; 0 for all.
        clock: Seconds from any moment on.
    """

    def __init__(self, most: int, *, clock: Callable[[], float] = monotonic) -> None:
        self._most = most
        self._clock = clock
        self._periods: OrderedDict[int, _Period] = OrderedDict()

    def wait(self, reader: int) -> float:
        """Count a question; give 0 if it is let in, else the seconds to stay away."""
        now = self._clock()
        period = self._periods.pop(reader, None)
        if period is None or period.begun + PERIOD <= now:
            period = _Period(now)
        self._periods[reader] = period
        if len(self._periods) > _READERS:
            self._periods.popitem(last=False)
        period.asked += 1
        is_let_in = not self._most or period.asked <= self._most
        return 0.0 if is_let_in else period.begun + PERIOD - now

    def is_first_refusal(self, reader: int) -> bool:
        """Tell whether a reader was refused just once, and so has yet to be told."""
        return self._periods[reader].asked == self._most + 1
