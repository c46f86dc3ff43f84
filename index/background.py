"""Building beside those who answer."""

import os
from contextlib import suppress

# As `nice` says it; builds take all of a processor that nobody else wants.
_NICE = 10


def give_way(process: int) -> None:
    """Let a process have what others leave of the processors, if it runs still."""
    with suppress(ProcessLookupError):
        nice = os.getpriority(os.PRIO_PROCESS, process)
        os.setpriority(os.PRIO_PROCESS, process, max(nice, _NICE))
