"""Copying received files into a data folder, each with its provenance beside it."""

import os
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import date
from hashlib import sha256
from pathlib import Path
from uuid import uuid4

from index.errors import DataError, Fault
from index.model import Document
from index.reading.admission import admit, is_hidden, refused_by_system
from index.reading.documents import slug
from index.reading.drafts import DocumentReader, Draft, document_reader
from index.reading.files import DOCUMENTS, read_files
from index.reading.findings import Findings
from index.reading.received.formats import stem_of
from index.reading.sidecars import Provenance, format_sidecar, sidecar_of
from index.reading.unreadable import UnreadableError
from index.reading.vocabulary import read_vocabulary


@dataclass(frozen=True, slots=True)
class Added:
    """A document that was added: its file in the data folder, and what it is."""

    file: str
    document: Document
    passages: int


@dataclass(frozen=True, slots=True)
class _Copy:
    """A file that is to be written: its name in the data folder, and its bytes."""

    file: str
    content: bytes


def add_files(
    paths: Sequence[Path], data_dir: Path, provenance: Provenance, *, today: date
) -> tuple[Added, ...]:
    """Copy files into `documents/`, all of them or none; nothing is overwritten.

    Args:
        paths: Each keeps its name; a link is followed, for it was named.
        data_dir: It has a folder `documents`.
        provenance: What is known of them all; the rest is inferred from each text.
        today: The day on which they were received.

    Raises:
        DataError: A file cannot be read, or its name is taken; nothing is added.
        OSError: The data folder cannot be written; nothing is added.
    """
    reader = _reader(data_dir)
    faults: list[Fault] = []
    added: list[Added] = []
    copies: list[_Copy] = []
    for path in paths:
        file = f"{DOCUMENTS}{path.name}"
        try:
            _refuse_name(path, data_dir, taken={copy.file for copy in copies})
            content = _content(path)
        except UnreadableError as error:
            faults.append(_fault(path, error))
            continue
        about = replace(
            provenance,
            received=today.isoformat(),
            sha256=sha256(content).hexdigest(),
        )
        sidecar = _Copy(sidecar_of(file), format_sidecar(about).encode())
        draft, found = _draft(reader, _Copy(file, content), sidecar)
        faults += [replace(fault, file=str(path)) for fault in found]
        if draft:
            added.append(_added(draft))
            # The sidecar first: alone it does no harm.
            copies += (sidecar, _Copy(file, content))
    if faults:
        raise DataError(faults)
    with _undone_on_failure() as made:
        for copy in copies:
            _write(data_dir / copy.file, copy.content, made)
    return tuple(added)


def _reader(data_dir: Path) -> DocumentReader:
    if not (data_dir / DOCUMENTS).is_dir():
        found, expected = "there is no folder documents", "expected a data folder"
        fix = "make the folder or name another --data"
        raise DataError([Fault(str(data_dir), 1, found, expected, fix)])
    files, _ = read_files(data_dir)
    return document_reader(read_vocabulary(files, Findings()))


def _refuse_name(path: Path, data_dir: Path, *, taken: set[str]) -> None:
    file = f"{DOCUMENTS}{path.name}"
    for name in (file, sidecar_of(file)):
        if name in taken or os.path.lexists(data_dir / name):
            raise UnreadableError(
                f"there is a {name} already",
                expected="expected a name of its own",
                fix="rename the file; nothing is overwritten",
            )
    if is_hidden(path.name):
        raise UnreadableError(
            "files of such a name are passed over",
            expected='expected a name without a "." before it or a "~" behind',
            fix="rename the file",
        )


def _content(path: Path) -> bytes:
    try:
        whole = path.resolve(strict=True)
        if whole.is_dir():
            raise UnreadableError(
                "this is a folder", expected="expected a file", fix="name its files"
            )
        admit(str(whole), whole.lstat())
        return whole.read_bytes()
    except FileNotFoundError as error:
        raise UnreadableError(
            "there is no such file", expected="expected a file", fix="correct its name"
        ) from error
    except OSError as error:
        raise refused_by_system(error) from error


def _draft(
    reader: DocumentReader, copy: _Copy, sidecar: _Copy
) -> tuple[Draft | None, list[Fault]]:
    """Read a file as a build would, once it lies in the data folder."""
    findings = Findings()
    files = {each.file: each.content for each in (copy, sidecar)}
    return reader.read(copy.file, files, findings), findings.faults


def _added(draft: Draft) -> Added:
    fields = {"id": slug(stem_of(draft.file)), **draft.fields}
    return Added(draft.file, Document(**fields), len(draft.blocks))


def _fault(path: Path, error: UnreadableError) -> Fault:
    return Fault(str(path), 1, error.found, error.expected, error.fix)


@contextmanager
def _undone_on_failure() -> Iterator[list[Path]]:
    """Collect files that are made, and take them away if not all can be."""
    made: list[Path] = []
    try:
        yield made
    except BaseException:
        for path in made:
            path.unlink(missing_ok=True)
        raise


def _write(path: Path, content: bytes, made: list[Path]) -> None:
    """Write a file that nobody sees before it is whole; fail if there is one."""
    draft = path.with_name(f".{uuid4().hex}.part")
    try:
        with draft.open("xb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        # Unlike a renaming, a link replaces nothing.
        path.hardlink_to(draft)
        made.append(path)
    finally:
        draft.unlink(missing_ok=True)
