"""What can go wrong between the data and an answer.

    PalermoError
    ├── DataError              data or a question file is at fault; carries the faults
    ├── LeftOutError           what could be read is built, some documents are not in it
    ├── BuildError             a generation could not be built or published
    ├── IndexUnavailableError  there is no generation that can be opened
    ├── GenerationError        one generation cannot be opened; another one may
    ├── InputError             what was given to read cannot be answered
    ├── StoppedError           a signal ended what was under way
    └── SystemFaultError       the system refused a file, or standard output

Every message says what to do next, but that of a GenerationError: who looks for
another generation knows.
"""

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True)
class Fault:
    """One fault of the data; faults sort by file and line.

    `file` is relative to the data folder, or as it was named; `line` counts from 1.
    `leaves_out` marks what is wrong with a document as a file: a build goes on
    without it, and tells of it. Any other fault refuses the build.
    """

    file: str
    line: int
    found: str
    expected: str
    fix: str
    leaves_out: bool = False

    def __str__(self) -> str:
        """Give `file:line: found, expected, how to fix`."""
        return f"{self.file}:{self.line}: {self.found}, {self.expected}; {self.fix}"


class PalermoError(Exception):
    """Anything that a caller of `index` or `bot` may want to catch."""


class DataError(PalermoError):
    """Data or a question file is at fault; `faults` tells where and how."""

    def __init__(self, faults: Iterable[Fault]) -> None:
        self.faults = tuple(sorted(faults))
        super().__init__("\n".join(map(str, self.faults)))


class LeftOutError(PalermoError):
    """Some documents could not be read; all others are built and served."""

    def __init__(self, faults: Iterable[str]) -> None:
        super().__init__("\n".join(faults))


class BuildError(PalermoError):
    """A generation could not be built or published; the served one stands."""


class IndexUnavailableError(PalermoError):
    """There is no generation that can be opened."""


class GenerationError(PalermoError):
    """One generation cannot be opened; another one may."""


class InputError(PalermoError):
    """What was given to read cannot be answered."""


class StoppedError(PalermoError):
    """A signal ended what was under way, and it left nothing half done."""


class SystemFaultError(PalermoError):
    """The system refused a file, or standard output."""
