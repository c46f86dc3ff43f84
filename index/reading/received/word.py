"""Word files (.docx): the text of their body, with headings, numbers and tables."""

import io
import zipfile
from collections.abc import Iterator

import docx
from docx.document import Document
from docx.oxml.ns import qn
from docx.table import Table
from docx.text.paragraph import Paragraph as WordParagraph
from lxml.etree import _Element

from index.reading.raw_lines import Kind
from index.reading.raw_paragraphs import Paragraph
from index.reading.received.model import Claims, Received, table_paragraphs
from index.reading.received.numbering import Numbering
from index.reading.unreadable import UnreadableError
from index.reading.white_space import collapse

# In bytes, once unpacked, pictures included.
_LARGEST = 200_000_000
_MOST_PARTS = 5_000
# An encrypted file is no zip archive but an OLE container.
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_TEXT, _TAB, _BREAKS = qn("w:t"), qn("w:tab"), {qn("w:br"), qn("w:cr")}
_HEADER = qn("w:tblHeader")
_PAGE = qn("w:lastRenderedPageBreak")
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
    return Received(paragraphs, Claims(titles=(title,) if title else ()))


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
    for number, item in enumerate(document.iter_inner_content(), 1):
        where = page if has_pages else None
        if isinstance(item, Table):
            yield from _rows(item, number, where)
        else:
            read = _paragraph(item, numbering, number, where)
            if read.text:
                yield read
        page += sum(1 for _ in item._element.iter(_PAGE))


def _rows(table: Table, number: int, page: int | None) -> Iterator[Paragraph]:
    rows = table._tbl.tr_lst
    yield from table_paragraphs(
        [[collapse(_text(cell)) for cell in row.tc_lst] for row in rows],
        has_header=bool(rows) and next(rows[0].iter(_HEADER), None) is not None,
        line=number,
        page=page,
    )


def _paragraph(
    item: WordParagraph, numbering: Numbering, number: int, page: int | None
) -> Paragraph:
    text = collapse(_text(item._p))
    mark = numbering.mark(item) if text else ""
    level = _level(item)
    if level and text:
        return Paragraph(f"{mark} {text}".strip(), number, Kind.HEADING, level, page)
    return Paragraph(f"{mark} {text}".strip(), number, page=page)


def _level(item: WordParagraph) -> int:
    """Give the depth of a heading: 1 is the title, or the widest."""
    style = item.style
    while style is not None:
        name = (style.name or "").lower()
        if name == "title":
            return 1
        if name.startswith("heading ") and name[8:].isdigit():
            return 1 + int(name[8:])
        style = style.base_style
    return 0


def _text(element: _Element) -> str:
    """Give the words of an element, those of tracked insertions included."""
    if element.tag in _LEFT_OUT or _is_hidden(element):
        return ""
    if element.tag == _TEXT:
        return element.text or ""
    if element.tag == _TAB or element.tag in _BREAKS:
        return " "
    text = "".join(map(_text, element))
    return f"{text} " if element.tag == qn("w:p") else text


def _is_hidden(element: _Element) -> bool:
    if element.tag != qn("w:r"):
        return False
    vanish = element.find(f"{qn('w:rPr')}/{qn('w:vanish')}")
    return vanish is not None and vanish.get(qn("w:val")) not in {"0", "false"}


def _damaged() -> UnreadableError:
    return UnreadableError(
        "the file is damaged or cut off",
        expected="expected a whole .docx",
        fix="fetch it again",
    )
