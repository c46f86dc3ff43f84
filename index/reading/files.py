"""The files of a data folder, as bytes: which there are, and their digest."""

import hashlib
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from index.errors import Fault

_YAML = (".yaml", ".yml")
DEFAULT_LANGUAGE = "vocabulary/en/"
DEFAULT_MESSAGES = f"{DEFAULT_LANGUAGE}messages.yaml"
_SHIPPED = Path(__file__).parents[1] / "shipped"


def shipped_data() -> Path:
    """Give the folder whose `vocabulary/` serves data that brings none.

    An installed wheel carries it inside the package; in a source tree it is the
    repository's own `data/`.
    """
    return _SHIPPED if _SHIPPED.is_dir() else Path(__file__).parents[2] / "data"


def digest_of(folder: Path) -> str:
    """Give the digest of a data folder without parsing anything.

    It is the SHA-256 of the paths and bytes of all files that `read_data` reads,
    those of the shipped vocabulary included where it serves.
    """
    return digest(read_files(folder)[0])


def digest(files: Mapping[str, bytes]) -> str:
    """Give the SHA-256, in hexadecimal, of sorted paths and their bytes."""
    total = hashlib.sha256()
    for path in sorted(files):
        total.update(f"{path}\0{len(files[path])}\0".encode())
        total.update(files[path])
    return total.hexdigest()


def read_files(folder: Path) -> tuple[dict[str, bytes], tuple[Fault, ...]]:
    """Read the bytes of all data files, keyed by their path within the folder.

    Hidden files and editors' backups are passed over. A file that cannot be read
    is a fault.
    """
    paths = dict(_data_files(folder))
    if not any(path.startswith("vocabulary/") for path in paths):
        paths |= _files_below(shipped_data(), "vocabulary", suffixes=_YAML)
    if any(path.startswith(DEFAULT_LANGUAGE) for path in paths):
        paths = dict(_shipped_messages()) | paths
    files: dict[str, bytes] = {}
    faults = []
    for name, path in paths.items():
        try:
            files[name] = path.read_bytes()
        except OSError as error:
            faults.append(_unreadable(name, error))
    return files, (*faults, *_missing(folder, files, faults))


def _shipped_messages() -> Iterator[tuple[str, Path]]:
    """Yield the texts of the default language, without which nothing can be said."""
    path = shipped_data() / DEFAULT_MESSAGES
    if path.is_file():
        yield DEFAULT_MESSAGES, path


def _data_files(folder: Path) -> Iterator[tuple[str, Path]]:
    yield from _files_below(folder, "documents")
    yield from _files_below(folder, "records", suffixes=_YAML)
    yield from _files_below(folder, "vocabulary", suffixes=_YAML)


def _files_below(
    folder: Path, room: str, *, suffixes: tuple[str, ...] = ()
) -> Iterable[tuple[str, Path]]:
    for path in sorted((folder / room).rglob("*")):
        relative = path.relative_to(folder)
        wanted = not suffixes or path.suffix.lower() in suffixes
        if wanted and not _is_hidden(relative) and path.is_file():
            # A file name may hold bytes that are no text at all.
            yield relative.as_posix().encode(errors="replace").decode(), path


def _is_hidden(path: Path) -> bool:
    return path.name.endswith("~") or any(part.startswith(".") for part in path.parts)


def _unreadable(name: str, error: OSError) -> Fault:
    found = f"the file cannot be read ({error.strerror})"
    return Fault(name, 1, found, "expected a readable file", "mend its permissions")


def _missing(
    folder: Path, files: Iterable[str], faults: Iterable[Fault]
) -> Iterator[Fault]:
    """Yield a fault where there is no document: an index of nothing answers nothing."""
    expected = "expected one file a source in it"
    if not (folder / "documents").is_dir():
        found, fix = "there is no folder documents", "make it or name another --data"
        yield Fault("documents", 1, found, expected, fix)
    elif not any(
        name.startswith("documents/")
        for name in (*files, *(fault.file for fault in faults))
    ):
        found, fix = "the folder is empty", "put documents into it"
        yield Fault("documents", 1, found, expected, fix)
