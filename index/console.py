"""What the command lines share."""

import os
import sys
from contextlib import suppress


def drop_output() -> None:
    """Point standard output at nothing.

    Where it cannot be written, Python would try once more at its end, and speak of
    it (https://docs.python.org/3/library/signal.html, "Note on SIGPIPE").
    """
    with suppress(OSError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
