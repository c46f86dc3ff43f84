"""A build after any changes serves what a full build of the same data serves."""

from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from index.build import build
from index.errors import DataError
from index.layout import LAYOUT
from index.library import Library, open_library
from index.reading.drafts import DocumentReader
from index.storage import CARRIED, POSTINGS
from tests.index.conftest import FILES, write_data

KINDS = """\
- {id: treaty, open: true}
- {id: club, open: true}
- {id: meeting, held_by: club}
"""
RELATIONS = """\
- {id: purpose, value: text, of: [treaty]}
- {id: entry, value: date, of: [treaty]}
- {id: dates, value: date, of: [meeting]}
"""
ENGLISH_KINDS = """\
treaty: {singular: [treaty], plural: [treaties]}
club: {singular: [club], plural: [clubs]}
meeting:
  singular: [meeting]
  plural: [meetings]
  counted:
    - the {ordinal} meeting of {whole}
    - "{ordinal} meeting of {whole}"
    - "{ordinal} meeting of the {whole}"
"""
LANGUAGE = """\
stop_words: [the, of, and, to, is, in, for, when, was, what, "on", its]
abbreviations: []
months: {may: 5}
ordinals: {first: 1, second: 2, third: 3}
numbers: {}
words:
  articles: [the, a]
  prepositions: [of, "on", against]
  conjunctions: [and]
  definite: [the]
  referring: [it, its]
  calling: [called]
  name_tails: ["on", against]
"""
SENTENCES = """\
purpose:
  label: purpose
  answer: "{value}"
  questions: ["What is {entity} for?"]
entry:
  label: entry
  answer: "{value}"
  questions: ["When did {entity} begin?"]
  sentences: ["{entity} entered into force (in|on) {value}"]
dates:
  label: dates
  answer: "{value}"
  questions: ["When was {entity}?"]
  sentences: ["{entity} was held on {value}"]
"""
WORDS = {
    "vocabulary/kinds.yaml": KINDS,
    "vocabulary/relations.yaml": RELATIONS,
    "vocabulary/en/kinds.yaml": ENGLISH_KINDS,
    "vocabulary/en/language.yaml": LANGUAGE,
    "vocabulary/en/relations.yaml": SENTENCES,
}
# Sentences of which some say more once another document brings a name.
WAITING = (
    "Ships that carry grain may enter every port.",
    "The Harbour Treaty entered into force in 2005.",
    "The Lisbon Treaty entered into force on 3 May 2012.",
    "The second meeting of the Lamp Oil Club was held on 6 May 2015.",
    "Lamps burn lamp oil; a port lamp burns all night.",
)
BRINGING = (
    "The Treaty against Wreck Robbery entered into force in 2011.",
    'The Treaty against Wreck Robbery is called the "Lisbon Treaty".',
    "The Club on Lamp Oil held its second meeting.",
    "The Club on Lamp Oil is open. It was held on 5 May 2014.",
)
SAID = (*WAITING, *BRINGING)
QUERIES = ("ships grain", "treaty force", "lamp oil port", "wreck", "club meeting held")
NAMES = ("treaty.md", "a.txt", "a.md", "lamps.md", "z.txt", "deep/a.txt")
BAD = b"\0\1"

Changes = list[tuple[str, bytes | None]]

texts = st.lists(st.sampled_from(SAID), min_size=1, max_size=4).map("\n\n".join)
paths = st.sampled_from(NAMES).map("documents/{}".format)
RECORD = FILES["records/treaty.yaml"]
# What becomes of a file: its new content, or None where it goes.
changes = st.one_of(
    st.tuples(paths, texts.map(str.encode)),
    st.tuples(paths, texts.map(str.encode)),
    st.tuples(paths, st.sampled_from([None, BAD])),
    st.tuples(
        paths.map("{}.yaml".format),
        st.sampled_from([None, b"title: The Club on Lamp Oil\n", b"language: en\n"]),
    ),
    st.tuples(
        st.just("records/treaty.yaml"),
        st.sampled_from(
            [None, RECORD.encode(), RECORD.replace("for?", "good for?").encode()]
        ),
    ),
    st.tuples(
        st.just("vocabulary/entities/more.yaml"),
        st.sampled_from(
            [
                None,
                b"- {id: oil, kind: club, names: {en: the Oil Club},"
                b" aliases: {en: [Oil Club, Club on Lamp Oil]}}\n",
            ]
        ),
    ),
)


def change(data_dir: Path, name: str, content: bytes | None) -> None:
    path = data_dir / name
    if content is None:
        path.unlink(missing_ok=True)
    else:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)


def held(library: Library) -> dict[str, Any]:
    """Give all that a reader can get, in its order."""
    knowledge, manifest = library.knowledge, library.manifest
    return {
        "documents": list(knowledge.documents.items()),
        "entities": list(knowledge.entities.items()),
        "statements": knowledge.statements,
        "vocabulary": knowledge.vocabulary,
        "passages": [library.passages_of(id_) for id_ in knowledge.documents],
        "hits": [library.search(query, 50) for query in QUERIES],
        "rare": library.search(" ".join(f"{q} x{n}" for n, q in enumerate(SAID * 9))),
        "lessons": [library.lesson(code) for code in knowledge.vocabulary.languages],
        "counts": manifest.counts,
        "recipe": manifest.recipe,
        "left out": manifest.left_out,
    }


def outcome(data_dir: Path, index_dir: Path) -> dict[str, Any]:
    """Build, and give what a reader gets then, or the faults."""
    try:
        build(data_dir, index_dir)
    except DataError as error:
        return {"faults": error.faults}
    with open_library(index_dir) as library:
        return held(library)


