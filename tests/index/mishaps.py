"""What may befall a build, at any call by which it touches the disk.

Run as a program, it builds, then builds again at each order, and has that killed:
`python -m tests.index.mishaps DATA INDEX` reads lines such as `call 12` (kill the
build at its twelfth call), `time 0.05` (after so many seconds) and `never`, and
writes the exit status of each.
"""

import os
import signal
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, nullcontext
from itertools import count
from multiprocessing import get_context
from pathlib import Path

from index.build import build

# By the qualified names of the functions in C that do it.
_TOUCHES = {
    *("open", "fsync", "mkdir", "chmod", "rename", "replace"),
    *("unlink", "remove", "rmdir"),
    *("BufferedWriter.write", "BufferedWriter.close", "TextIOWrapper.write"),
}


@contextmanager
def befalling(number: int, mishap: Callable[[], None]) -> Iterator[None]:
    """Have a mishap right before the call of a number, counted from 1."""
    calls = count(1)

    def watch(_: object, event: str, called: object) -> None:
        if event == "c_call":
            name = getattr(called, "__qualname__", "")
            if name in _TOUCHES and next(calls) == number:
                mishap()

    sys.setprofile(watch)
    try:
        yield
    finally:
        sys.setprofile(None)


def _kill() -> None:
    os.kill(os.getpid(), signal.SIGKILL)


def _build(folders: Sequence[Path], number: int) -> None:
    # Watching the calls takes ten times as long as the build.
    with befalling(number, _kill) if number else nullcontext():
        build(*folders, full=True)


def _obey(order: str, folders: Sequence[Path]) -> int | None:
    how, _, value = order.partition(" ")
    number = int(value) if how == "call" else 0
    patience = float(value) if how == "time" else None
    process = get_context("fork").Process(target=_build, args=(folders, number))
    process.start()
    process.join(patience)
    process.kill()
    process.join()
    return process.exitcode


def _obey_all(data_dir: Path, index_dir: Path) -> None:
    # What the first build reads once and for all, those to be killed inherit.
    build(data_dir, index_dir)
    for order in sys.stdin:
        sys.stdout.write(f"{_obey(order, (data_dir, index_dir))}\n")
        sys.stdout.flush()


if __name__ == "__main__":
    _obey_all(*map(Path, sys.argv[1:]))
