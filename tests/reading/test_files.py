"""The digest of a data folder."""

import os
from pathlib import Path

import pytest

from index.reading import digest_of, read_data
from index.reading.data import read_all
from index.reading.files import Files, read_files


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "documents").mkdir()
    (tmp_path / "documents" / "a.txt").write_text("The treaty is in force.\n")
    return tmp_path


def test_the_cheap_digest_is_that_of_reading(folder: Path) -> None:
    assert digest_of(folder) == read_data(folder).digest


def test_a_changed_byte_changes_the_digest(folder: Path) -> None:
    before = digest_of(folder)

    (folder / "documents" / "a.txt").write_text("The treaty is in farce.\n")

    assert digest_of(folder) != before


def test_a_changed_name_changes_the_digest(folder: Path) -> None:
    before = digest_of(folder)

    (folder / "documents" / "a.txt").rename(folder / "documents" / "b.txt")

    assert digest_of(folder) != before


def test_the_shipped_vocabulary_is_part_of_the_digest(folder: Path) -> None:
    before = digest_of(folder)

    (folder / "vocabulary").mkdir()
    (folder / "vocabulary" / "kinds.yaml").write_text("- id: treaty\n")

    assert digest_of(folder) != before


def test_a_folder_without_documents_is_at_fault(tmp_path: Path) -> None:
    (tmp_path / "documents").mkdir()
    (tmp_path / "documents" / ".a.txt.swp").write_text("x")

    (fault,) = read_data(tmp_path).faults

    assert str(fault) == (
        "documents:1: the folder is empty, expected one file a source in it; "
        "put documents into it"
    )


def test_files_that_are_no_data_leave_the_digest_alone(folder: Path) -> None:
    before = digest_of(folder)

    (folder / "README.md").write_text("Notes.\n")
    (folder / "documents" / ".a.txt.swp").write_text("x")

    assert digest_of(folder) == before


@pytest.fixture
def much_later(monkeypatch: pytest.MonkeyPatch) -> None:
    """Look at files long after they were written."""
    monkeypatch.setattr("time.time_ns", lambda: 2**62)


def look(folder: Path, before: Files | None = None) -> Files:
    return read_files(folder, before.seen if before else None)[0]


@pytest.mark.usefixtures("much_later")
def test_a_document_that_bears_the_same_stamp_is_not_opened(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = look(folder)
    opened: list[str] = []
    read = Path.read_bytes

    def note_and_read(path: Path) -> bytes:
        opened.append(path.name)
        return read(path)

    monkeypatch.setattr(Path, "read_bytes", note_and_read)

    assert look(folder, before).seen == before.seen
    assert "a.txt" not in opened


@pytest.mark.usefixtures("much_later")
def test_a_change_that_keeps_size_and_time_is_seen(folder: Path) -> None:
    file = folder / "documents" / "a.txt"
    before, times = look(folder), file.stat()

    file.write_text("The treaty was in work.\n")
    os.utime(file, ns=(times.st_atime_ns, times.st_mtime_ns))

    assert look(folder, before).digest() != before.digest()


def test_a_document_written_a_moment_ago_may_change_unseen(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    written = (folder / "documents" / "a.txt").stat().st_ctime_ns
    monkeypatch.setattr("time.time_ns", lambda: written)

    (seen,) = look(folder).seen.values()

    assert seen.stamp is None


def test_a_document_that_goes_while_it_is_read_is_left_out(folder: Path) -> None:
    (folder / "documents" / "b.txt").write_text("It has three aims.\n")
    files, faults = read_files(folder)
    (folder / "documents" / "b.txt").unlink()

    data = read_all(files, faults)

    assert [document.id for document in data.documents] == ["a"]
    assert [(f.file, f.leaves_out) for f in data.faults] == [("documents/b.txt", True)]


def test_the_digest_is_that_of_what_was_read(folder: Path) -> None:
    files, faults = read_files(folder)
    (folder / "documents" / "a.txt").write_text("The treaty is in farce.\n")

    assert read_all(files, faults).digest == digest_of(folder)
