"""Rebuilding when the data changes: the real command, as a process of its own."""

import os
import selectors
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner

from index.__main__ import main
from index.generations import current_generation

ROOT = Path(__file__).parents[2]
PATIENCE = 60.0  # seconds; an upper bound, never a wait


class Watch:
    """A running `index watch`, read line by line."""

    def __init__(self, data_dir: Path, index_dir: Path) -> None:
        folders = ("--data", str(data_dir), "--index", str(index_dir))
        self.process = subprocess.Popen(
            (sys.executable, "-m", "index", "watch", *folders),
            cwd=ROOT,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            env=os.environ | {"PYTHONUNBUFFERED": "1"},
        )
        self._read = ""

    def wait_for(self, words: str) -> None:
        """Read what is printed until the words come up."""
        out = self.process.stdout
        assert out is not None
        end = time.monotonic() + PATIENCE
        with selectors.DefaultSelector() as selector:
            selector.register(out, selectors.EVENT_READ)
            while words not in self._read:
                assert selector.select(end - time.monotonic()), self._read
                got = os.read(out.fileno(), 65536)
                assert got, f"it ended: {self._read}"
                self._read += got.decode()
        self._read = self._read.partition(words)[2]

    def stop(self) -> int:
        self.process.send_signal(signal.SIGINT)
        return self.process.wait(PATIENCE)


@pytest.fixture
def watching(data_dir: Path, index_dir: Path) -> Iterator[Watch]:
    watch = Watch(data_dir, index_dir)
    yield watch
    watch.process.kill()
    watch.process.communicate()


def test_every_change_is_built(
    watching: Watch, data_dir: Path, index_dir: Path
) -> None:
    watching.wait_for("Built ")
    first = current_generation(index_dir)

    (data_dir / "documents" / "new.txt").write_text("A new pier is open to all ships.")
    watching.wait_for("Built ")

    assert current_generation(index_dir) != first


def test_a_change_that_cannot_be_built_leaves_the_index_and_the_watch(
    watching: Watch, data_dir: Path, index_dir: Path
) -> None:
    watching.wait_for("Built ")
    served = current_generation(index_dir)
    record = data_dir / "records" / "treaty.yaml"
    sound = record.read_text()

    record.write_text("- id: [")
    watching.wait_for("What was served before serves on.")
    assert current_generation(index_dir) == served

    record.write_text(sound + "\n# mended\n")
    watching.wait_for("Built ")
    assert current_generation(index_dir) != served


def test_an_interrupt_ends_it(watching: Watch) -> None:
    watching.wait_for("Built ")

    assert watching.stop() == 0


def test_a_folder_that_is_not_there_is_named(tmp_path: Path) -> None:
    missing = str(tmp_path / "none")

    result = CliRunner().invoke(main, ["watch", "--data", missing])

    assert result.exit_code == 1
    assert f'there is no folder "{missing}"' in result.stderr
