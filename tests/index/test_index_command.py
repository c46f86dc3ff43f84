"""The command line: what it prints, how it exits, and never a traceback."""

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from index.__main__ import main
from index.build import build
from index.generations import current_generation

ROOT = Path(__file__).parents[2]


@pytest.fixture
def folders(data_dir: Path, index_dir: Path) -> dict[str, str]:
    return {"--data": str(data_dir), "--index": str(index_dir)}


@pytest.fixture
def built(folders: dict[str, str]) -> str:
    build(Path(folders["--data"]), Path(folders["--index"]))
    return folders["--index"]


FULL = Path("/dev/full")


def run(*arguments: str, input: bytes = b"") -> Result:
    return CliRunner().invoke(main, arguments, input=input)


def lines_of(result: Result) -> list[dict[str, Any]]:
    return [json.loads(line) for line in result.stdout.splitlines()]


def test_check_passes_sound_data(data_dir: Path) -> None:
    result = run("check", "--data", str(data_dir))

    assert result.exit_code == 0
    assert result.stdout == (
        f"No faults in {data_dir}: 2 documents, 5 passages, 1 records.\n"
    )


@pytest.mark.parametrize("command", ["check", "build"])
def test_faults_are_told_one_a_line(
    folders: dict[str, str], index_dir: Path, command: str
) -> None:
    data_dir = Path(folders["--data"])
    (data_dir / "records" / "treaty.yaml").write_text("- [")
    (data_dir / "documents" / "lamps.md").write_text("---\nid: lamps\n---\n\nText.\n")
    options = [*folders.items()] if command == "build" else [("--data", str(data_dir))]

    result = run(command, *(word for option in options for word in option))

    assert result.exit_code == 1
    assert result.stdout == ""
    told = [line for line in result.stderr.splitlines() if not line.endswith("...")]
    assert all(line.startswith(("records/", "documents/")) for line in told)
    assert len({line.partition(":")[0] for line in told}) == 2
    assert not index_dir.is_dir() or current_generation(index_dir) is None


def test_build_tells_its_steps_and_what_it_built(
    folders: dict[str, str], index_dir: Path
) -> None:
    result = run("build", *(word for option in folders.items() for word in option))

    assert result.exit_code == 0
    assert result.stderr.splitlines()[0] == "reading ..."
    assert result.stdout.startswith(f"Built {current_generation(index_dir)} in ")
    assert "2 documents, 5 passages" in result.stdout


def test_build_of_the_same_data_says_so(folders: dict[str, str], built: str) -> None:
    result = run("build", *(word for option in folders.items() for word in option))

    assert result.exit_code == 0
    assert result.stdout.startswith("Nothing has changed since ")
    assert result.stderr == ""


def test_build_that_cannot_write_tells_so_in_one_line(
    data_dir: Path, tmp_path: Path
) -> None:
    (tmp_path / "file").write_text("")

    result = run("build", "--data", str(data_dir), "--index", str(tmp_path / "file"))

    assert result.exit_code == 1
    assert len(result.stderr.splitlines()) == 1
    assert "cannot be written" in result.stderr


def test_search_prints_where_and_what(built: str) -> None:
    result = run("search", "--index", built, "aim of the treaty")

    assert result.exit_code == 0
    assert result.stdout.startswith("1. The Harbour Treaty, paragraph 2 (treaty, ")
    assert "   Its aim is peace in ports." in result.stdout


def test_search_says_when_nothing_is_found(built: str) -> None:
    result = run("search", "--index", built, "zebra")

    assert (result.exit_code, result.stdout) == (0, "Nothing found.\n")


def test_search_asks_back_for_a_misspelled_word(built: str) -> None:
    result = run("search", "--index", built, "lighthuose")

    assert result.stdout.startswith("Did you mean: lighthouse?\n\n1. ")


def test_search_prints_json(built: str) -> None:
    result = run("search", "--index", built, "--json", "--limit", "1", "grain")

    (found,) = lines_of(result)
    assert found["query"] == "grain"
    (hit,) = found["hits"]
    assert set(hit) == {
        "document",
        "passage",
        "locator",
        "score",
        "text",
        "snippet",
    }


def test_lines_are_answered_in_order(built: str) -> None:
    asked = (
        b'\xef\xbb\xbf{"id": "a", "query": "grain", "limit": 1}\n\n'
        b'{"id": 2, "query": "lamp\\u0000 ships"}'
    )

    first, second = lines_of(run("search", "--index", built, "--jsonl", input=asked))

    assert (first["id"], second["id"]) == ("a", 2)
    assert len(first["hits"]) == 1
    assert len(second["hits"]) > 1


@pytest.mark.parametrize(
    ("line", "known"),
    [
        (b"grain", {}),
        (b"\xff", {}),
        (b"[" * 100_000, {}),
        (b"3", {}),
        (b'{"query": "grain"}', {}),
        (b'{"id": 1}', {"id": 1}),
        (b'{"id": 1, "query": 2}', {"id": 1}),
        (b'{"id": 1, "query": "a", "limit": 0}', {"id": 1}),
        (b'{"id": 1, "query": "a", "limit": 1001}', {"id": 1}),
        (b'{"id": 1, "query": "a", "limit": true}', {"id": 1}),
        (b'{"id": "\\ud800", "query": null}', {"id": "\ud800"}),
    ],
)
def test_bad_line_is_answered_and_the_run_goes_on(
    built: str, line: bytes, known: dict[str, Any]
) -> None:
    asked = line + b'\n{"id": "next", "query": "grain"}\n'

    result = run("search", "--index", built, "--jsonl", input=asked)

    bad, good = lines_of(result)
    assert result.exit_code == 1
    assert bad.pop("error")
    assert bad == known
    assert good["id"] == "next"


