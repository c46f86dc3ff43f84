"""What Palermo does with the data that it ships, held against its budgets."""

import os
import subprocess
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import partial
from pathlib import Path

from benchmarks.timing import Timings, time_action, time_inputs
from bot.answering.answer import Answerer
from index.build import build
from index.library import Library, open_library

_ROOT = Path(__file__).parents[1]
_SHIPPED = _ROOT / "data"

# Run in a process of its own: prints the pages that are resident after a question.
_ANSWER = """
import pathlib, sys
from datetime import date
from bot.answering.answer import Answerer
from index.library import open_library
with open_library(pathlib.Path(sys.argv[1])) as library:
    Answerer(library, date.today()).ask(sys.argv[2])
    print(pathlib.Path("/proc/self/statm").read_text().split()[1])
"""


@dataclass(frozen=True, slots=True)
class Effort:
    """How often each thing is done."""

    builds: int = 3
    starts: int = 20
    questions: int = 10_000


@dataclass(frozen=True, slots=True)
class Timed:
    """One thing that was timed; what each percentile may be, in seconds."""

    what: str
    timings: Timings
    budget: str


@dataclass(frozen=True, slots=True)
class Weighed:
    """The memory that something takes, in bytes; None where it cannot be told."""

    what: str
    size: int | None
    budget: str


def measure_shipped(folder: Path, effort: Effort) -> Iterator[Timed | Weighed]:
    """Measure building, starting, answering and memory.

    Args:
        folder: Empty; the index is written there.
        effort: How often.
    """
    index = folder / "index"
    rebuild = partial(build, _SHIPPED, index, full=True)
    built = time_action(rebuild, effort.builds)
    yield Timed("full build", built, "p50 3 s")
    with open_library(index) as library:
        examples = _examples(library)
        start = partial(
            _run, (sys.executable, "-m", "bot", "ask", "--index"), index, examples[0]
        )
        started = time_action(start, effort.starts)
        yield Timed("process start to first answer", started, "p50 1 s")
        answerer = Answerer(library, datetime.now(UTC).date())
        asked = time_inputs(answerer.ask, _spread(examples, effort.questions))
        yield Timed("question to answer", asked, "p50 5 ms, p99 25 ms")
    yield Weighed("memory after an answer", _resident(index, examples[0]), "150 MB")


def _examples(library: Library) -> tuple[str, ...]:
    statements = library.knowledge.statements
    return tuple(dict.fromkeys(e for s in statements for e in s.examples))


def _spread(items: Sequence[str], most: int) -> Sequence[str]:
    """Take so many items at most, from the first to the last."""
    return items[:: -(-len(items) // most)]


def _run(command: Sequence[str], index: Path, question: str) -> bytes:
    told = subprocess.run(
        (*command, str(index), question), cwd=_ROOT, check=True, stdout=subprocess.PIPE
    )
    return told.stdout


def _resident(index: Path, question: str) -> int | None:
    if not Path("/proc/self/statm").exists():
        return None
    pages = _run((sys.executable, "-c", _ANSWER), index, question)
    return int(pages) * os.sysconf("SC_PAGE_SIZE")
