"""Texts that are compressed with gzip."""

import pytest

from tests.reading.conftest import Read
from tests.reading.making import make_gzip


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("note.txt.gz", "The treaty is in force."),
        ("note.gz", "The treaty is in force."),
        ("note.html.gz", "<html><body><p>The treaty is in force.</p></body></html>"),
        (
            "note.md.gz",
            "---\nid: note\ntitle: N\nlanguage: en\nform: digest\n---\n\n"
            "The treaty is in force.",
        ),
    ],
)
def test_a_compressed_text_is_read_by_the_name_within(
    read: Read, name: str, text: str
) -> None:
    data = read({f"documents/{name}": make_gzip(text)})

    assert data.faults == ()
    assert [(p.document, p.text) for p in data.passages] == [
        ("note", "The treaty is in force.")
    ]


@pytest.mark.parametrize(
    ("name", "content", "reason"),
    [
        ("a.txt.gz", make_gzip("The treaty is in force.")[:-4], "damaged or cut off"),
        ("a.txt.gz", b"The treaty is in force.", "damaged or cut off"),
        ("a.txt.gz", make_gzip(b"\0\1\2"), "binary"),
        ("a.pdf.gz", make_gzip(b"%PDF"), 'ends in ".gz"'),
    ],
)
def test_a_file_that_holds_no_text_is_left_out_with_the_reason(
    read: Read, name: str, content: bytes, reason: str
) -> None:
    data = read({f"documents/{name}": content})

    (fault,) = data.faults
    assert fault.leaves_out
    assert reason in fault.found


def test_a_file_that_unpacks_to_too_much_is_left_out(
    read: Read, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("index.reading.received.compressed.LARGEST_TEXT", 1_000_000)

    data = read({"documents/a.txt.gz": make_gzip(b"a" * 1_000_001)})

    assert [fault.found for fault in data.faults] == [
        "the file unpacks to more than 1 MB"
    ]
