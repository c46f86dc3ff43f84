"""Generations take one another's place whole, and in turn."""

import threading
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from index.errors import GenerationError
from index.generations import (
    Look,
    build_lock,
    current_generation,
    fresh_folder,
    look_at,
    new_name,
    prune,
    publish,
)

NOW = datetime(2026, 11, 21, 17, 0, tzinfo=UTC)
DIGEST = "4f2a9c1b" * 8


def publish_one(index_dir: Path) -> str:
    name = new_name(index_dir, DIGEST, NOW)
    with fresh_folder(index_dir) as folder:
        (folder / "manifest.json").write_text("{}")
        publish(index_dir, folder, name)
    return name


def generations(index_dir: Path) -> set[str]:
    return {path.name for path in index_dir.iterdir() if path.is_dir()}


def test_name_tells_time_and_data(tmp_path: Path) -> None:
    assert new_name(tmp_path, DIGEST, NOW) == "20261121T170000Z-4f2a9c1b"


def test_two_of_one_second_have_two_names(tmp_path: Path) -> None:
    names = [publish_one(tmp_path) for _ in range(3)]

    assert names == [names[0], f"{names[0]}-2", f"{names[0]}-3"]
    assert current_generation(tmp_path) == names[2]


def test_name_is_the_latest_though_the_clock_was_set_back(tmp_path: Path) -> None:
    newer = publish_one(tmp_path)

    name = new_name(tmp_path, "0" * 64, NOW - timedelta(hours=1))
    (tmp_path / name).mkdir()

    assert look_at(tmp_path) == Look((newer, name))
    (tmp_path / "current").unlink()
    assert look_at(tmp_path).names == (name, newer)


def test_nothing_is_current_before_the_first(tmp_path: Path) -> None:
    assert current_generation(tmp_path / "none") is None


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"../../etc\n",
        b"\xff\xfe",
        b"20261121T170000Z-4f2a9c1b/..\n",
        b"20261121T170000Z-4f2a9c1b",
    ],
)
def test_pointer_that_was_not_written_whole_is_told(
    tmp_path: Path, content: bytes
) -> None:
    (tmp_path / "current").write_bytes(content)

    with pytest.raises(GenerationError, match="current names no generation"):
        current_generation(tmp_path)


def test_pointer_that_cannot_be_read_is_told(tmp_path: Path) -> None:
    (tmp_path / "current").mkdir()

    with pytest.raises(GenerationError, match="cannot be read"):
        current_generation(tmp_path)


def test_publishing_leaves_nothing_else_behind(tmp_path: Path) -> None:
    name = publish_one(tmp_path)

    assert {path.name for path in tmp_path.iterdir()} == {name, "current"}


def test_failed_build_leaves_no_folder(tmp_path: Path) -> None:
    with pytest.raises(RuntimeError), fresh_folder(tmp_path):
        raise RuntimeError

    assert list(tmp_path.iterdir()) == []


def test_left_overs_of_dead_builds_are_removed(tmp_path: Path) -> None:
    for name in (".building-x", ".removing-y"):
        (tmp_path / name / "postings").mkdir(parents=True)

    with fresh_folder(tmp_path) as folder:
        assert list(tmp_path.iterdir()) == [folder]


def test_pruning_keeps_what_is_named(tmp_path: Path) -> None:
    first, second, third = (publish_one(tmp_path) for _ in range(3))

    prune(tmp_path, keep=(third, second))

    assert generations(tmp_path) == {second, third}
    assert first not in generations(tmp_path)


def test_pruning_removes_a_generation_without_manifest(tmp_path: Path) -> None:
    name = publish_one(tmp_path)
    (tmp_path / name / "manifest.json").unlink()

    prune(tmp_path, keep=())

    assert generations(tmp_path) == set()


def test_pruning_touches_no_other_folder(tmp_path: Path) -> None:
    (tmp_path / "notes").mkdir()

    prune(tmp_path, keep=())

    assert generations(tmp_path) == {"notes"}


def test_second_build_waits_for_the_first(tmp_path: Path) -> None:
    order: list[str] = []
    second_waits = threading.Event()

    def second() -> None:
        with build_lock(tmp_path, waiting=second_waits.set):
            order.append("second")

    thread = threading.Thread(target=second)
    with build_lock(tmp_path, waiting=lambda: None):
        thread.start()
        assert second_waits.wait(timeout=60)
        order.append("first")
    thread.join()

    assert order == ["first", "second"]
