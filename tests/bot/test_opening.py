"""The bot serves what is sound of its index, and has the rest built again."""

import logging
from contextlib import closing
from pathlib import Path

import pytest

from bot.building import ensure_index
from bot.opening import open_reception
from index.build import build
from index.errors import IndexUnavailableError
from index.generations import current_generation
from index.status import read_status
from tests.index.conftest import write_data


@pytest.fixture
def data(tmp_path: Path) -> Path:
    return write_data(tmp_path / "data")


@pytest.fixture
def index(data: Path, tmp_path: Path) -> Path:
    """Give an index of two generations."""
    folder = tmp_path / "index"
    build(data, folder)
    build(data, folder, full=True)
    return folder


def damage_newest(index: Path) -> str:
    name = str(current_generation(index))
    (index / name / "knowledge.json").write_bytes(b"")
    return name


def test_sound_generation_before_is_opened_and_the_damage_logged(
    index: Path, caplog: pytest.LogCaptureFixture
) -> None:
    damaged = damage_newest(index)

    with closing(open_reception(index)) as reception:
        served = reception.desk().shelf.generation

    assert served != damaged
    (record,) = caplog.records
    assert record.levelno == logging.WARNING
    assert record.message == (
        f"event=generation_refused serving={served} reason={index}/{damaged} is "
        "damaged: knowledge.json has changed; "
        f"run: python -m index build --index {index}"
    )


def test_spoilt_pointer_is_no_hindrance(index: Path) -> None:
    newest = current_generation(index)
    (index / "current").write_bytes(b"\0")

    with closing(open_reception(index)) as reception:
        assert reception.desk().shelf.generation == newest


def test_damaged_index_is_built_again_at_the_start(data: Path, index: Path) -> None:
    damage_newest(index)

    ensure_index(data, index)

    assert read_status(index).state == "fresh"


def test_sound_index_is_served_as_it_is(data: Path, index: Path) -> None:
    newest = current_generation(index)

    ensure_index(data, index)

    assert current_generation(index) == newest


def test_damaged_index_without_its_data_is_served_as_far_as_it_is_sound(
    data: Path, index: Path
) -> None:
    damage_newest(index)
    data.rename(data.with_name("elsewhere"))

    ensure_index(data, index)

    assert read_status(index).state == "damaged"


def test_faulty_data_leaves_the_sound_generation_served(
    data: Path, index: Path, caplog: pytest.LogCaptureFixture
) -> None:
    damage_newest(index)
    (data / "records" / "treaty.yaml").write_text("- [")

    ensure_index(data, index)

    serving = read_status(index).manifest.generation
    assert caplog.messages == [f"event=build_failed serving={serving}"]


def test_nothing_to_serve_and_nothing_to_build_from_is_told(tmp_path: Path) -> None:
    with pytest.raises(IndexUnavailableError, match="there is no index to answer from"):
        ensure_index(tmp_path / "none", tmp_path / "index")
