"""Word files as received: invented minutes."""

from collections.abc import Callable
from typing import Any

import pytest
from docx.document import Document
from docx.enum.style import WD_STYLE_TYPE
from docx.oxml import OxmlElement
from docx.oxml.ns import qn

from tests.reading.conftest import Read
from tests.reading.making import make_word, make_zip

Write = Callable[[Document], object]


def word(write: Write) -> dict[str, bytes]:
    """Give a document as the one file of a data folder."""
    return {"documents/a.docx": make_word(write)}


def minutes(document: Document) -> None:
    section = document.sections[0]
    section.header.paragraphs[0].text = "The head of every page is not read."
    section.footer.paragraphs[0].text = "Nor is the foot of any."
    document.add_paragraph("PORT/CP/2011/MIN.5")
    document.add_paragraph("18 March 2011")
    document.add_paragraph("Minutes of the Board of the Port", style="Title")
    document.add_heading("Opening", 1)
    document.add_paragraph("The Board met in Lisbon.", style="List Number")
    document.add_paragraph("All of its members were there.", style="List Number")
    document.add_heading("Decisions", 1)
    document.add_heading("Pilots", 2)
    document.add_paragraph("The Board has decided two things:", style="List Number")
    document.add_paragraph("pilots are paid;", style="List Bullet")
    document.add_paragraph("ships are free.", style="List Bullet")


def add_run(document: Document, text: str, *within: str) -> Any:
    """Add a paragraph whose one run stands within the elements that are named."""
    paragraph = document.add_paragraph("The port is open")
    holder = paragraph._p
    for tag in within:
        inner = OxmlElement(tag)
        holder.append(inner)
        holder = inner
    run = OxmlElement("w:r")
    words = OxmlElement("w:t")
    words.text = text
    run.append(words)
    holder.append(run)
    return run


def test_minutes_tell_their_title_symbol_and_date(read: Read) -> None:
    data = read(word(minutes))

    (document,) = data.documents
    assert data.faults == ()
    assert document.title == "Minutes of the Board of the Port"
    assert (document.symbol, document.date) == ("PORT/CP/2011/MIN.5", "2011-03-18")


def test_passages_keep_headings_and_drawn_numbers(read: Read) -> None:
    data = read(word(minutes))

    assert [(p.locator, p.heading, p.text) for p in data.passages] == [
        ("paragraph 1", "Opening", "1. The Board met in Lisbon."),
        ("paragraph 2", "Opening", "2. All of its members were there."),
        (
            "paragraph 3",
            "Decisions > Pilots",
            "3. The Board has decided two things:\n• pilots are paid;\n"
            "• ships are free.",
        ),
    ]


