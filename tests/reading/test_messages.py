"""The fixed texts of a language, read and checked."""

from pathlib import Path

import pytest

from index.check import check_data
from index.reading import read_data, shipped_data
from index.vocabulary import Vocabulary
from tests.reading.conftest import VOCABULARY, Read

FILE = "vocabulary/en/messages.yaml"
TEXT = (shipped_data() / FILE).read_text("utf-8")


def line_of(start: str, text: str = TEXT) -> int:
    lines = text.splitlines()
    return next(n for n, line in enumerate(lines, 1) if line.startswith(start))


def test_texts_are_carried_with_their_language(read: Read) -> None:
    languages = read({FILE: TEXT}).vocabulary.languages

    assert languages["en"].messages is not None
    assert languages["en"].messages.commands.parties.takes == "[date]"


def test_vocabulary_without_texts_has_the_shipped_english_ones(read: Read) -> None:
    languages = read({}).vocabulary.languages

    assert languages["en"].messages is not None
    assert languages["fr"].messages is None


def test_missing_text_is_a_fault(read: Read) -> None:
    without = TEXT.replace("sorry: ", "sory: ")

    told = [str(fault) for fault in read({FILE: without}).faults]

    number = line_of("sory: ", without)
    assert [line for line in told if line.startswith(f"{FILE}:{number}: `sory` is no")]
    assert [line for line in told if "there is no `sorry`" in line]


def test_missing_command_is_a_fault(read: Read) -> None:
    without = TEXT.replace("\n  dates:\n", "\n  dats:\n")

    told = [str(fault) for fault in read({FILE: without}).faults]

    assert [line for line in told if "`commands` has no `dates`" in line]


@pytest.mark.parametrize(
    ("text", "other", "found", "expected"),
    [
        ("As of {date}.", "As of then.", "none", "{date}"),
        ("As of {date}.", "As of {day}.", "day", "{date}"),
        ("Goodbye.", "Goodbye {name}.", "name", "none"),
    ],
)
def test_wrong_slot_is_a_fault_with_its_line(
    tmp_path: Path, text: str, other: str, found: str, expected: str
) -> None:
    (tmp_path / "documents").mkdir()
    for name, content in {**VOCABULARY, FILE: TEXT.replace(text, other)}.items():
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(content, "utf-8")

    faults = [f for f in check_data(read_data(tmp_path)) if f.file == FILE]

    (fault,) = faults
    assert fault.line == next(
        n for n, line in enumerate(TEXT.splitlines(), 1) if text in line
    )
    assert found in fault.found
    assert expected in fault.expected


def test_each_shipped_language_has_texts_of_its_own(vocabulary: Vocabulary) -> None:
    languages = vocabulary.languages

    assert all(language.messages for language in languages.values())
