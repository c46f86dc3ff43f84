"""Word files (.docx): the text of their body, with headings, numbers and tables."""

import io
import zipfile
from collections.abc import Iterator

import docx
from docx.document import Document
from docx.oxml.ns import qn
from docx.text.paragraph import Paragraph as WordParagraph
from lxml.etree import _Element

from index.reading.raw_lines import Kind
from index.reading.raw_paragraphs import Paragraph, table_paragraphs
from index.reading.received.model import Claims, Received
from index.reading.received.numbering import Numbering, styles_of
from index.reading.unreadable import UnreadableError
from index.reading.white_space import collapse

# In bytes, once unpacked, pictures included.
_LARGEST = 200_000_000
_MOST_PARTS = 5_000
# An encrypted file is no zip archive but an OLE container.
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_TEXT, _TAB, _BREAKS = qn("w:t"), qn("w:tab"), {qn("w:br"), qn("w:cr")}
_PARAGRAPH, _RUN, _TABLE = qn("w:p"), qn("w:r"), qn("w:tbl")
_ROW, _CELL, _HEADER = qn("w:tr"), qn("w:tc"), qn("w:tblHeader")
_PAGE = qn("w:lastRenderedPageBreak")
# What the names of the built-in styles begin with, in any language of Word.
_CONTENTS, _TITLE, _HEADING = "toc ", "title", "heading "
# The level of headings that only their bold print tells.
_GUESSED = 7
# In characters.
_LONGEST_HEADING = 150
# Text that was deleted, is hidden, or stands in a second form for older programs.
_LEFT_OUT = {qn("w:del"), qn("w:moveFrom"), qn("w:instrText")} | {
    "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
}


def read_word(content: bytes) -> Received:
    """Read the body of a document; headers, footers and comments are no part of it.

    Pages are known where Word has noted them when it last drew the document.

    Raises:
        UnreadableError: It is encrypted, damaged, or too large once unpacked.
    """
    _check(content)
    try:
        document = docx.Document(io.BytesIO(content))
        paragraphs = tuple(_paragraphs(document))
        title = collapse(document.core_properties.title)
    except Exception as error:  # its parts may lack anything that the library expects
        raise _damaged() from error
    # The field is often that of the document that this one was made from.
    is_titled = any(paragraph.level == 1 for paragraph in paragraphs)
    return Received(paragraphs, Claims(titles=() if is_titled else (title,)))


def _check(content: bytes) -> None:
    if content.startswith(_OLE):
        raise UnreadableError(
            "the file is encrypted, or of an old Word",
            expected="expected a .docx that opens without a password",
            fix="save it as such",
        )
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            parts = archive.infolist()
    except (zipfile.BadZipFile, ValueError, NotImplementedError) as error:
        raise _damaged() from error
    # zipfile unpacks no part beyond the size that is told here.
    if len(parts) > _MOST_PARTS or sum(part.file_size for part in parts) > _LARGEST:
        raise UnreadableError(
            f"the file unpacks to more than {_LARGEST // 1_000_000} MB",
            expected="expected a document",
            fix="take its pictures out, or take it away",
        )


def _paragraphs(document: Document) -> Iterator[Paragraph]:
    numbering = Numbering(document)
    has_pages = next(document.element.body.iter(_PAGE), None) is not None
    page = 1
    for number, element in enumerate(_blocks(document.element.body), 1):
        where = page if has_pages else None
        if element.tag == _TABLE:
            yield from _rows(element, number, where)
        else:
            item = WordParagraph(element, document._body)
            read = _paragraph(item, numbering, number, where)
            if read.text:
                yield read
        page += sum(1 for _ in element.iter(_PAGE))


def _blocks(element: _Element) -> Iterator[_Element]:
    """Give paragraphs and tables in reading order, those within other elements too."""
    for child in element:
        if child.tag in {_PARAGRAPH, _TABLE}:
            yield child
        elif child.tag not in _LEFT_OUT:
            yield from _blocks(child)


def _rows(table: _Element, number: int, page: int | None) -> Iterator[Paragraph]:
    rows = table.findall(_ROW)
    yield from table_paragraphs(
        [[collapse(_text(cell)) for cell in row.findall(_CELL)] for row in rows],
        has_header=bool(rows) and next(rows[0].iter(_HEADER), None) is not None,
        line=number,
        page=page,
    )


def _paragraph(
    item: WordParagraph, numbering: Numbering, number: int, page: int | None
) -> Paragraph:
    text = collapse(_text(item._p))
    style = _style(item)
    if not text or style.startswith(_CONTENTS):
        return Paragraph("", number)
    text = f"{numbering.mark(item)} {text}".strip()
    level = _level(style) or (_GUESSED if _is_bold_line(item._p, text) else 0)
    return Paragraph(text, number, Kind.HEADING if level else None, level, page)


def _style(item: WordParagraph) -> str:
    """Give the name of the style, own or built on, that says what a paragraph is."""
    names = ((style.name or "").lower() for style in styles_of(item))
    telling = (_CONTENTS, _TITLE, _HEADING)
    return next((name for name in names if name.startswith(telling)), "")


def _level(style: str) -> int:
    """Give the depth of a heading: 1 is the title, or the widest."""
    if style == _TITLE:
        return 1
    depth = style.removeprefix(_HEADING)
    return 1 + int(depth) if depth.isdigit() else 0


def _is_bold_line(paragraph: _Element, text: str) -> bool:
    """Tell whether a paragraph is set as a heading, though it has not the style."""
    if len(text) > _LONGEST_HEADING or text.endswith((".", ";", ",")):
        return False
    runs = [run for run in paragraph.iter(_RUN) if _text(run).strip()]
    return bool(runs) and all(_is_on(run, "w:b") for run in runs)


def _text(element: _Element) -> str:
    """Give the words of an element, those of tracked insertions included."""
    if element.tag in _LEFT_OUT or _is_hidden(element):
        return ""
    if element.tag == _TEXT:
        return element.text or ""
    if element.tag == _TAB or element.tag in _BREAKS:
        return " "
    text = "".join(map(_text, element))
    return f"{text} " if element.tag == _PARAGRAPH else text


def _is_hidden(element: _Element) -> bool:
    return element.tag == _RUN and _is_on(element, "w:vanish")


def _is_on(run: _Element, switch: str) -> bool:
    """Tell whether a run has a property such as `w:b` set."""
    found = run.find(f"{qn('w:rPr')}/{qn(switch)}")
    return found is not None and found.get(qn("w:val")) not in {"0", "false"}


def _damaged() -> UnreadableError:
    return UnreadableError(
        "the file is damaged or cut off",
        expected="expected a whole .docx",
        fix="fetch it again",
    )
