"""The files of a data folder: which there are, their digests, and their bytes."""

import hashlib
import os
import stat
import time
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

import msgspec

from index.errors import Fault
from index.reading.admission import admit, is_hidden, refused_by_system
from index.reading.unreadable import UnreadableError

DOCUMENTS = "documents/"
VOCABULARY = "vocabulary/"
RECORDS = "records/"
_YAML = (".yaml", ".yml")
DEFAULT_LANGUAGE = f"{VOCABULARY}en/"
DEFAULT_MESSAGES = f"{DEFAULT_LANGUAGE}messages.yaml"
_SHIPPED = Path(__file__).parents[1] / "shipped"
# In nanoseconds. File systems tell times by ticks, some by whole seconds: within a
# tick a file may change twice and show the same time.
_TICK = 50_000_000
_LONG_TICK = 2_000_000_000
_SECOND = 1_000_000_000
# Size, times of the last change of bytes and of anything, place on the disk.
Stamp = tuple[int, int, int, int]


class Seen(msgspec.Struct, frozen=True, array_like=True, gc=False):
    """The digest of a file's bytes, and the stamp that it bore.

    As long as it bears the same, its bytes are the same. Without a stamp nothing can
    be told.
    """

    digest: str
    stamp: Stamp | None


class Files(Mapping[str, bytes]):
    """The bytes of all data files by their paths within the folder.

    Documents are opened when they are asked for, so that a great many of them take no
    memory; all else is small. `seen` has the digest of each document, that of its
    latest reading.
    """

    def __init__(self) -> None:
        self.seen: dict[str, Seen] = {}
        self._paths: dict[str, str] = {}
        self._held: dict[str, bytes] = {}

    def hold(self, name: str, content: bytes) -> None:
        """Add a file that is kept in memory."""
        self._held[name] = content

    def look(self, name: str, path: str, found: os.stat_result, before: Seen) -> None:
        """Add a document; it is opened only if it may have changed since `before`.

        Raises:
            OSError: It cannot be read.
        """
        stamp = _stamp(found)
        if before.stamp == stamp:
            self.seen[name] = before
        else:
            now = time.time_ns()
            digest = _digest_of(Path(path).read_bytes())
            self.seen[name] = Seen(digest, stamp if _is_settled(stamp, now) else None)
        self._paths[name] = path

    def __getitem__(self, name: str) -> bytes:
        """Give the bytes of a file.

        Raises:
            UnreadableError: It was there a moment ago, and cannot be read now.
        """
        if name in self._held:
            return self._held[name]
        try:
            content = Path(self._paths[name]).read_bytes()
        except OSError as error:
            raise refused_by_system(error) from error
        digest = _digest_of(content)
        if digest != self.seen[name].digest:
            self.seen[name] = Seen(digest, None)
        return content

    def __iter__(self) -> Iterator[str]:
        """Give the paths."""
        yield from self._held
        yield from self._paths

    def __len__(self) -> int:
        """Count the files."""
        return len(self._held) + len(self._paths)

    def digest(self, room: str = "", faults: Iterable[Fault] = ()) -> str:
        """Give the SHA-256 of the sorted paths and digests of a room, and faults.

        A room is one of those above; without any, all are digested.
        """
        digests = {
            name: _digest_of(held)
            for name, held in self._held.items()
            if name.startswith(room)
        }
        if DOCUMENTS.startswith(room):
            digests |= {name: seen.digest for name, seen in self.seen.items()}
        told = [f"{name}\0{digests[name]}" for name in sorted(digests)]
        return _digest_of("\0".join((*told, *map(str, sorted(faults)))).encode())


def shipped_data() -> Path:
    """Give the folder whose `vocabulary/` serves data that brings none.

    An installed wheel carries it inside the package; in a source tree it is the
    repository's own `data/`.
    """
    return _SHIPPED if _SHIPPED.is_dir() else Path(__file__).parents[2] / "data"


def digest_of(folder: Path) -> str:
    """Give the digest of a data folder without parsing anything.

    It is that of the paths and bytes of all files that `read_data` reads, those of
    the shipped vocabulary included where it serves, and of what is wrong with the
    others.
    """
    files, faults = read_files(folder)
    return files.digest(faults=faults)


