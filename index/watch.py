"""Rebuilding whenever the data changes, each time in a process of its own."""

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import watchfiles

from index.background import give_way
from index.errors import InputError

# In milliseconds: editors write several files at once and copies take a while, so a
# build waits until nothing has changed for so long, but for no longer than that.
_QUIET = 400
_LONGEST_WAIT = 5_000
# How often an idle watch looks up; the first build comes with the first look.
_IDLE = 500


def watch(data_dir: Path, index_dir: Path) -> Iterator[int]:
    """Build at once and after every change; yield the exit status of each build.

    What the builds print goes to standard output and error. What changes during a
    build is built after it. Ends on an interrupt.

    Raises:
        InputError: There is no such data folder.
    """
    if not data_dir.is_dir():
        raise InputError(f'there is no folder "{data_dir}"; name one with --data')
    looks = watchfiles.watch(
        data_dir,
        debounce=_LONGEST_WAIT,
        step=_QUIET,
        rust_timeout=_IDLE,
        yield_on_timeout=True,
        raise_interrupt=False,
    )
    is_built = False
    for changes in looks:
        if changes or not is_built:
            yield _build(data_dir, index_dir)
            is_built = True


def _build(data_dir: Path, index_dir: Path) -> int:
    folders = ("--data", str(data_dir), "--index", str(index_dir))
    command = (sys.executable, "-m", "index", "build", *folders)
    with subprocess.Popen(command, stdin=subprocess.DEVNULL) as process:
        give_way(process.pid)
        return process.wait()
