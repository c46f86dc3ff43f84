"""`index add`: received files with their provenance, all of them or none."""

from datetime import UTC, datetime
from hashlib import sha256
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from index.__main__ import main
from index.reading import read_data
from tests.reading.making import make_gzip

TEXT = "PORT/9\n\n4 May 2001\n\nPilots of the Seven Seas\n\nPilots guide ships.\n"
PAGE = "<html><body><h1>Tugs of the Seas</h1><p>Tugs are free.</p></body></html>"


@pytest.fixture
def inbox(tmp_path: Path) -> Path:
    folder = tmp_path / "inbox"
    folder.mkdir()
    (folder / "pilots.txt").write_text(TEXT)
    (folder / "tugs.html").write_text(PAGE)
    return folder


def add(data_dir: Path, *words: str | Path) -> Result:
    given = ("add", "--data", str(data_dir), *map(str, words))
    return CliRunner().invoke(main, given)


def held(data_dir: Path) -> set[str]:
    return {path.name for path in (data_dir / "documents").iterdir()}


def test_a_file_is_copied_as_it_is(data_dir: Path, inbox: Path) -> None:
    result = add(data_dir, inbox / "pilots.txt")

    assert result.exit_code == 0
    copied = data_dir / "documents" / "pilots.txt"
    assert copied.read_bytes() == (inbox / "pilots.txt").read_bytes()


def test_what_is_inferred_and_what_is_not_known_is_told(
    data_dir: Path, inbox: Path
) -> None:
    result = add(data_dir, inbox / "pilots.txt")

    assert result.stdout.splitlines() == [
        "documents/pilots.txt: Pilots of the Seven Seas, PORT/9, en, 2 passages; "
        "not known: publisher, date, url",
        f"Run: python -m index build --data {data_dir}",
    ]


def test_provenance_is_kept_beside_the_file(data_dir: Path, inbox: Path) -> None:
    about = ("--symbol", "PORT/10", "--date", "2001-05", "--url", "https://p.example")

    add(data_dir, *about, "--title", "Pilots", "--language", "fr", inbox / "pilots.txt")

    sidecar = data_dir / "documents" / "pilots.txt.yaml"
    assert sidecar.read_text().splitlines() == [
        "title: Pilots",
        "symbol: PORT/10",
        "date: 2001-05",
        "url: https://p.example",
        "language: fr",
        f"received: '{datetime.now(UTC).date().isoformat()}'",
        f"sha256: {sha256(TEXT.encode()).hexdigest()}",
    ]


def test_check_speaks_of_what_was_added(data_dir: Path, inbox: Path) -> None:
    add(data_dir, "--title", "All Pilots", inbox / "pilots.txt")

    result = CliRunner().invoke(main, ("check", "--data", str(data_dir)))

    assert result.exit_code == 0
    assert "3 documents" in result.stdout
    assert "documents/pilots.txt: All Pilots, PORT/9, en" in result.stdout


def test_check_sees_that_a_file_has_changed(data_dir: Path, inbox: Path) -> None:
    add(data_dir, inbox / "pilots.txt")
    (data_dir / "documents" / "pilots.txt").write_text("Other words are here.")

    result = CliRunner().invoke(main, ("check", "--data", str(data_dir)))

    assert result.exit_code == 1
    assert "has changed since it was received" in result.stderr


def test_several_files_are_added_at_once(data_dir: Path, inbox: Path) -> None:
    result = add(data_dir, "--date", "2001", inbox / "pilots.txt", inbox / "tugs.html")

    assert result.exit_code == 0
    dates = {d.id: d.date for d in read_data(data_dir).documents}
    assert (dates["pilots"], dates["tugs"]) == ("2001", "2001")


