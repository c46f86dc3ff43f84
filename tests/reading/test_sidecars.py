"""The files beside documents that tell where they come from."""

from hashlib import sha256

import pytest

from index.reading.findings import Findings
from index.reading.sidecars import Provenance, format_sidecar, read_sidecar
from tests.reading.conftest import Read

TEXT = "PORT/1\n\n4 March 2011\n\nThe treaty is in force.\n"
SIDECAR = """\
id: harbour-note
title: A Note on Harbours
symbol: PORT/2
publisher: Port Office
date: "2012"
url: https://ports.example/2
language: fr
received: "2026-01-31"
"""


def test_what_a_sidecar_tells_goes_before_what_is_inferred(read: Read) -> None:
    data = read({"documents/a.txt": TEXT, "documents/a.txt.yaml": SIDECAR})

    (document,) = data.documents
    assert data.faults == ()
    assert (document.id, document.title) == ("harbour-note", "A Note on Harbours")
    assert (document.symbol, document.date) == ("PORT/2", "2012")
    assert (document.publisher, document.language) == ("Port Office", "fr")
    assert (document.url, document.form) == ("https://ports.example/2", "verbatim")


def test_what_a_sidecar_leaves_out_is_inferred(read: Read) -> None:
    data = read(
        {"documents/a.txt": TEXT, "documents/a.txt.yaml": "title: A Note on Harbours\n"}
    )

    (document,) = data.documents
    assert (document.symbol, document.date) == ("PORT/1", "2011-03-04")


def test_a_sidecar_goes_before_front_matter(read: Read) -> None:
    note = "---\nid: x\ntitle: T\nlanguage: en\nform: digest\n---\n\nText is here.\n"

    data = read({"documents/a.md": note, "documents/a.md.yaml": "title: U\n"})

    assert [(d.id, d.title, d.form) for d in data.documents] == [("x", "U", "digest")]


def test_what_is_written_is_read_back() -> None:
    told = Provenance(title="Über: “all” #1", date="2011", url="https://p.example")
    files = {"documents/a.txt": b"", "documents/a.txt.yaml": b""}
    files["documents/a.txt.yaml"] = format_sidecar(told).encode()
    findings = Findings()

    fields = read_sidecar("documents/a.txt", files, findings)

    assert findings.faults == []
    assert Provenance(**fields) == told


@pytest.mark.parametrize(
    ("sidecar", "message"),
    [
        ("titel: T\n", "documents/a.txt.yaml:1: `titel` is no known key"),
        ("date: today\n", 'documents/a.txt.yaml:1: `date` is "today"'),
        ("received: today\n", 'documents/a.txt.yaml:1: `received` is "today"'),
        ("- [\n", "documents/a.txt.yaml:2: the YAML cannot be read"),
        ("", "documents/a.txt.yaml:1: the file is empty"),
        (
            "title: T\nsha256: 0123456789abcdef\n",
            "documents/a.txt.yaml:2: the document beside it has changed since it was "
            "received, expected the SHA-256 0123456789ab...",
        ),
    ],
)
def test_a_faulty_sidecar_is_told_with_its_line(
    read: Read, sidecar: str, message: str
) -> None:
    data = read({"documents/a.txt": TEXT, "documents/a.txt.yaml": sidecar})

    (fault,) = data.faults
    assert str(fault).startswith(message)
    assert not fault.leaves_out


def test_the_digest_of_an_unchanged_document_is_no_fault(read: Read) -> None:
    sidecar = f"sha256: {sha256(TEXT.encode()).hexdigest()}\n"

    data = read({"documents/a.txt": TEXT, "documents/a.txt.yaml": sidecar})

    assert data.faults == ()


def test_a_sidecar_without_its_document_is_told(read: Read) -> None:
    data = read({"documents/a.txt": TEXT, "documents/b.txt.yaml": "title: T\n"})

    assert [str(fault) for fault in data.faults] == [
        "documents/b.txt.yaml:1: there is no document beside it, expected b.txt; "
        "put the document there or take this file away"
    ]
