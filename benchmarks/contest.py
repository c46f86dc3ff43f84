"""All engines build from the same texts, and are asked the same queries in turn."""

import json
import os
import subprocess
import sys
from collections.abc import Iterator, Sequence
from contextlib import ExitStack
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from benchmarks.corpus import Text, draw_queries
from benchmarks.engines import OURS, installed_peers
from benchmarks.engines.model import Engine
from benchmarks.engines.palermo import stop_words
from benchmarks.timing import Timings, clock, time_in_turn

_ROOT = Path(__file__).parents[1]
# Where there are more texts, a slow engine is asked one query of so many.
_MANY = 10_000
_FEWER = 10

# Run in a process of its own, with an engine's name and folder: asks the queries that
# stand on standard input and prints the pages that are resident then.
_ASK = """
import json, pathlib, sys
from benchmarks.engines import OURS, PEERS
(engine,) = (e for e in (OURS, *PEERS) if e.name == sys.argv[1])
with engine.opened(pathlib.Path(sys.argv[2])) as search:
    for query in json.load(sys.stdin):
        search(query)
    print(pathlib.Path("/proc/self/statm").read_text().split()[1])
"""


@dataclass(frozen=True, slots=True)
class Result:
    """How an engine did.

    Cold is the first time that an open engine is asked each query, warm each time
    after. Seconds, and bytes on disk and in memory; None where that cannot be told.
    """

    engine: str
    build: float
    disk: int
    memory: int | None
    cold: Timings
    warm: Timings


def run_contest(
    folder: Path,
    texts: Sequence[Text],
    *,
    queries: int,
    rounds: int,
) -> Iterator[Result]:
    """Let the installed engines build and search; Palermo comes first.

    Its stop words are left out of all queries, and of indexes where that can be.

    Args:
        folder: Empty; each engine gets a folder in it.
        texts: Each is a passage.
        queries: How many are drawn.
        rounds: How often each is asked, warm.
    """
    built = {OURS.name: _build(OURS, folder, texts, frozenset())}
    silent = stop_words(folder / OURS.name)
    peers = installed_peers()
    built |= {peer.name: _build(peer, folder, texts, silent) for peer in peers}
    engines = (OURS, *peers)
    drawn = draw_queries(texts, queries, stop_words=silent)
    few = drawn[::_FEWER] if len(texts) > _MANY else drawn
    asked = {engine.name: few if engine.is_slow else drawn for engine in engines}
    with ExitStack() as stack:
        searches = {
            engine.name: stack.enter_context(engine.opened(folder / engine.name))
            for engine in engines
        }
        cold = time_in_turn(searches, asked, rounds=1)
        warm = time_in_turn(searches, asked, rounds=rounds)
    for engine in engines:
        name, place = engine.name, folder / engine.name
        memory = _resident(name, place, asked[name])
        yield Result(
            name, built[name], _size(place), memory, cold=cold[name], warm=warm[name]
        )


def _build(
    engine: Engine, folder: Path, texts: Sequence[Text], stop_words: frozenset[str]
) -> float:
    place = folder / engine.name
    place.mkdir()
    return clock(partial(engine.build, place, texts, stop_words))


def _size(folder: Path) -> int:
    """Count the bytes of what was built; what it was built from is no part of it."""
    files = (path for path in folder.rglob("*") if path.is_file())
    source = folder / "data"
    return sum(file.stat().st_size for file in files if source not in file.parents)


def _resident(name: str, folder: Path, queries: Sequence[str]) -> int | None:
    if not Path("/proc/self/statm").exists():
        return None
    command = (sys.executable, "-c", _ASK, name, str(folder))
    told = subprocess.run(
        command,
        cwd=_ROOT,
        check=True,
        input=json.dumps(queries).encode(),
        stdout=subprocess.PIPE,
    )
    return int(told.stdout) * os.sysconf("SC_PAGE_SIZE")