@pytest.mark.parametrize(
    "given",
    [[], ["--jsonl", "grain"], ["--json", "--jsonl"], ["--limit", "0", "grain"]],
)
def test_wrong_call_exits_2(built: str, given: list[str]) -> None:
    assert run("search", "--index", built, *given).exit_code == 2


def test_words_need_no_quotation_marks(built: str) -> None:
    apart = run("search", "--index", built, "grain", "ships")

    assert apart.exit_code == 0
    assert apart.stdout == run("search", "--index", built, "grain ships").stdout


@pytest.mark.skipif(not FULL.exists(), reason="only Linux has a full device")
def test_full_disk_is_told_in_one_line(built: str) -> None:
    with FULL.open("wb") as full:
        done = subprocess.run(
            (sys.executable, "-m", "index", "search", "--index", built, "grain"),
            cwd=ROOT,
            check=False,
            stdout=full,
            stderr=subprocess.PIPE,
        )

    assert done.returncode == 1
    assert done.stderr.count(b"\n") == 1


@pytest.mark.parametrize("command", [["search", "grain"], ["status"]])
def test_missing_index_is_told_in_one_line(tmp_path: Path, command: list[str]) -> None:
    result = run(*command, "--index", str(tmp_path / "none"))

    assert result.exit_code == 1
    assert result.stderr == (
        f"there is no index in {tmp_path}/none; "
        f"run: python -m index build --index {tmp_path}/none\n"
    )


def test_status_tells_what_is_served(built: str, data_dir: Path) -> None:
    result = run("status", "--index", built)

    assert result.exit_code == 0
    told = dict(line.split(maxsplit=1) for line in result.stdout.splitlines())
    assert told["generation"] == current_generation(Path(built))
    assert told["holds"].startswith("2 documents, 5 passages, ")
    assert told["from"].startswith(str(data_dir))
    assert told["state"] == "fresh"


def test_status_lists_what_was_understood_of_a_document(built: str) -> None:
    result = run("status", "--index", built, "--statements", "treaty")

    assert result.stdout == (
        "The Harbour Treaty (treaty)\n\n"
        "harbour-treaty  purpose\n"
        '   by a record, paragraph 2: "Its aim is peace in ports."\n'
    )


def test_status_says_that_nothing_was_understood(built: str) -> None:
    result = run("status", "--index", built, "--statements", "lamps")

    assert "Nothing is stated" in result.stdout


def test_status_names_the_document_that_may_be_meant(built: str) -> None:
    result = run("status", "--index", built, "--statements", "lamp")

    assert result.exit_code == 1
    assert result.stderr == 'no document has the id "lamp": did you mean "lamps"?\n'


def test_status_sees_changed_data(built: str, data_dir: Path) -> None:
    (data_dir / "documents" / "more.txt").write_text("More.")

    assert "stale: the data or the program" in run("status", "--index", built).stdout


def test_damage_is_told_until_a_build_mends_it(built: str, data_dir: Path) -> None:
    folders = ("--data", str(data_dir), "--index", built)
    sound = current_generation(Path(built))
    run("build", "--full", *folders)
    damaged = Path(built) / str(current_generation(Path(built)))
    (damaged / "knowledge.json").write_text("{}")
    reason = f"{damaged} is damaged: knowledge.json has changed"
    advice = f"run: python -m index build --index {built}"

    found = run("search", "grain", "--index", built)
    status = run("status", "--index", built)
    mended = run("build", *folders)

    assert found.exit_code == 0
    assert found.stderr == f"{reason}, so {sound} is searched; {advice}\n"
    assert "state       damaged: an older build is served" in status.stdout
    assert f"damage      {reason}\n            {advice}" in status.stdout
    assert mended.stderr.endswith(f"\nReplaced: {reason}.\n")
    assert run("search", "grain", "--index", built).stderr == ""
    assert f"replaced    {reason}" in run("status", "--index", built).stdout


def test_status_without_the_data_folder_is_unknown(built: str, data_dir: Path) -> None:
    data_dir.rename(data_dir.with_name("elsewhere"))

    assert "unknown: the data folder is not" in run("status", "--index", built).stdout


def test_search_reads_no_data_folder(built: str) -> None:
    script = (
        "import sys; from index.__main__ import main\n"
        "main(sys.argv[1:], standalone_mode=False)\n"
        "print(sorted({'yaml', 'index.reading', 'rapidfuzz'} & set(sys.modules)))"
    )

    done = subprocess.run(
        (sys.executable, "-c", script, "search", "--index", built, "--json", "grain"),
        cwd=ROOT,
        capture_output=True,
        check=True,
    )

    assert done.stdout.splitlines()[-1] == b"[]"


def test_texts_are_read_without_the_libraries_of_other_formats(data_dir: Path) -> None:
    script = (
        "import sys; from index.__main__ import main\n"
        "main(sys.argv[1:], standalone_mode=False)\n"
        "loaded = {'charset_normalizer', 'docx', 'lxml', 'pypdfium2'}\n"
        "print(sorted(loaded & set(sys.modules)))"
    )

    done = subprocess.run(
        (sys.executable, "-c", script, "check", "--data", str(data_dir)),
        cwd=ROOT,
        capture_output=True,
        check=True,
    )

    assert done.stdout.splitlines()[-1] == b"[]"


def test_output_is_utf8_in_any_locale(built: str) -> None:
    done = subprocess.run(
        (sys.executable, "-m", "index", "search", "--index", built, "--jsonl"),
        cwd=ROOT,
        capture_output=True,
        check=True,
        env={**os.environ, "PYTHONIOENCODING": "ascii"},
        input='{"id": "гавань", "query": "grain"}'.encode(),
    )

    assert json.loads(done.stdout)["id"] == "гавань"