def read_files(
    folder: Path, before: Mapping[str, Seen] | None = None
) -> tuple[Files, tuple[Fault, ...]]:
    """Look at all data files, keyed by their path within the folder.

    Hidden files and editors' backups are passed over. A file that cannot be read
    is a fault, and where it is a document the others are still read. What was seen
    of documents `before` spares opening those that have not changed.
    """
    files, faults = Files(), []
    for name, path in _small_files(folder).items():
        try:
            files.hold(name, path.read_bytes())
        except OSError as error:
            faults.append(_refused(name, refused_by_system(error), leaves_out=False))
    unseen = Seen("", None)
    for name, entry in _below(folder, DOCUMENTS):
        try:
            found = entry.stat(follow_symlinks=False)
            admit(entry.path, found)
            if stat.S_ISREG(found.st_mode):
                files.look(name, entry.path, found, (before or {}).get(name, unseen))
        except OSError as error:
            faults.append(_refused(name, refused_by_system(error), leaves_out=True))
        except UnreadableError as error:
            faults.append(_refused(name, error, leaves_out=True))
    return files, (*faults, *_missing(folder, files, faults))


def _small_files(folder: Path) -> dict[str, Path]:
    """Give the files of records and vocabulary, the shipped one if there is none."""
    paths = {**_yaml_below(folder, RECORDS), **_yaml_below(folder, VOCABULARY)}
    if not any(path.startswith(VOCABULARY) for path in paths):
        paths |= _yaml_below(shipped_data(), VOCABULARY)
    default = shipped_data() / DEFAULT_MESSAGES
    if any(path.startswith(DEFAULT_LANGUAGE) for path in paths) and default.is_file():
        # The texts of the default language, without which nothing can be said.
        paths = {DEFAULT_MESSAGES: default} | paths
    return paths


def _yaml_below(folder: Path, room: str) -> dict[str, Path]:
    return {
        name: Path(entry.path)
        for name, entry in _below(folder, room)
        if Path(entry.name).suffix.lower() in _YAML and entry.is_file()
    }


def _below(folder: Path, room: str) -> Iterator[tuple[str, "os.DirEntry[str]"]]:
    """Yield all that lies below a room and is not hidden, folders too.

    Links to folders are not followed, and folders that cannot be listed are empty.
    """
    try:
        with os.scandir(folder / room) as entries:
            found = sorted(entries, key=lambda entry: entry.name)
    except OSError:
        return
    for entry in found:
        if entry.name.startswith("."):
            continue
        # A file name may hold bytes that are no text at all.
        name = f"{room}{entry.name.encode(errors='replace').decode()}"
        if not is_hidden(entry.name):
            yield name, entry
        if entry.is_dir(follow_symlinks=False):
            yield from _below(folder, f"{room}{entry.name}/")


def _stamp(found: os.stat_result) -> Stamp:
    return found.st_size, found.st_mtime_ns, found.st_ctime_ns, found.st_ino


def _is_settled(stamp: Stamp, now: int) -> bool:
    """Tell whether a change from now on would show in the times of a file."""
    latest = max(stamp[1:3])
    return now - latest > (_TICK if latest % _SECOND else _LONG_TICK)


def _digest_of(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()


def _refused(name: str, error: UnreadableError, *, leaves_out: bool) -> Fault:
    return Fault(name, 1, error.found, error.expected, error.fix, leaves_out)


def _missing(
    folder: Path, files: Iterable[str], faults: Iterable[Fault]
) -> Iterator[Fault]:
    """Yield a fault where there is no document: an index of nothing answers nothing."""
    expected = "expected one file a source in it"
    if not (folder / DOCUMENTS).is_dir():
        found, fix = "there is no folder documents", "make it or name another --data"
        yield Fault("documents", 1, found, expected, fix)
    elif not any(
        name.startswith(DOCUMENTS)
        for name in (*files, *(fault.file for fault in faults))
    ):
        found, fix = "the folder is empty", "put documents into it"
        yield Fault("documents", 1, found, expected, fix)
