"""A build is all or nothing, and leaves nothing to be mended by hand."""

import gc
import subprocess
import sys
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest

from index.build import build
from index.errors import BuildError, DataError
from index.generations import current_generation
from index.library import open_library
from index.postings import write_postings
from index.status import read_status

# Dies without a word, as at a power cut, when it reaches the step it is given.
KILLED = """
import os, signal, sys
from pathlib import Path
from index.build import build

def progress(step, done, total):
    if step == sys.argv[3]:
        os.kill(os.getpid(), signal.SIGKILL)

build(Path(sys.argv[1]), Path(sys.argv[2]), progress=progress)
"""
BUILD = (sys.executable, "-m", "index", "build", "--full")
ROOT = Path(__file__).parents[2]


def edit(data_dir: Path, old: str = "2003", new: str = "2004") -> None:
    path = data_dir / "documents" / "treaty.md"
    path.write_text(path.read_text("utf-8").replace(old, new), "utf-8")


def answer(index_dir: Path) -> str:
    with open_library(index_dir) as library:
        return library.search("entered into force")[0].snippet


def names(index_dir: Path) -> set[str]:
    return {path.name for path in index_dir.iterdir()}


def test_manifest_tells_what_was_built(data_dir: Path, index_dir: Path) -> None:
    manifest = build(data_dir, index_dir)

    assert manifest.generation == current_generation(index_dir)
    assert manifest.counts.documents == 2
    assert manifest.counts.passages == 5
    assert manifest.counts.records == 1
    assert manifest.counts.entities >= 1
    assert manifest.counts.statements >= 1
    assert manifest.data == str(data_dir)
    assert datetime.fromisoformat(manifest.built_at).tzinfo
    assert {Path(name).parts[0] for name in manifest.files} == {
        "knowledge.json",
        "lessons",
        "postings",
    }


def test_unchanged_data_is_not_built_again(data_dir: Path, index_dir: Path) -> None:
    steps: list[str] = []
    first = build(data_dir, index_dir)

    second = build(data_dir, index_dir, progress=lambda s, *_: steps.append(s))

    assert second == first
    assert steps == []


def test_full_build_builds_unchanged_data(data_dir: Path, index_dir: Path) -> None:
    first = build(data_dir, index_dir)

    second = build(data_dir, index_dir, full=True)

    assert second.generation != first.generation
    assert current_generation(index_dir) == second.generation


def test_changed_data_is_served(data_dir: Path, index_dir: Path) -> None:
    build(data_dir, index_dir)
    edit(data_dir)
    assert read_status(index_dir).state == "stale"

    build(data_dir, index_dir)

    assert answer(index_dir) == "It entered into force in 2004."
    assert read_status(index_dir).state == "fresh"


def test_changed_program_builds_again(
    data_dir: Path, index_dir: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = build(data_dir, index_dir)
    monkeypatch.setattr("index.manifest.code_digest", lambda: "another")

    assert read_status(index_dir).state == "stale"
    assert build(data_dir, index_dir).generation != first.generation


def test_two_generations_are_kept(data_dir: Path, index_dir: Path) -> None:
    built = [build(data_dir, index_dir, full=True).generation for _ in range(4)]

    assert names(index_dir) == {*built[-2:], "current", "lock"}


def test_faults_of_the_data_leave_the_index_alone(
    data_dir: Path, index_dir: Path
) -> None:
    before = build(data_dir, index_dir)
    edit(data_dir, "language: en\n", "")
    (data_dir / "records" / "treaty.yaml").write_text("- [")

    with pytest.raises(DataError) as caught:
        build(data_dir, index_dir)

    assert {fault.file for fault in caught.value.faults} >= {
        "documents/treaty.md",
        "records/treaty.yaml",
    }
    assert current_generation(index_dir) == before.generation
    assert answer(index_dir)


def test_garbage_is_collected_again_after_a_build(
    data_dir: Path, index_dir: Path
) -> None:
    build(data_dir, index_dir)
    assert gc.isenabled()

    (data_dir / "records" / "treaty.yaml").write_text("- [")
    with pytest.raises(DataError):
        build(data_dir, index_dir)
    assert gc.isenabled()


def test_folder_that_cannot_be_made_is_told(data_dir: Path, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")

    with pytest.raises(BuildError, match="file/index cannot be written"):
        build(data_dir, tmp_path / "file" / "index")


def test_incomplete_index_is_not_published(
    data_dir: Path, index_dir: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def lose_one(folder: Path, passages: Any, **rest: Any) -> Any:
        lengths = write_postings(folder, passages[1:], **rest)
        return [lengths[0], *lengths]

    before = build(data_dir, index_dir)
    monkeypatch.setattr("index.writing.write_postings", lose_one)

    with pytest.raises(BuildError, match="lacks passages"):
        build(data_dir, index_dir, full=True)

    assert current_generation(index_dir) == before.generation


@pytest.mark.parametrize("step", ["reading", "indexing", "verifying", "publishing"])
def test_killed_build_leaves_the_old_generation_and_no_lock(
    data_dir: Path, index_dir: Path, step: str
) -> None:
    before = build(data_dir, index_dir)
    edit(data_dir)

    killed = subprocess.run(
        (sys.executable, "-c", KILLED, str(data_dir), str(index_dir), step),
        cwd=ROOT,
        check=False,
    )

    assert killed.returncode == -9
    assert answer(index_dir) == "It entered into force in 2003."
    after = build(data_dir, index_dir)
    assert answer(index_dir) == "It entered into force in 2004."
    assert names(index_dir) == {
        before.generation,
        after.generation,
        "current",
        "lock",
    }


def test_builds_at_once_do_each_other_no_harm(data_dir: Path, index_dir: Path) -> None:
    build(data_dir, index_dir)
    folders = ("--data", str(data_dir), "--index", str(index_dir))

    builders = [
        subprocess.Popen((*BUILD, *folders), cwd=ROOT, stdout=-3, stderr=-3)
        for _ in range(3)
    ]
    searched = [answer(index_dir) for _ in range(20)]

    assert [builder.wait(timeout=60) for builder in builders] == [0, 0, 0]
    assert set(searched) == {"It entered into force in 2003."}
    assert answer(index_dir) == "It entered into force in 2003."
    assert len(names(index_dir)) == 4
