"""Whatever the disk refuses: what was served serves on, and the next build mends it."""

import errno
import gc
import os
import resource
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from random import Random

import pytest

from index.build import build
from index.errors import BuildError, PalermoError
from index.status import read_status
from tests.index.editions import served, write_edition
from tests.index.mishaps import befalling

ROOT = Path(__file__).parents[2]
SEED = 1961
CALLS = 1_000  # that a build of the small data makes, roughly


@pytest.fixture
def data_dir(tmp_path: Path) -> Path:
    """Give data whose first edition is served, and whose second is to be built."""
    return write_edition(tmp_path / "data", 1)


@pytest.fixture(autouse=True)
def built(data_dir: Path, index_dir: Path) -> None:
    build(data_dir, index_dir)
    write_edition(data_dir, 2)


def assert_mended_by_the_next_build(data_dir: Path, index_dir: Path) -> None:
    build(data_dir, index_dir)

    assert served(index_dir) == {2}
    assert read_status(index_dir).state == "fresh"
    assert not list(index_dir.glob(".*"))


def numbers(count: int) -> list[int]:
    return Random(SEED).sample(range(1, CALLS + 1), count)


# Whoosh leaves files open where it fails; they are closed with the build's process.
@pytest.mark.filterwarnings("ignore::ResourceWarning")
@pytest.mark.parametrize(
    "number",
    [*numbers(8), *(pytest.param(n, marks=pytest.mark.soak) for n in numbers(120)[8:])],
)
@pytest.mark.parametrize(
    "code", [errno.ENOSPC, errno.EROFS, errno.EIO], ids=os.strerror
)
def test_refusal_at_any_call_leaves_a_whole_index(
    data_dir: Path, index_dir: Path, number: int, code: int
) -> None:
    def refuse() -> None:
        raise OSError(code, os.strerror(code))

    told = ""
    try:
        with befalling(number, refuse):
            told = "\n".join(build(data_dir, index_dir).left_out)
    except PalermoError as error:
        told = str(error)

    gc.collect()
    assert served(index_dir) in ({1}, {2})
    assert os.strerror(code) in told or served(index_dir) == {2}
    assert_mended_by_the_next_build(data_dir, index_dir)


@pytest.mark.parametrize("size", [0, 20, 1_000])
def test_file_that_cannot_grow_leaves_the_index_alone(
    data_dir: Path, index_dir: Path, size: int
) -> None:
    with (
        files_no_larger_than(size),
        pytest.raises(BuildError, match=f"{index_dir} cannot be written .*free some"),
    ):
        build(data_dir, index_dir)

    assert served(index_dir) == {1}
    assert_mended_by_the_next_build(data_dir, index_dir)


@contextmanager
def files_no_larger_than(size: int) -> Iterator[None]:
    """Fail writes as a full disk does."""
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))


@contextmanager
def mounted(*options: str | Path) -> Iterator[None]:
    """Mount what the options say; the last one is the folder."""
    command = ("mount", *options)
    if not shutil.which("mount"):
        pytest.skip("nothing can be mounted: there is no command for it")
    done = subprocess.run(command, check=False, capture_output=True, text=True)
    if done.returncode:
        pytest.skip(f"nothing can be mounted: {done.stderr.strip()}")
    try:
        yield
    finally:
        subprocess.run(("umount", options[-1]), check=True)


def test_full_disk_is_told_and_once_it_has_room_again_the_build_succeeds(
    data_dir: Path, tmp_path: Path
) -> None:
    disk = tmp_path / "disk"
    disk.mkdir()
    with mounted("-t", "tmpfs", "-o", "size=1m", "none", disk):
        build(write_edition(data_dir, 1), disk / "index")
        write_edition(data_dir, 2)
        other = disk / "other"
        take_all_room(other)

        with pytest.raises(BuildError, match="No space left on device"):
            build(data_dir, disk / "index")

        assert served(disk / "index") == {1}
        other.unlink()
        assert_mended_by_the_next_build(data_dir, disk / "index")


def take_all_room(path: Path) -> None:
    with path.open("wb", buffering=0) as file, suppress(OSError):
        while True:
            file.write(bytes(4096))


def test_read_only_folder_is_served_and_cannot_be_built_in(
    data_dir: Path, index_dir: Path
) -> None:
    with mounted("-o", "bind,ro", index_dir, index_dir):
        assert served(index_dir) == {1}
        with pytest.raises(BuildError, match="Read-only file system"):
            build(data_dir, index_dir)
        assert served(index_dir) == {1}

    assert_mended_by_the_next_build(data_dir, index_dir)


def test_folder_without_a_permission_is_told(data_dir: Path, index_dir: Path) -> None:
    if os.geteuid() == 0:
        pytest.skip("root may write everywhere; a file system that is read only tells")
    index_dir.chmod(0o555)

    with pytest.raises(BuildError, match=r"Permission denied.*mend its permissions"):
        build(data_dir, index_dir)

    assert served(index_dir) == {1}
    index_dir.chmod(0o755)
    assert_mended_by_the_next_build(data_dir, index_dir)


# Takes the lock, tells, and holds it until it is killed.
HOLDER = """
import signal, sys
from pathlib import Path
from index.generations import build_lock

with build_lock(Path(sys.argv[1]), waiting=print):
    print("held", flush=True)
    signal.pause()
"""


def test_build_that_waits_for_another_goes_on_when_that_is_killed(
    data_dir: Path, index_dir: Path
) -> None:
    command = (sys.executable, "-c", HOLDER, str(index_dir))
    steps: list[str] = []

    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE) as other:

        def kill_the_other(step: str, *_: int) -> None:
            steps.append(step)
            other.kill()

        assert other.stdout is not None
        assert other.stdout.readline() == b"held\n"
        build(data_dir, index_dir, progress=kill_the_other)

    assert steps[:2] == ["waiting for another build", "reading"]
    assert served(index_dir) == {2}
