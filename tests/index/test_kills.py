"""Builds are killed at any moment; readers notice nothing, and the next one builds."""

import os
import subprocess
import sys
from collections.abc import Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path
from random import Random
from threading import Event

import pytest

from index.library import open_library
from index.status import read_status
from tests.index.editions import editions, served, write_edition

ROOT = Path(__file__).parents[2]
SEED = 1961
CALLS = 1_000  # that a build of the small data makes, roughly
SECONDS = 0.2  # that it takes, roughly
READERS = 2
READINGS = 5  # of what one reader opened, before it opens what is served then


class Builder:
    """Builds in processes of their own, and kills them when it is told to."""

    def __init__(self, data_dir: Path, index_dir: Path) -> None:
        self._process = subprocess.Popen(
            (sys.executable, "-m", "tests.index.mishaps", data_dir, index_dir),
            cwd=ROOT,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
            # Threads of other libraries would not outlive a fork.
            env=os.environ | {"OPENBLAS_NUM_THREADS": "1"},
        )

    def build(self, order: str) -> int:
        """Build, and give the exit status: -9 where it was killed."""
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        print(order, file=self._process.stdin, flush=True)
        return int(self._process.stdout.readline())

    def close(self) -> None:
        self._process.communicate()


def read_on(index_dir: Path, ended: Event) -> list[set[int]]:
    """Open and read again and again; give what each reading found."""
    found = []
    while not ended.is_set():
        with open_library(index_dir) as library:
            once = [editions(library) for _ in range(READINGS)]
        assert once == once[:1] * READINGS
        found.append(once[0])
    return found


@contextmanager
def readers(index_dir: Path) -> Iterator[list[Future[list[set[int]]]]]:
    """Have the index read all the while."""
    ended = Event()
    with ThreadPoolExecutor(READERS) as pool:
        try:
            yield [pool.submit(read_on, index_dir, ended) for _ in range(READERS)]
        finally:
            ended.set()


@pytest.fixture
def builder(tmp_path: Path, index_dir: Path) -> Iterator[Builder]:
    builder = Builder(write_edition(tmp_path / "data", 0), index_dir)
    yield builder
    builder.close()


def moment(chance: Random) -> str:
    if chance.random() < 0.5:
        return f"call {chance.randint(1, CALLS)}"
    return f"time {chance.uniform(0, SECONDS)}"


@pytest.mark.parametrize(
    "kills", [12, pytest.param(200, marks=pytest.mark.soak)], ids=str
)
def test_no_kill_is_noticed_by_readers_or_needs_mending(
    builder: Builder, tmp_path: Path, index_dir: Path, kills: int
) -> None:
    chance = Random(SEED)
    builder.build("never")
    known = served(index_dir)
    edition = killed = 0

    with readers(index_dir) as reading:
        while killed < kills:
            edition += 1
            write_edition(tmp_path / "data", edition)
            killed += builder.build(moment(chance)) == -9
            now = served(index_dir)
            assert now in (known, {edition})
            if chance.random() < 0.5:
                assert builder.build("never") == 0
                now = served(index_dir)
                assert now == {edition}
            known = now

    assert all(len(found) == 1 for future in reading for found in future.result())
    assert builder.build("never") == 0
    assert served(index_dir) == {edition}
    assert read_status(index_dir).state == "fresh"
    assert len(list(index_dir.iterdir())) == len({"lock", "current", "new", "before"})
