"""Show a reader how far a build is."""

from collections.abc import Callable
from typing import Any, Self, TextIO

import click

# Told the step ("reading"), how much of it is done, and how much there is.
Progress = Callable[[str, int, int], None]


def silent(step: str, done: int, total: int) -> None:
    """Report nothing."""


class ProgressDisplay:
    """Draws a bar a step if `stream` is a terminal, else writes a line a step.

    It keeps the bar that is open, so use it as a context.
    """

    def __init__(self, stream: TextIO) -> None:
        self._stream = stream
        self._step: str | None = None
        self._bar: Any = None

    def __enter__(self) -> Self:
        """Give itself, to be ended with the block."""
        return self

    def __exit__(self, *error: object) -> None:
        """End the bar that is open."""
        self._close()

    def __call__(self, step: str, done: int, total: int) -> None:
        """Note that `done` of `total` parts of a step are done."""
        if step != self._step:
            self._close()
            self._step = step
            self._open(step, total)
        if self._bar is not None:
            self._bar.update(done - self._bar.pos)

    def _open(self, step: str, total: int) -> None:
        if self._stream.isatty():
            self._bar = click.progressbar(
                length=total, label=f"{step:<20}", file=self._stream
            )
            self._bar.__enter__()
        else:
            self._stream.write(f"{step} ...\n")
            self._stream.flush()

    def _close(self) -> None:
        if self._bar is not None:
            self._bar.__exit__(None, None, None)
            self._bar = None
