"""Documents that cannot be read are left out and told; the rest is built."""

from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from index.__main__ import main
from index.build import build
from index.errors import DataError
from index.generations import current_generation
from index.library import open_library
from tests.reading.making import make_gzip

Spoil = Callable[[Path], object]


def write_hole(path: Path, size: int) -> None:
    """Write a file of a size that takes no room on the disk."""
    with path.open("wb") as file:
        file.truncate(size)


BAD: dict[str, tuple[str, Spoil]] = {
    "empty": ("b.txt", lambda path: path.write_bytes(b"")),
    "binary": ("b.txt", lambda path: path.write_bytes(b"\0\1\2")),
    "binary as Markdown": ("b.md", lambda path: path.write_bytes(b"\0\1\2")),
    "no PDF": ("b.pdf", lambda path: path.write_bytes(b"%PDF-1.7")),
    "no Word file": ("b.docx", lambda path: path.write_bytes(b"PK")),
    "no page": ("b.html", lambda path: path.write_bytes(b"<p></p>")),
    "cut off": ("b.txt.gz", lambda path: path.write_bytes(make_gzip("Text.")[:-3])),
    "unknown": ("b.xls", lambda path: path.write_bytes(b"1")),
    "too large": ("b.pdf", lambda path: write_hole(path, 500_000_000)),
    "a link": ("b.txt", lambda path: path.symlink_to("/etc/hosts")),
}


def run(data_dir: Path, index_dir: Path) -> Result:
    folders = ("--data", str(data_dir), "--index", str(index_dir))
    return CliRunner().invoke(main, ("build", *folders))


def told(result: Result) -> list[str]:
    return [line for line in result.stderr.splitlines() if not line.endswith("...")]


@pytest.mark.parametrize("bad", BAD)
def test_a_bad_file_is_told_by_name_and_the_rest_is_built(
    data_dir: Path, index_dir: Path, bad: str
) -> None:
    name, spoil = BAD[bad]
    spoil(data_dir / "documents" / name)

    result = run(data_dir, index_dir)

    assert result.exit_code == 1
    assert [line.partition(":")[0] for line in told(result)] == [f"documents/{name}"]
    assert "2 documents" in result.stdout
    with open_library(index_dir) as library:
        assert library.search("grain")


def test_a_build_with_nothing_to_do_still_tells_what_is_left_out(
    data_dir: Path, index_dir: Path
) -> None:
    (data_dir / "documents" / "b.txt").touch()
    first = run(data_dir, index_dir)

    second = run(data_dir, index_dir)

    assert second.stdout.startswith("Nothing has changed since ")
    assert (second.exit_code, told(second)) == (1, told(first))


def test_the_status_tells_what_is_left_out(data_dir: Path, index_dir: Path) -> None:
    (data_dir / "documents" / "b.txt").touch()
    run(data_dir, index_dir)

    result = CliRunner().invoke(main, ("status", "--index", str(index_dir)))

    assert "left out    documents/b.txt:1: the file is empty" in result.stdout


def test_a_file_that_is_mended_is_built(data_dir: Path, index_dir: Path) -> None:
    path = data_dir / "documents" / "b.txt"
    path.symlink_to("/etc/hosts")
    run(data_dir, index_dir)
    path.unlink()
    path.write_text("Tugs are free.")

    result = run(data_dir, index_dir)

    assert (result.exit_code, told(result)) == (0, [])
    assert "3 documents" in result.stdout


def test_a_record_is_left_out_with_its_document(
    data_dir: Path, index_dir: Path
) -> None:
    (data_dir / "documents" / "treaty.md").write_bytes(b"\0")

    manifest = build(data_dir, index_dir)

    assert (manifest.counts.documents, manifest.counts.records) == (1, 0)


def test_nothing_is_published_where_no_document_can_be_read(
    data_dir: Path, index_dir: Path
) -> None:
    before = build(data_dir, index_dir)
    for path in (data_dir / "documents").iterdir():
        path.write_bytes(b"")

    with pytest.raises(DataError):
        build(data_dir, index_dir)

    assert current_generation(index_dir) == before.generation


def test_another_fault_still_refuses_the_build(data_dir: Path, index_dir: Path) -> None:
    (data_dir / "documents" / "b.txt").touch()
    (data_dir / "records" / "treaty.yaml").write_text("- [")

    with pytest.raises(DataError) as caught:
        build(data_dir, index_dir)

    assert {fault.file for fault in caught.value.faults} == {
        "documents/b.txt",
        "records/treaty.yaml",
    }
