"""Files of `documents/` that are not read, each told by name with the reason."""

import os
from pathlib import Path

import pytest

from index.reading import Data, digest_of, read_data
from index.reading.admission import LARGEST_FILE


@pytest.fixture
def documents(tmp_path: Path) -> Path:
    folder = tmp_path / "documents"
    folder.mkdir()
    (folder / "a.txt").write_text("The treaty is in force.\n")
    return folder


def refused(documents: Path) -> list[tuple[str, str, bool]]:
    data: Data = read_data(documents.parent)
    assert [document.id for document in data.documents] == ["a"]
    return [(fault.file, fault.found, fault.leaves_out) for fault in data.faults]


def test_a_file_too_large_is_not_even_read(
    documents: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with (documents / "b.pdf").open("wb") as file:
        file.truncate(10 * LARGEST_FILE)
    read = Path.read_bytes
    seen: list[str] = []

    def note_and_read(path: Path) -> bytes:
        seen.append(path.name)
        return read(path)

    monkeypatch.setattr(Path, "read_bytes", note_and_read)

    assert refused(documents) == [("documents/b.pdf", "the file has 500 MB", True)]
    assert "b.pdf" not in seen


@pytest.mark.parametrize("target", ["a.txt", "nowhere", "/etc", "."])
def test_a_link_is_told_and_not_followed(documents: Path, target: str) -> None:
    (documents / "b.txt").symlink_to(target)

    assert refused(documents) == [
        ("documents/b.txt", "the file is a symbolic link", True)
    ]


def test_what_is_no_file_is_told_and_not_opened(documents: Path) -> None:
    os.mkfifo(documents / "b.txt")

    assert refused(documents) == [("documents/b.txt", "this is no file", True)]


@pytest.mark.skipif(os.geteuid() == 0, reason="nothing is forbidden to root")
@pytest.mark.parametrize("name", ["b.txt", "b"])
def test_what_may_not_be_read_is_told(documents: Path, name: str) -> None:
    path = documents / name
    path.mkdir() if name == "b" else path.write_text("The port is open.")
    path.chmod(0)

    (found,) = refused(documents)

    assert found[0] == f"documents/{name}"
    path.chmod(0o700)


def test_a_file_that_the_system_refuses_is_told(
    documents: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (documents / "b.txt").write_text("The port is open.")
    read = Path.read_bytes

    def refuse(path: Path) -> bytes:
        if path.name == "b.txt":
            raise PermissionError(13, "Permission denied")
        return read(path)

    monkeypatch.setattr(Path, "read_bytes", refuse)

    assert refused(documents) == [
        ("documents/b.txt", "the file cannot be read (Permission denied)", True)
    ]


def test_a_refused_file_changes_the_digest(documents: Path) -> None:
    before = digest_of(documents.parent)

    (documents / "b.txt").symlink_to("a.txt")

    assert digest_of(documents.parent) != before
