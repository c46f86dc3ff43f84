"""What the system refuses a command line, told like any other fault."""

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress

from index.errors import SystemFaultError


@contextmanager
def system_faults_raised() -> Iterator[None]:
    """Raise what the system refused, such as a full disk, as an error of ours.

    A reader such as `head` that has had enough is left to click, which ends quietly.

    Raises:
        SystemFaultError: A file, or standard output, could not be used.
    """
    try:
        yield
    except BrokenPipeError:
        raise
    except OSError as error:
        _drop_output()
        raise SystemFaultError(str(error)) from error


def _drop_output() -> None:
    """Point standard output at nothing.

    Where it cannot be written, Python would try once more at its end, and speak of
    it (https://docs.python.org/3/library/signal.html, "Note on SIGPIPE").
    """
    with suppress(OSError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
