"""Data that changes during a build: what was read is whole, the next build the rest."""

from collections.abc import Callable
from itertools import count
from pathlib import Path

import pytest

from index.build import build
from index.library import open_library
from index.status import read_status
from tests.index.editions import served, write_edition

READ_BYTES = Path.read_bytes
Change = Callable[[Path], object]


def vanish(documents: Path) -> None:
    (documents / "tugs.txt").unlink()


def appear(documents: Path) -> None:
    (documents / "new.txt").write_text("A new pier is open to all ships.")


def change(documents: Path) -> None:
    write_edition(documents.parent, 2)


@pytest.fixture
def data_dir(tmp_path: Path) -> Path:
    """Give data that is read in the order of lamps, treaty, tugs."""
    data = write_edition(tmp_path / "data", 1)
    (data / "documents" / "tugs.txt").write_text("Tugs are free of charge.")
    return data


def change_once_read(
    monkeypatch: pytest.MonkeyPatch, path: Path, happen: Change, *, times: int = 1
) -> None:
    """Have something happen to the documents right after one of them was read.

    The first time a build tells whether it has changed, the second what it says.
    """
    readings = count(1)

    def read_bytes(read: Path) -> bytes:
        content = READ_BYTES(read)
        if read == path and next(readings) == times:
            happen(path.parent)
        return content

    monkeypatch.setattr(Path, "read_bytes", read_bytes)


def assert_next_build_serves_the_data_as_it_is(data_dir: Path, index_dir: Path) -> None:
    assert read_status(index_dir).state == "stale"

    manifest = build(data_dir, index_dir)

    assert manifest.left_out == ()
    assert manifest.counts.documents == len(list((data_dir / "documents").iterdir()))
    assert read_status(index_dir).state == "fresh"


@pytest.mark.parametrize("happen", [vanish, appear, change])
@pytest.mark.parametrize("step", ["checking", "indexing", "verifying", "publishing"])
def test_change_after_the_reading_is_left_to_the_next_build(
    data_dir: Path, index_dir: Path, step: str, happen: Change
) -> None:
    happened: list[object] = []

    def progress(now: str, *_: int) -> None:
        if now == step and not happened:
            happened.append(happen(data_dir / "documents"))

    manifest = build(data_dir, index_dir, progress=progress)

    assert (manifest.counts.documents, served(index_dir)) == (3, {1})
    assert_next_build_serves_the_data_as_it_is(data_dir, index_dir)


@pytest.mark.parametrize("times", [1, 2])
def test_document_that_vanishes_before_it_is_read_is_told(
    data_dir: Path, index_dir: Path, monkeypatch: pytest.MonkeyPatch, times: int
) -> None:
    lamps = data_dir / "documents" / "lamps.md"
    change_once_read(monkeypatch, lamps, vanish, times=times)

    manifest = build(data_dir, index_dir)

    assert manifest.left_out == (
        "documents/tugs.txt:1: the file was there a moment ago and is not now, "
        "expected the data to stay as it is meanwhile; build again",
    )
    with open_library(index_dir) as library:
        assert set(library.knowledge.documents) == {"lamps", "treaty"}
    assert_next_build_serves_the_data_as_it_is(data_dir, index_dir)


def test_document_that_changes_before_it_is_read_is_read_as_it_is_then(
    data_dir: Path, index_dir: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    lamps = data_dir / "documents" / "lamps.md"
    change_once_read(monkeypatch, lamps, change, times=2)

    build(data_dir, index_dir)

    with open_library(index_dir) as library:
        told = [library.passages_of(name)[-1].text for name in ("lamps", "treaty")]
    assert told == ["This is edition 1.", "This is edition 2."]
    assert_next_build_serves_the_data_as_it_is(data_dir, index_dir)
    assert served(index_dir) == {2}


def test_document_that_appears_after_the_listing_is_left_to_the_next_build(
    data_dir: Path, index_dir: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    change_once_read(monkeypatch, data_dir / "documents" / "lamps.md", appear)

    assert build(data_dir, index_dir).counts.documents == 3
    assert_next_build_serves_the_data_as_it_is(data_dir, index_dir)
