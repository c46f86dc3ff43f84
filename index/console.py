"""What befalls a command line from outside, told like any other fault."""

import os
import signal
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress

from index.errors import StoppedError, SystemFaultError


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


@contextmanager
def stops_raised(told: str) -> Iterator[None]:
    """Raise what SIGTERM or Ctrl+C ends, so that it tidies up behind itself.

    Call it from the main thread.

    Raises:
        StoppedError: One of them came; it says what is `told`.
    """
    before = signal.signal(signal.SIGTERM, signal.default_int_handler)
    try:
        yield
    except KeyboardInterrupt:
        raise StoppedError(told) from None
    finally:
        signal.signal(signal.SIGTERM, before)


def _drop_output() -> None:
    """Point standard output at nothing.

    Where it cannot be written, Python would try once more at its end, and speak of
    it (https://docs.python.org/3/library/signal.html, "Note on SIGPIPE").
    """
    with suppress(OSError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
