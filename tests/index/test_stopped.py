"""A build that is told to end tidies up, says so, and changes nothing."""

import subprocess
import sys
from pathlib import Path
from signal import SIGINT, SIGTERM, Signals

import pytest

from index.build import build
from tests.index.editions import served, write_edition

ROOT = Path(__file__).parents[2]
# The real command, which gets a signal when it comes to a step.
STOPPED = """
import os, sys
from index.__main__ import main
from index.progress import ProgressDisplay

def show(display, step, done, total):
    if step == sys.argv[3]:
        os.kill(os.getpid(), int(sys.argv[4]))

ProgressDisplay.__call__ = show
main(["build", "--data", sys.argv[1], "--index", sys.argv[2]])
"""


@pytest.mark.parametrize(
    ("step", "number"),
    [
        *(("reading", SIGTERM), ("indexing", SIGTERM), ("publishing", SIGTERM)),
        ("indexing", SIGINT),
    ],
)
def test_stopped_build_says_so_and_leaves_nothing_behind(
    tmp_path: Path, index_dir: Path, step: str, number: Signals
) -> None:
    data_dir = write_edition(tmp_path / "data", 1)
    before = build(data_dir, index_dir).generation
    write_edition(data_dir, 2)
    given = (str(data_dir), str(index_dir), step, str(int(number)))

    stopped = subprocess.run(
        (sys.executable, "-c", STOPPED, *given),
        cwd=ROOT,
        check=False,
        capture_output=True,
        text=True,
    )

    told = f"run: python -m index build --index {index_dir}"
    assert stopped.stderr == f"stopped; what is served is whole; {told}\n"
    assert (stopped.returncode, stopped.stdout) == (1, "")
    assert {path.name for path in index_dir.iterdir()} == {before, "current", "lock"}
    assert served(index_dir) == {1}
    build(data_dir, index_dir)
    assert served(index_dir) == {2}