def start(folder: Path) -> Path:
    data_dir = write_data(folder / "data")
    for name, content in WORDS.items():
        (data_dir / name).write_text(content, "utf-8")
    # So many that a few changes are not worth writing all anew.
    for number in range(60):
        text = f"{WAITING[number % len(WAITING)]} Berth {number} is free."
        (data_dir / "documents" / f"m{number}.txt").write_text(text, "utf-8")
    return data_dir


@settings(max_examples=15)
@given(rounds=st.lists(st.lists(changes, min_size=1, max_size=3), max_size=3))
def test_any_changes_come_to_what_a_full_build_gives(rounds: list[Changes]) -> None:
    with TemporaryDirectory() as folder:
        data_dir, index_dir = start(Path(folder)), Path(folder) / "index"
        build(data_dir, index_dir)
        for number, changed in enumerate(rounds):
            for name, content in changed:
                change(data_dir, name, content)

            after = outcome(data_dir, index_dir)

            assert after == outcome(data_dir, Path(folder) / f"full-{number}")


@pytest.mark.parametrize("said", BRINGING)
def test_a_name_that_one_document_brings_is_known_in_all_as_long_as_it_does(
    tmp_path: Path, said: str
) -> None:
    data_dir, index_dir = start(tmp_path), tmp_path / "index"
    before = outcome(data_dir, index_dir)

    change(data_dir, "documents/a.md", said.encode())
    with_name = outcome(data_dir, index_dir)
    change(data_dir, "documents/a.md", None)

    assert with_name == outcome_of_full(tmp_path, said)
    assert outcome(data_dir, index_dir) == before


def outcome_of_full(folder: Path, said: str) -> dict[str, Any]:
    """Build the same data, with one document more, where nothing was built before."""
    change(folder / "data", "documents/a.md", said.encode())
    try:
        return outcome(folder / "data", folder / "full")
    finally:
        change(folder / "data", "documents/a.md", None)


def test_after_a_change_only_what_changed_is_read_and_indexed(
    data_dir: Path, index_dir: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    start(data_dir.parent)
    build(data_dir, index_dir)
    read, steps = [], {}
    reading = DocumentReader.read

    def note_and_read(reader: DocumentReader, file: str, *rest: Any) -> Any:
        read.append(file)
        return reading(reader, file, *rest)

    monkeypatch.setattr(DocumentReader, "read", note_and_read)
    change(data_dir, "documents/m7.txt", b"Berth 7 is taken.")

    build(data_dir, index_dir, progress=lambda step, _, of: steps.update({step: of}))

    assert read == ["documents/m7.txt"]
    assert steps["indexing"] == 1
    assert "checking" not in steps
    assert "reading example questions" not in steps


def test_a_full_build_reads_and_indexes_all(data_dir: Path, index_dir: Path) -> None:
    steps: dict[str, int] = {}
    count = build(data_dir, index_dir).counts.passages

    build(
        data_dir,
        index_dir,
        full=True,
        progress=lambda step, _, of: steps.update({step: of}),
    )

    assert steps["indexing"] == count
    assert "checking" in steps
    assert "reading example questions" in steps


def test_many_changes_are_worth_one_index(data_dir: Path, index_dir: Path) -> None:
    start(data_dir.parent)
    build(data_dir, index_dir)
    layouts = []

    for number in range(4):
        change(data_dir, f"documents/m{number}.txt", b"The berth is taken.")
        layouts.append(has_rest(index_dir, build(data_dir, index_dir).generation))

    assert layouts == [True, False, True, False]


def has_rest(index_dir: Path, generation: str) -> bool:
    return (index_dir / generation / POSTINGS / LAYOUT).exists()


@pytest.mark.parametrize("damage", [b"", b"\0" * 40, None])
def test_without_what_is_carried_over_all_is_built_anew(
    data_dir: Path, index_dir: Path, damage: bytes | None
) -> None:
    before = build(data_dir, index_dir)
    change(data_dir, str(index_dir / before.generation / CARRIED), damage)
    change(data_dir, "documents/new.txt", b"Tugs are free.")

    after = build(data_dir, index_dir)

    assert after.counts.documents == before.counts.documents + 1
    assert after.refused == ()


def test_another_program_trusts_nothing_that_is_carried_over(
    data_dir: Path, index_dir: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    steps = []
    build(data_dir, index_dir)
    monkeypatch.setattr("index.carried.code_digest", lambda: "another")
    change(data_dir, "documents/new.txt", b"Tugs are free.")

    build(data_dir, index_dir, progress=lambda step, *_: steps.append(step))

    assert "reading example questions" in steps


def test_a_generation_lives_on_without_the_one_that_it_was_made_from(
    data_dir: Path, index_dir: Path
) -> None:
    start(data_dir.parent)
    for number in range(3):
        change(data_dir, "documents/m7.txt", f"Berth 7 is free at {number}.".encode())
        build(data_dir, index_dir)

    with open_library(index_dir) as library:
        (hit,) = library.search("berth 7 is free at 2", 1)
        assert hit.text == "Berth 7 is free at 2."
        assert library.search("grain")


def test_a_bad_document_is_told_again_after_another_one_has_changed(
    data_dir: Path, index_dir: Path
) -> None:
    change(data_dir, "documents/bad.txt", BAD)
    before = build(data_dir, index_dir)
    change(data_dir, "documents/new.txt", b"Tugs are free.")

    after = build(data_dir, index_dir)

    assert after.left_out == before.left_out != ()
