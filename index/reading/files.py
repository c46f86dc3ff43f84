"""The files of a data folder, as bytes: which there are, and their digest."""

import hashlib
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from index.errors import Fault
from index.reading.admission import admit, is_hidden, refused_by_system
from index.reading.unreadable import UnreadableError

DOCUMENTS = "documents/"
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
    those of the shipped vocabulary included where it serves, and of what is wrong
    with the others.
    """
    return digest(*read_files(folder))


def digest(files: Mapping[str, bytes], faults: Iterable[Fault] = ()) -> str:
    """Give the SHA-256, in hexadecimal, of sorted paths and their bytes, and faults."""
    total = hashlib.sha256()
    for path in sorted(files):
        total.update(f"{path}\0{len(files[path])}\0".encode())
        total.update(files[path])
    for fault in sorted(faults):
        total.update(f"{fault}\0".encode())
    return total.hexdigest()


def read_files(folder: Path) -> tuple[dict[str, bytes], tuple[Fault, ...]]:
    """Read the bytes of all data files, keyed by their path within the folder.

    Hidden files and editors' backups are passed over. A file that cannot be read
    is a fault, and where it is a document the others are still read.
    """
    paths = dict(_data_files(folder))
    if not any(path.startswith("vocabulary/") for path in paths):
        paths |= _files_below(shipped_data(), "vocabulary")
    if any(path.startswith(DEFAULT_LANGUAGE) for path in paths):
        paths = dict(_shipped_messages()) | paths
    files: dict[str, bytes] = {}
    faults = []
    for name, path in (*_documents_below(folder), *paths.items()):
        is_document = name.startswith(DOCUMENTS)
        try:
            if is_document:
                admit(path)
            if path.is_file():
                files[name] = path.read_bytes()
        except OSError as error:
            faults.append(_refused(name, refused_by_system(error), is_document))
        except UnreadableError as error:
            faults.append(_refused(name, error, is_document))
    return files, (*faults, *_missing(folder, files, faults))


def _shipped_messages() -> Iterator[tuple[str, Path]]:
    """Yield the texts of the default language, without which nothing can be said."""
    path = shipped_data() / DEFAULT_MESSAGES
    if path.is_file():
        yield DEFAULT_MESSAGES, path


def _data_files(folder: Path) -> Iterator[tuple[str, Path]]:
    yield from _files_below(folder, "records")
    yield from _files_below(folder, "vocabulary")


def _files_below(folder: Path, room: str) -> Iterator[tuple[str, Path]]:
    for name, path in _paths_below(folder, room):
        if path.suffix.lower() in _YAML and path.is_file():
            yield name, path


def _documents_below(folder: Path) -> Iterator[tuple[str, Path]]:
    """Yield all that lies in `documents/`, folders that cannot be listed too."""
    return _paths_below(folder, DOCUMENTS)


def _paths_below(folder: Path, room: str) -> Iterator[tuple[str, Path]]:
    for path in sorted((folder / room).rglob("*")):
        relative = path.relative_to(folder)
        if not is_hidden(relative):
            # A file name may hold bytes that are no text at all.
            yield relative.as_posix().encode(errors="replace").decode(), path


def _refused(name: str, error: UnreadableError, leaves_out: bool) -> Fault:
    return Fault(name, 1, error.found, error.expected, error.fix, leaves_out)


def _missing(
    folder: Path, files: Iterable[str], faults: Iterable[Fault]
) -> Iterator[Fault]:
    """Yield a fault where there is no document: an index of nothing answers nothing."""
    expected = "expected one file a source in it"
    if not (folder / "documents").is_dir():
        found, fix = "there is no folder documents", "make it or name another --data"
        yield Fault("documents", 1, found, expected, fix)
    elif not any(
        name.startswith(DOCUMENTS)
        for name in (*files, *(fault.file for fault in faults))
    ):
        found, fix = "the folder is empty", "put documents into it"
        yield Fault("documents", 1, found, expected, fix)