def test_nothing_is_overwritten(data_dir: Path, inbox: Path) -> None:
    (data_dir / "documents" / "pilots.txt").write_text("Here before.")

    result = add(data_dir, inbox / "pilots.txt")

    assert result.exit_code == 1
    assert "there is a documents/pilots.txt already" in result.stderr
    assert (data_dir / "documents" / "pilots.txt").read_text() == "Here before."
    assert "pilots.txt.yaml" not in held(data_dir)


def test_no_sidecar_is_overwritten(data_dir: Path, inbox: Path) -> None:
    (data_dir / "documents" / "pilots.txt.yaml").write_text("title: Here before\n")

    assert add(data_dir, inbox / "pilots.txt").exit_code == 1
    assert "pilots.txt" not in held(data_dir)


def test_two_files_of_one_name_are_refused(data_dir: Path, inbox: Path) -> None:
    other = inbox / "other"
    other.mkdir()
    (other / "pilots.txt").write_text("Others.")

    result = add(data_dir, inbox / "pilots.txt", other / "pilots.txt")

    assert result.exit_code == 1
    assert "pilots.txt" not in held(data_dir)


@pytest.mark.parametrize(
    ("name", "content", "reason"),
    [
        ("b.pdf", b"%PDF", "damaged or cut off"),
        ("b.txt", b"", "empty"),
        ("b.txt.gz", make_gzip("Text.")[:-2], "damaged or cut off"),
        ("b.xls", b"1", 'ends in ".xls"'),
        (".b.txt", b"Text.", "passed over"),
        ("b.md", b"---\nid: b\n---\n\nText.\n", "there is no `title`"),
        (None, b"", "there is no such file"),
        (".", b"", "this is a folder"),
    ],
)
def test_one_bad_file_keeps_all_from_being_added(
    data_dir: Path, inbox: Path, name: str | None, content: bytes, reason: str
) -> None:
    before = held(data_dir)
    bad = inbox / (name or "nowhere.txt")
    if name not in {None, "."}:
        bad.write_bytes(content)

    result = add(data_dir, inbox / "pilots.txt", bad)

    assert result.exit_code == 1
    assert result.stdout == ""
    assert result.stderr.startswith(f"{bad}:")
    assert reason in result.stderr
    assert "Traceback" not in result.stderr
    assert held(data_dir) == before


def test_what_was_half_done_is_undone(
    data_dir: Path, inbox: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = held(data_dir)
    link = Path.hardlink_to

    def fail_at_the_last(path: Path, target: Path) -> None:
        if path.name == "tugs.html":
            raise OSError(28, "No space left on device")
        link(path, target)

    monkeypatch.setattr(Path, "hardlink_to", fail_at_the_last)

    result = add(data_dir, inbox / "pilots.txt", inbox / "tugs.html")

    assert result.exit_code == 1
    assert "No space left on device" in result.stderr
    assert held(data_dir) == before


@pytest.mark.parametrize(
    "words",
    [
        (),
        ("--date", "yesterday", "x.txt"),
        ("--date", "2001-02-30", "x.txt"),
        ("--url", "p.example", "x.txt"),
        ("--language", "French", "x.txt"),
        ("--title", " ", "x.txt"),
        ("--symbol", "PORT/1", "x.txt", "y.txt"),
        ("--colour", "red", "x.txt"),
    ],
)
def test_wrong_call_exits_2(data_dir: Path, words: tuple[str, ...]) -> None:
    result = add(data_dir, *words)

    assert result.exit_code == 2
    assert result.stderr


def test_a_folder_that_is_no_data_folder_is_told(tmp_path: Path, inbox: Path) -> None:
    result = add(tmp_path / "nowhere", inbox / "pilots.txt")

    assert result.exit_code == 1
    assert "there is no folder documents" in result.stderr
    assert not (tmp_path / "nowhere").exists()


def test_a_link_that_is_named_is_followed(data_dir: Path, inbox: Path) -> None:
    (inbox / "link.txt").symlink_to("pilots.txt")

    assert add(data_dir, inbox / "link.txt").exit_code == 0
    assert not (data_dir / "documents" / "link.txt").is_symlink()
