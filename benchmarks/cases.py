"""What is measured: builds, starts, answers, searches, memory."""

import os
import subprocess
import sys
from collections.abc import Iterator, Mapping, Sequence
from contextlib import ExitStack
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import partial
from pathlib import Path

from benchmarks.corpus import Text, draw_queries, telling_words, write_texts
from benchmarks.peers import PEERS, Entry, Search
from benchmarks.timing import Timings, time_action, time_in_turn, time_inputs
from bot.answering.answer import Answerer
from index.build import build
from index.language.tokens import fold
from index.library import Library, open_library

OURS = "Palermo"
_ROOT = Path(__file__).parents[1]
_SHIPPED = _ROOT / "data"

# Run in a process of its own: prints the pages that are resident once it is open.
_OPEN = """
import pathlib, sys
from bot.opening import opened
with opened(pathlib.Path(sys.argv[1])):
    print(pathlib.Path("/proc/self/statm").read_text().split()[1])
"""


@dataclass(frozen=True, slots=True)
class Effort:
    """How often each thing is done."""

    builds: int = 5
    starts: int = 20
    questions: int = 10_000
    queries: int = 200
    rounds: int = 5


@dataclass(frozen=True, slots=True)
class Timed:
    """One thing that was timed, for Palermo and for each peer that can do it."""

    what: str
    timings: Mapping[str, Timings]


@dataclass(frozen=True, slots=True)
class Weighed:
    """The memory that something takes, in bytes; None where it cannot be told."""

    what: str
    size: int | None


def shipped_cases(folder: Path, effort: Effort) -> Iterator[Timed | Weighed]:
    """Measure all that Palermo does with the data that it ships.

    Args:
        folder: Empty; indexes are written there.
        effort: How often.
    """
    index = folder / "index"
    rebuild = partial(build, _SHIPPED, index, full=True)
    yield _ours("full build, shipped data", time_action(rebuild, effort.builds))
    with open_library(index) as library:
        examples = _examples(library)
        start = partial(_ask_process, index, examples[0])
        starts = time_action(start, effort.starts)
        yield _ours("process start to first answer", starts)
        answerer = Answerer(library, datetime.now(UTC).date())
        asked = _spread(examples, effort.questions)
        yield _ours("question to answer", time_inputs(answerer.ask, asked))
        stop_words = _stop_words(library)
        told = (telling_words(example, stop_words) for example in examples)
        queries = _spread([" ".join(words) for words in told if words], effort.queries)
        what = f"search, shipped data ({len(library):,} passages)"
        yield _search_case(what, library, folder, queries=queries, rounds=effort.rounds)
    yield Weighed("resident once open, shipped data", _resident(index))


def text_cases(
    folder: Path, texts: Sequence[Text], effort: Effort
) -> Iterator[Timed | Weighed]:
    """Measure building from, and searching, texts that nobody wrote records for.

    Args:
        folder: Empty; data and indexes are written there.
        texts: Each becomes one passage.
        effort: How often; the one build is not repeated.
    """
    index = folder / "index"
    size = f"{len(texts):,} texts"
    write_texts(folder / "data", texts)
    building = time_action(partial(build, folder / "data", index), 1)
    yield _ours(f"full build, {size}", building)
    with open_library(index) as library:
        stop_words = _stop_words(library)
        queries = draw_queries(texts, effort.queries, stop_words=stop_words)
        what = f"search, {size}"
        yield _search_case(what, library, folder, queries=queries, rounds=effort.rounds)
    yield Weighed(f"resident once open, {size}", _resident(index))


def _ours(what: str, timings: Timings) -> Timed:
    return Timed(what, {OURS: timings})


def _search_case(
    what: str, library: Library, folder: Path, *, queries: Sequence[str], rounds: int
) -> Timed:
    """Time the top ten with their snippets; peers index the very same passages."""
    entries = _entries(library)
    engines: dict[str, Search] = {OURS: library.search}
    with ExitStack() as stack:
        for name, peer in PEERS.items():
            place = folder / name
            place.mkdir()
            engines[name] = stack.enter_context(peer(place, entries))
        return Timed(what, time_in_turn(engines, queries, rounds=rounds))


def _entries(library: Library) -> tuple[Entry, ...]:
    return tuple(
        Entry(passage.id, document.title, passage.text)
        for document in library.knowledge.documents.values()
        for passage in library.passages_of(document.id)
    )


def _examples(library: Library) -> tuple[str, ...]:
    statements = library.knowledge.statements
    return tuple(dict.fromkeys(e for s in statements for e in s.examples))


def _stop_words(library: Library) -> frozenset[str]:
    languages = library.knowledge.vocabulary.languages.values()
    return frozenset(fold(word) for known in languages for word in known.stop_words)


def _spread(items: Sequence[str], most: int) -> Sequence[str]:
    """Take so many items at most, from the first to the last."""
    return items[:: -(-len(items) // most)]


def _ask_process(index: Path, question: str) -> None:
    command = (sys.executable, "-m", "bot", "ask", "--index", str(index), question)
    subprocess.run(command, cwd=_ROOT, check=True, stdout=subprocess.DEVNULL)


def _resident(index: Path) -> int | None:
    if not Path("/proc/self/statm").exists():
        return None
    command = (sys.executable, "-c", _OPEN, str(index))
    told = subprocess.run(command, cwd=_ROOT, check=True, stdout=subprocess.PIPE)
    return int(told.stdout) * os.sysconf("SC_PAGE_SIZE")
