"""The digest of a data folder."""

from pathlib import Path

import pytest

from index.reading import digest_of, read_data


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
