"""Where the reading of one file notes its faults."""

from dataclasses import dataclass, field

from index.errors import Fault
from index.reading.unreadable import UnreadableError


@dataclass(slots=True)
class FaultLog:
    """The faults of one file, in the order in which they were found."""

    file: str
    faults: list[Fault] = field(default_factory=list)

    def add(self, line: int, found: str, *, expected: str, fix: str) -> None:
        """Note a fault: what stands there, what should, and how to mend it."""
        self.faults.append(Fault(self.file, line, found, expected, fix))

    def leave_out(self, error: UnreadableError) -> None:
        """Note why the file is left out."""
        self.faults.append(
            Fault(self.file, 1, error.found, error.expected, error.fix, leaves_out=True)
        )
