"""Documents with front matter, and the faults of document files."""

import pytest

from index.model import Document, Passage
from tests.reading.conftest import Read

DIGEST = """\
---
id: harbour-note
title: A Note on Harbours
symbol: PORT/1
publisher: Port Office
date: "2011-03"
url: https://ports.example/1
language: en
form: digest
---

The first paragraph
is wrapped.

[¶ 7] The treaty has parts:
- one part,
  wrapped;
- another part.

## Entry into force

[§ article 3] The treaty is in force.
"""
HEAD = "---\nid: x\ntitle: T\nlanguage: en\nform: digest\n---\n"


def test_a_digest_gives_its_document_and_passages(read: Read) -> None:
    data = read({"documents/a.md": DIGEST})

    assert data.faults == ()
    assert data.documents == (
        Document(
            id="harbour-note",
            title="A Note on Harbours",
            language="en",
            form="digest",
            symbol="PORT/1",
            publisher="Port Office",
            date="2011-03",
            url="https://ports.example/1",
        ),
    )
    assert data.passages == (
        Passage(
            "harbour-note#1",
            "harbour-note",
            "paragraph 1",
            "",
            "The first paragraph is wrapped.",
        ),
        Passage(
            "harbour-note#2",
            "harbour-note",
            "paragraph 7",
            "",
            "The treaty has parts:\n- one part, wrapped;\n- another part.",
        ),
        Passage(
            "harbour-note#3",
            "harbour-note",
            "article 3",
            "Entry into force",
            "The treaty is in force.",
        ),
    )


def test_a_list_after_a_blank_line_still_belongs_to_its_paragraph(read: Read) -> None:
    data = read({"documents/a.md": f"{HEAD}\nParts:\n\n- one\n\n- two\n"})

    assert [p.text for p in data.passages] == ["Parts:\n- one\n- two"]


def test_a_verbatim_body_loses_its_furniture(read: Read) -> None:
    head = HEAD.replace("digest", "verbatim")

    data = read({"documents/a.txt": f"{head}Search\n\nThe treaty is in force.\n"})

    assert [p.text for p in data.passages] == ["The treaty is in force."]


def test_a_text_that_opens_with_an_ornament_has_no_front_matter(read: Read) -> None:
    data = read({"documents/a.txt": "---\n\nThe treaty is in force.\n---\n"})

    assert data.faults == ()
    assert [p.text for p in data.passages] == ["The treaty is in force."]


def test_dates_need_no_quotes(read: Read) -> None:
    head = HEAD.replace("language", "date: 2011\nlanguage")

    data = read({"documents/a.md": f"{head}\nText is here.\n"})

    assert (data.faults, data.documents[0].date) == ((), "2011")


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (
            b"",
            "documents/a.md:1: the file is empty, expected UTF-8 text; "
            "save it as UTF-8 text or take it away",
        ),
        (
            b"PK\0\1 text",
            "documents/a.md:1: the file is binary, expected UTF-8 text; "
            "save it as UTF-8 text or take it away",
        ),
        (
            "---\nid: x\n\nText.\n",
            "documents/a.md:1: the front matter is not closed, "
            "expected a line --- after its last key; add that line",
        ),
        (
            HEAD,
            "documents/a.md:1: there is no paragraph, expected at least one; "
            "add its text",
        ),
        (
            HEAD.replace("title: T", "titel: T") + "\nText.\n",
            "documents/a.md:2: there is no `title`, expected the key `title`; "
            "add a line `title: ...`",
        ),
        (
            HEAD.replace("title: T", "title: T\nsymbl: T") + "\nText.\n",
            "documents/a.md:4: `symbl` is no known key, expected id, title, language, "
            'form, symbol, publisher, date, url; did you mean "symbol"?',
        ),
        (
            HEAD.replace("title: T", "title: [T]") + "\nText.\n",
            "documents/a.md:3: `title` is a list, expected text; correct it",
        ),
        (
            HEAD.replace("title: T", "title:") + "\nText.\n",
            "documents/a.md:3: `title` is empty, expected text; correct it",
        ),
        (
            HEAD.replace("digest", "summary") + "\nText.\n",
            'documents/a.md:5: `form` is "summary", expected one of digest, verbatim; '
            "correct it",
        ),
        (
            HEAD.replace("title: T", 'title: T\ndate: "2011-02-30"') + "\nText.\n",
            'documents/a.md:4: `date` is "2011-02-30", expected a date such as '
            '"2004-07-09", "2004-07" or "2004"; correct it',
        ),
        (
            HEAD.replace("id: x", "id: X y") + "\nText.\n",
            'documents/a.md:2: `id` is "X y", expected an id such as unis-cp-497; '
            "correct it",
        ),
        (
            HEAD.replace("title: T", "title: T\nurl: ports.example") + "\nText.\n",
            'documents/a.md:4: `url` is "ports.example", expected an address that '
            "begins with https://; correct it",
        ),
        (
            HEAD.replace("language: en", "language: English") + "\nText.\n",
            'documents/a.md:4: `language` is "English", expected a language code such '
            "as en; correct it",
        ),
        (
            HEAD + "\nText  is here.\n",
            "documents/a.md:8: the line has stray white space, expected single spaces "
            "between words and none at the end; take it away",
        ),
        (
            HEAD + "\nOne.\n\n[¶ 1] Two.\n",
            'documents/a.md:10: the locator "paragraph 1" stands twice, expected each '
            "locator once; mark this one or that in line 8 with [¶ N] or [§ PLACE]",
        ),
    ],
)
def test_a_faulty_document_is_told_with_its_line(
    read: Read, content: str | bytes, message: str
) -> None:
    data = read({"documents/a.md": content})

    assert message in map(str, data.faults)


def test_ids_that_stand_twice_are_told(read: Read) -> None:
    data = read({f"documents/{n}.md": f"{HEAD}\nText.\n" for n in "ab"})

    assert [str(fault) for fault in data.faults] == [
        'documents/b.md:2: the id "x" is that of documents/a.md, '
        "expected an id of its own; rename one of the two"
    ]


def test_files_that_cannot_be_read_as_text_are_told(read: Read) -> None:
    data = read({"documents/a.xls": "1"})

    assert [str(fault) for fault in data.faults] == [
        'documents/a.xls:1: the file name ends in ".xls", expected .md, .txt, .html, '
        ".htm, .pdf, .docx, or a text with .gz; save it as one of these or take it away"
    ]


def test_hidden_files_are_passed_over(read: Read) -> None:
    data = read(
        {"documents/.DS_Store": b"\0", "documents/a.md~": "x", "documents/b.txt": "B."}
    )

    assert (data.faults, [d.id for d in data.documents]) == ((), ["b"])
