"""What is damaged is not served; what was served before is, until a build mends it."""

import json
import pickle
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from index.build import build
from index.errors import DataError, IndexUnavailableError
from index.generations import current_generation
from index.library import open_library
from index.manifest import read_manifest, write_manifest
from index.status import read_status

OLD, NEW = "It entered into force in 2003.", "It entered into force in 2004."


@pytest.fixture
def served(data_dir: Path, index_dir: Path) -> Path:
    """Give the folder of the newest of two generations: the old one says 2003."""
    build(data_dir, index_dir)
    path = data_dir / "documents" / "treaty.md"
    path.write_text(path.read_text("utf-8").replace("2003", "2004"), "utf-8")
    return index_dir / build(data_dir, index_dir).generation


def answer(index_dir: Path) -> str:
    with open_library(index_dir) as library:
        return library.search("entered into force")[0].snippet


def one(folder: Path, pattern: str) -> Path:
    (path,) = folder.rglob(pattern)
    return path


def truncate(path: Path) -> None:
    path.write_bytes(path.read_bytes()[:-100])


def flip_a_bit(path: Path) -> None:
    content = bytearray(path.read_bytes())
    content[len(content) // 2] ^= 1
    path.write_bytes(content)


def replace_by_folder(path: Path) -> Path:
    path.unlink()
    path.mkdir()
    return path


def replace_by_link(path: Path, *, to: Path) -> None:
    path.unlink()
    path.symlink_to(to)


def fill(folder: Path) -> None:
    (folder / "notes.txt").write_text("Who put this here?")


DAMAGE: dict[str, tuple[str, Callable[[Path], object]]] = {
    "truncated": ("has changed", truncate),
    "flipped bit": ("has changed", flip_a_bit),
    "empty": ("has changed", lambda path: path.write_bytes(b"")),
    "missing": ("is missing", Path.unlink),
    "no file": ("is missing", replace_by_folder),
}


@pytest.mark.parametrize("damage", DAMAGE)
@pytest.mark.parametrize("name", ["*.seg", "*.toc", "knowledge.json", "lessons/en"])
def test_damaged_file_is_told_and_the_one_before_served(
    served: Path, index_dir: Path, name: str, damage: str
) -> None:
    said, spoil = DAMAGE[damage]
    path = one(served, name)
    spoil(path)

    with open_library(index_dir) as library:
        assert library.search("entered into force")[0].snippet == OLD
        assert library.refused == (
            f"{served} is damaged: {path.relative_to(served)} {said}",
        )


@pytest.mark.parametrize("damage", DAMAGE)
@pytest.mark.parametrize("name", ["manifest.json", "manifest.json.sha256"])
def test_damaged_manifest_is_told_and_the_one_before_served(
    served: Path, index_dir: Path, name: str, damage: str
) -> None:
    DAMAGE[damage][1](served / name)

    with open_library(index_dir) as library:
        assert library.search("entered into force")[0].snippet == OLD
        (reason,) = library.refused
    assert reason.startswith((f"{served} is damaged", f"{served} cannot be read"))


@pytest.mark.parametrize(
    ("claim", "version"),
    [
        ({"schema_version": 0}, "this program"),
        ({"schema_version": 99}, "this program"),
        ({"whoosh": "1.0"}, "Whoosh"),
    ],
)
def test_manifest_of_another_version_is_told_and_the_one_before_served(
    served: Path, index_dir: Path, claim: dict[str, Any], version: str
) -> None:
    path = served / "manifest.json"
    told = json.loads(path.read_bytes())
    path.write_text(json.dumps(told | {"recipe": told["recipe"] | claim}))

    with open_library(index_dir) as library:
        assert library.search("entered into force")[0].snippet == OLD
        assert library.refused == (
            f"{served} was built by another version of {version}",
        )


class Trap:
    """Leaves a folder behind where it is unpickled."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def __reduce__(self) -> tuple[Any, ...]:
        return Path.mkdir, (self.folder,)


@pytest.mark.parametrize("name", ["_MAIN_1.toc", "_MAIN_2.toc"])
def test_nothing_is_unpickled_unless_a_build_wrote_it(
    served: Path, index_dir: Path, tmp_path: Path, name: str
) -> None:
    sprung = tmp_path / "sprung"
    (served / "postings" / name).write_bytes(pickle.dumps(Trap(sprung)))

    assert answer(index_dir) == OLD
    assert not sprung.exists()


POINTERS: dict[str, Callable[[Path], object]] = {
    "empty": lambda pointer: pointer.write_bytes(b""),
    "garbage": lambda pointer: pointer.write_bytes(b"\xff\0" * 99),
    "half": lambda pointer: pointer.write_bytes(pointer.read_bytes()[:9]),
    "missing": Path.unlink,
    "stale": lambda pointer: pointer.write_text("20010101T000000Z-4f2a9c1b\n"),
    "no file": replace_by_folder,
    "a full folder": lambda pointer: fill(replace_by_folder(pointer)),
    "a link to itself": lambda pointer: replace_by_link(pointer, to=pointer),
    "a link to nothing": lambda pointer: replace_by_link(pointer, to=Path("none")),
}


@pytest.mark.parametrize("pointer", POINTERS)
def test_newest_is_served_where_the_pointer_is_spoilt(
    served: Path, index_dir: Path, pointer: str
) -> None:
    POINTERS[pointer](index_dir / "current")

    with open_library(index_dir) as library:
        assert library.generation == served.name
        (reason,) = library.refused
    assert reason.startswith(str(index_dir))
    assert read_status(index_dir).state == "damaged"


def test_generation_that_is_gone_is_told_and_the_one_before_served(
    served: Path, index_dir: Path
) -> None:
    shutil.rmtree(served)

    with open_library(index_dir) as library:
        assert library.search("entered into force")[0].snippet == OLD
        assert library.refused == (
            f"{served} cannot be read (No such file or directory)",
        )


@pytest.mark.parametrize("pointer", POINTERS)
def test_next_build_mends_the_pointer(
    served: Path, data_dir: Path, index_dir: Path, pointer: str
) -> None:
    POINTERS[pointer](index_dir / "current")

    manifest = build(data_dir, index_dir)

    assert len(manifest.refused) == 1
    assert current_generation(index_dir) == manifest.generation != served.name
    assert read_status(index_dir).state == "fresh"


def test_next_build_keeps_the_sound_one_and_removes_the_damaged(
    served: Path, data_dir: Path, index_dir: Path
) -> None:
    flip_a_bit(one(served, "*.seg"))
    with open_library(index_dir) as library:
        sound = library.generation

    mended = build(data_dir, index_dir).generation

    assert {path.name for path in index_dir.iterdir() if path.is_dir()} == {
        sound,
        mended,
    }
    assert answer(index_dir) == NEW


def test_failed_build_leaves_the_sound_one_served(
    served: Path, data_dir: Path, index_dir: Path
) -> None:
    flip_a_bit(one(served, "*.seg"))
    (data_dir / "records" / "treaty.yaml").write_text("- [")

    with pytest.raises(DataError):
        build(data_dir, index_dir)

    assert answer(index_dir) == OLD


def test_index_without_a_sound_generation_tells_all_and_how_to_build(
    served: Path, index_dir: Path
) -> None:
    for path in index_dir.rglob("knowledge.json"):
        path.write_bytes(b"")

    with pytest.raises(IndexUnavailableError) as caught:
        open_library(index_dir)

    assert str(caught.value).startswith(
        f"nothing in {index_dir} can be served: {served} "
    )
    assert str(caught.value).count("is damaged: knowledge.json has changed") == 2
    assert str(caught.value).endswith(f"run: python -m index build --index {index_dir}")


def test_manifest_comes_back_as_it_was_written(served: Path, tmp_path: Path) -> None:
    manifest = read_manifest(served)

    write_manifest(tmp_path, manifest)

    assert read_manifest(tmp_path) == manifest