def test_rows_of_a_table_are_passages(read: Read) -> None:
    def write(document: Document) -> None:
        table = document.add_table(rows=2, cols=2)
        for at, text in enumerate(("Port", "Ships", "Lisbon", "12 are here")):
            table.cell(at // 2, at % 2).text = text
        table.rows[0]._tr.get_or_add_trPr().append(OxmlElement("w:tblHeader"))

    data = read(word(write))

    assert [(p.heading, p.text) for p in data.passages] == [
        ("Port | Ships", "Lisbon | 12 are here")
    ]


@pytest.mark.parametrize("within", ["w:ins", "w:hyperlink", "w:smartTag"])
def test_words_within_other_elements_are_read(read: Read, within: str) -> None:
    data = read(word(lambda document: add_run(document, " to all ships.", within)))

    assert [p.text for p in data.passages] == ["The port is open to all ships."]


def test_paragraphs_within_a_control_are_read(read: Read) -> None:
    def write(document: Document) -> None:
        paragraph = document.add_paragraph("The port is open to all ships.")._p
        control, content = OxmlElement("w:sdt"), OxmlElement("w:sdtContent")
        paragraph.addprevious(control)
        control.append(content)
        content.append(paragraph)

    data = read(word(write))

    assert [p.text for p in data.passages] == ["The port is open to all ships."]


def test_the_table_of_contents_is_not_read(read: Read) -> None:
    def write(document: Document) -> None:
        document.styles.add_style("toc 1", WD_STYLE_TYPE.PARAGRAPH)
        document.add_paragraph("The opening of the port is told here 3", style="toc 1")
        document.add_paragraph("The port is open.")

    data = read(word(write))

    assert [p.text for p in data.passages] == ["The port is open."]


def test_styles_that_build_on_each_other_end(read: Read) -> None:
    def write(document: Document) -> None:
        first = document.styles.add_style("First", WD_STYLE_TYPE.PARAGRAPH)
        second = document.styles.add_style("Second", WD_STYLE_TYPE.PARAGRAPH)
        first.base_style, second.base_style = second, first
        document.add_paragraph("The port is open.", style="First")

    data = read(word(write))

    assert [p.text for p in data.passages] == ["The port is open."]


def test_bold_lines_are_headings(read: Read) -> None:
    def write(document: Document) -> None:
        document.add_paragraph("The port is open.")
        document.add_paragraph().add_run("Pilots at sea").bold = True
        document.add_paragraph("Pilots are paid.")

    data = read(word(write))

    assert [(p.heading, p.text) for p in data.passages] == [
        ("", "The port is open."),
        ("Pilots at sea", "Pilots are paid."),
    ]


@pytest.mark.parametrize(
    ("style", "expected"), [("Title", "The Board of the Port"), ("Normal", "A Field")]
)
def test_the_title_of_the_file_counts_where_none_is_written(
    read: Read, style: str, expected: str
) -> None:
    def write(document: Document) -> None:
        document.core_properties.title = "A Field"
        document.add_paragraph("The Board of the Port", style=style)
        document.add_paragraph("The port is open.")

    data = read(word(write))

    assert data.documents[0].title == expected


@pytest.mark.parametrize("within", ["w:del", "w:moveFrom"])
def test_deleted_words_are_not_read(read: Read, within: str) -> None:
    data = read(word(lambda document: add_run(document, " to no ship.", within)))

    assert [p.text for p in data.passages] == ["The port is open"]


def test_hidden_words_are_not_read(read: Read) -> None:
    def write(document: Document) -> None:
        hidden = document.add_paragraph("The port is open").add_run(" to no ship.")
        hidden.font.hidden = True

    data = read(word(write))

    assert [p.text for p in data.passages] == ["The port is open"]


def test_pages_are_those_that_word_has_noted(read: Read) -> None:
    def write(document: Document) -> None:
        broken = document.add_paragraph("The port is open.")
        broken.runs[0]._r.append(OxmlElement("w:lastRenderedPageBreak"))
        document.add_paragraph("The sea is calm.")

    data = read(word(write))

    assert [p.locator for p in data.passages] == [
        "page 1, passage 1",
        "page 2, passage 1",
    ]


def test_letters_and_levels_of_lists_are_counted(read: Read) -> None:
    def write(document: Document) -> None:
        root = document.part.numbering_part.element
        (level,) = (
            found
            for found in root.iter(qn("w:lvl"))
            if found.getparent().get(qn("w:abstractNumId"))
            == _abstract_of(document, "List Number")
            and found.get(qn("w:ilvl")) == "0"
        )
        level.find(qn("w:numFmt")).set(qn("w:val"), "upperRoman")
        level.find(qn("w:lvlText")).set(qn("w:val"), "%1)")
        for port in ("Riga", "Oslo"):
            document.add_paragraph(f"The port of {port} is open.", style="List Number")

    data = read(word(write))

    assert [p.text for p in data.passages] == [
        "I) The port of Riga is open.",
        "II) The port of Oslo is open.",
    ]


def _abstract_of(document: Document, style: str) -> str:
    number = document.styles[style].element.find(f".//{qn('w:numId')}")
    wanted = number.get(qn("w:val"))
    for found in document.part.numbering_part.element.findall(qn("w:num")):
        if found.get(qn("w:numId")) == wanted:
            return str(found.find(qn("w:abstractNumId")).get(qn("w:val")))
    raise AssertionError(style)


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"PK\3\4", "damaged or cut off"),
        (word(minutes)["documents/a.docx"][:5_000], "damaged or cut off"),
        (make_zip(readme__txt=b"no document"), "damaged or cut off"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "encrypted"),
        (b"", "damaged or cut off"),
    ],
)
def test_a_file_that_is_no_document_is_left_out_with_the_reason(
    read: Read, content: bytes, reason: str
) -> None:
    data = read({"documents/a.docx": content})

    (fault,) = data.faults
    assert fault.leaves_out
    assert reason in fault.found


def test_a_file_that_unpacks_to_too_much_is_left_out_unread(
    read: Read, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("index.reading.received.word._LARGEST", 1_000_000)
    bomb = make_zip(word__xml=bytes(1_000_001))

    data = read({"documents/a.docx": bomb})

    assert [fault.found for fault in data.faults] == [
        "the file unpacks to more than 1 MB"
    ]
