"""Where generations lie, and how one takes the place of another.

    <index>/current                     the name of the generation that is served
    <index>/20261121T170000Z-4f2a9c1b/  a generation: never written again
    <index>/lock                        held, by the kernel, while a build runs
    <index>/.building-...               what a build has made so far
    <index>/.removing-...               what pruning has yet to delete

A crash at any instant leaves the old name in `current`, no lock, and perhaps a
hidden folder, which the next build removes.
"""

import fcntl
import re
import shlex
import shutil
import tempfile
from collections.abc import Callable, Collection, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import BinaryIO

from index.errors import GenerationError
from index.storage import sync, sync_tree

_POINTER = "current"
_NAME = re.compile(r"(\d{8}T\d{6}Z)-[0-9a-f]{8}(?:-(\d+))?")
_BUILDING = ".building-"
_REMOVING = ".removing-"


def current_generation(index_dir: Path) -> str | None:
    """Name the generation that is served; None if none was ever published.

    Cheap enough to be asked before every question.

    Raises:
        GenerationError: The pointer cannot be read, or names no generation.
    """
    pointer = index_dir / _POINTER
    try:
        line = pointer.read_text(encoding="ascii", errors="replace")
    except (FileNotFoundError, NotADirectoryError):
        return None
    except OSError as error:
        message = f"{pointer} cannot be read ({error.strerror})"
        raise GenerationError(message) from error
    # A name that was cut off lacks its end of line, and may be that of another one.
    name = line.removesuffix("\n")
    if name == line or not _NAME.fullmatch(name):
        raise GenerationError(f"{pointer} names no generation")
    return name


def served_generation(index_dir: Path) -> str | None:
    """Name the generation that is served, None also if the pointer is spoilt."""
    try:
        return current_generation(index_dir)
    except GenerationError:
        return None


@dataclass(frozen=True, slots=True)
class Look:
    """The generations that there are, in the order in which to try them.

    What the pointer names comes first, then the newest. `faults` tells what is wrong
    with the pointer, or the folder.
    """

    names: tuple[str, ...]
    faults: tuple[str, ...] = ()


def look_at(index_dir: Path) -> Look:
    """List what may be served."""
    try:
        found = sorted(_published(index_dir), key=_order, reverse=True)
    except OSError as error:
        return Look((), (f"{index_dir} cannot be read ({error.strerror})",))
    try:
        current = current_generation(index_dir)
    except GenerationError as error:
        return Look(tuple(found), (str(error),))
    if current is None:
        missing = f"{index_dir / _POINTER} is missing"
        return Look(tuple(found), (missing,) if found else ())
    return Look((current, *(name for name in found if name != current)))


def _published(index_dir: Path) -> list[str]:
    if not index_dir.is_dir():
        return []
    return [path.name for path in index_dir.iterdir() if _NAME.fullmatch(path.name)]


def _order(name: str) -> tuple[str, int]:
    """Give the time of a generation, and its number among those of that time."""
    stamp, number = _NAME.fullmatch(name).groups()  # type: ignore[union-attr]  # names of generations only
    return stamp, int(number or 1)


def how_to_build(index_dir: Path) -> str:
    """Tell the command that mends an index."""
    return f"run: python -m index build --index {shlex.quote(str(index_dir))}"


def new_name(index_dir: Path, data_digest: str, now: datetime) -> str:
    """Name a generation by its time and its data, later than all that there are.

    Those of one second are numbered, and so are those after a clock was set back.
    """
    stamp, number = f"{now.astimezone(UTC):%Y%m%dT%H%M%SZ}", 1
    newest = max(map(_order, _published(index_dir)), default=("", 0))
    if newest[0] >= stamp:
        stamp, number = newest[0], newest[1] + 1
    name = f"{stamp}-{data_digest[:8]}"
    return name if number == 1 else f"{name}-{number}"


@contextmanager
def build_lock(index_dir: Path, *, waiting: Callable[[], None]) -> Iterator[None]:
    """Let one build run at a time; make the folder if need be.

    The kernel lets go of the lock when its holder ends, however it ends.

    Args:
        index_dir: The folder that generations are published in.
        waiting: Called once if another build must be waited for.
    """
    index_dir.mkdir(parents=True, exist_ok=True)
    with (index_dir / "lock").open("ab") as file:
        if not _try_lock(file):
            waiting()
            fcntl.flock(file, fcntl.LOCK_EX)
        yield


@contextmanager
def fresh_folder(index_dir: Path) -> Iterator[Path]:
    """Give an empty hidden folder to build in, which is gone afterwards.

    Call it with the lock held: what dead builds left behind is removed first.
    """
    for name in (_BUILDING, _REMOVING):
        for left_over in index_dir.glob(f"{name}*"):
            _delete(left_over)
    folder = Path(tempfile.mkdtemp(prefix=_BUILDING, dir=index_dir))
    try:
        # mkdtemp lets nobody else in, but an index may be served by another user.
        folder.chmod(index_dir.stat().st_mode & 0o777)
        yield folder
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def publish(index_dir: Path, built: Path, name: str) -> None:
    """Serve the generation in the folder `built` under `name` from now on.

    All is on disk before the pointer changes, and that is one rename. What takes
    room comes first, so that a full disk leaves nothing published by half.
    """
    sync_tree(built)
    pointer = index_dir / f"{_BUILDING}{_POINTER}"
    pointer.write_text(f"{name}\n", encoding="ascii")
    sync(pointer)
    built.rename(index_dir / name)
    sync(index_dir)
    if (index_dir / _POINTER).is_dir():  # no file takes the place of a folder
        _delete(index_dir / _POINTER)
    pointer.replace(index_dir / _POINTER)
    sync(index_dir)


def prune(index_dir: Path, keep: Collection[str | None]) -> None:
    """Remove all generations but those to keep.

    Readers hold what they opened. What cannot be removed stays until a later build.
    """
    for folder in index_dir.iterdir():
        if _NAME.fullmatch(folder.name) and folder.name not in keep:
            _remove(folder)


def _remove(folder: Path) -> None:
    """Remove one generation; it is hidden first, so that no reader meets half of it."""
    hidden = folder.with_name(f"{_REMOVING}{folder.name}")
    with suppress(OSError):
        folder.rename(hidden)
    _delete(hidden)


def _delete(path: Path) -> None:
    """Delete a file, a link, or a folder as far as it can be deleted."""
    if path.is_dir() and not path.is_symlink():
        shutil.rmtree(path, ignore_errors=True)
    else:
        with suppress(OSError):
            path.unlink()


def _try_lock(file: BinaryIO) -> bool:
    try:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    return True
