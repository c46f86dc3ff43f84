"""PDF files: the text of their pages, read by PDFium."""

import ctypes
import re
from collections.abc import Iterator
from contextlib import closing
from time import monotonic

import pypdfium2 as pdfium
import pypdfium2.raw as pdfium_c

from index.reading.received.lines import Line, is_mark, paragraphs_of
from index.reading.received.model import Claims, Received
from index.reading.unreadable import UnreadableError
from index.reading.white_space import collapse

# The longest reports of the United Nations have a few hundred pages; a page of the
# smallest print has some ten thousand characters.
_MOST_PAGES = 2_000
_MOST_CHARACTERS = 200_000
# In seconds, for one file: PDFium reads some hundred pages a second.
_LONGEST = 60.0
_BOLD = 600
# A number so much smaller than its line marks a footnote.
_RAISED = 0.8
# Titles that programs write, not authors.
_PROGRAMS = ("microsoft word", "untitled", ".doc", ".indd", "powerpoint")
_ENDS = "\r\n"
# PDFium's own: for a hyphen at which it joined two lines, and for no character.
_MARKS = "\x00\x02\ufffe\uffff"
_MISPLACED_END = re.compile(r"(?<=\s)([.\u060c\u061b:])(\d[\d/-]*)$")
# In widths of a letter: between columns of a table there is more room than this.
_COLUMN_GAP = 2


def read_pdf(content: bytes) -> Received:
    """Read the lines of all pages, and join them to paragraphs with their page.

    A file that only its owner's password protects opens for every reader.

    Raises:
        UnreadableError: It is encrypted, damaged, too long, or has no text.
    """
    with closing(_opened(content)) as document:
        try:
            pages = tuple(_pages(document))
            titles = _titles(document)
        except pdfium.PdfiumError as error:
            raise _damaged() from error
    if not any(pages):
        raise UnreadableError(
            "there is no text in the file, only images",
            expected="expected a PDF with text",
            fix="run a text recognition over it",
        )
    paragraphs = paragraphs_of(pages)
    # The field is often that of another file; what is printed on top is not.
    is_titled = any(each.level == 1 and each.page == 1 for each in paragraphs)
    return Received(paragraphs, Claims(titles=() if is_titled else titles))


def _pages(document: pdfium.PdfDocument) -> Iterator[tuple[Line, ...]]:
    if len(document) > _MOST_PAGES:
        raise _too_much(f"the file has {len(document):,} pages")
    started = monotonic()
    for number in range(len(document)):
        if monotonic() - started > _LONGEST:
            raise _too_much(f"reading takes more than {_LONGEST:.0f} seconds")
        yield tuple(_lines(document, number))


def _opened(content: bytes) -> pdfium.PdfDocument:
    try:
        return pdfium.PdfDocument(content)
    except pdfium.PdfiumError as error:
        if error.err_code == pdfium_c.FPDF_ERR_PASSWORD:
            raise UnreadableError(
                "the file is encrypted",
                expected="expected a PDF that opens without a password",
                fix="save it without one",
            ) from error
        raise _damaged() from error


def _lines(document: pdfium.PdfDocument, number: int) -> Iterator[Line]:
    with closing(document[number]) as page, closing(page.get_textpage()) as text:
        count = text.count_chars()
        if count > _MOST_CHARACTERS:
            raise _too_much(f"page {number + 1} has {count:,} characters")
        written = [pdfium_c.FPDFText_GetUnicode(text, at) for at in range(count)]
        signs = [chr(code) if code < 0x110000 else " " for code in written]
        yield from _cut(text, signs, number + 1)


def _cut(text: pdfium.PdfTextPage, signs: list[str], page: int) -> Iterator[Line]:
    """Cut the characters of a page where PDFium sets the end of a line."""
    begin = 0
    for at, sign in enumerate([*signs, "\n"]):
        if sign in _ENDS:
            spans = tuple(_spans(signs, begin, at))
            if spans:
                yield _line(text, signs, spans, page)
            begin = at + 1


def _spans(signs: list[str], first: int, end: int) -> Iterator[tuple[int, int]]:
    """Give the first and the last character of each word of a line."""
    begin = None
    for at in range(first, end + 1):
        is_word = at < end and not signs[at].isspace() and signs[at] not in _MARKS
        if is_word and begin is None:
            begin = at
        elif begin is not None and (at == end or signs[at].isspace()):
            yield begin, at - 1
            begin = None


def _line(
    text: pdfium.PdfTextPage,
    signs: list[str],
    spans: tuple[tuple[int, int], ...],
    page: int,
) -> Line:
    first, last = spans[0][0], spans[-1][1]
    size = pdfium_c.FPDFText_GetFontSize(text, first)
    begin, end = _box(text, first), _box(text, last)
    # Lines that run from right to left are mirrored: then they begin on the left too.
    is_mirrored = end.right < begin.left
    cells = _from_right if is_mirrored else _cells
    return Line(
        cells=tuple(cells(text, signs, spans, size)),
        page=page,
        left=-begin.right if is_mirrored else begin.left,
        right=-end.left if is_mirrored else end.right,
        top=begin.top,
        bottom=begin.bottom,
        size=round(size, 1),
        is_bold=_is_bold(text, first),
    )


def _cells(
    text: pdfium.PdfTextPage,
    signs: list[str],
    spans: tuple[tuple[int, int], ...],
    size: float,
) -> Iterator[str]:
    """Join the words of a line, up to where the room between two is that of columns."""
    words: list[str] = []
    edge = 0.0
    for first, last in spans:
        gap = _box(text, first).left - edge if words else 0
        if gap > _COLUMN_GAP * size and not is_mark(" ".join(words)):
            yield " ".join(words)
            words = []
        if word := _word(text, signs, first, last, size):
            words.append(word)
        edge = _box(text, last).right
    if words:
        yield " ".join(words)


def _from_right(
    text: pdfium.PdfTextPage,
    signs: list[str],
    spans: tuple[tuple[int, int], ...],
    size: float,
) -> Iterator[str]:
    """Join the words of a line that runs from right to left.

    Columns are not looked for: its numbers run the other way, so room tells nothing.
    PDFium puts the end of the sentence before a number that it stands behind.
    """
    words = (_word(text, signs, first, last, size) for first, last in spans)
    yield _MISPLACED_END.sub(r"\2\1", " ".join(filter(None, words)))


def _word(
    text: pdfium.PdfTextPage, signs: list[str], first: int, last: int, size: float
) -> str:
    """Give a word without raised numbers, which mark footnotes and spoil figures."""
    return "".join(
        sign
        for at, sign in enumerate(signs[first : last + 1], first)
        if sign not in _MARKS
        and not (
            sign.isdigit() and pdfium_c.FPDFText_GetFontSize(text, at) < _RAISED * size
        )
    )


def _box(text: pdfium.PdfTextPage, at: int) -> pdfium_c.FS_RECTF:
    """Give the room that a character takes, as high as its line."""
    box = pdfium_c.FS_RECTF()
    pdfium_c.FPDFText_GetLooseCharBox(text, at, box)
    return box


def _is_bold(text: pdfium.PdfTextPage, at: int) -> bool:
    if pdfium_c.FPDFText_GetFontWeight(text, at) >= _BOLD:
        return True
    name = ctypes.create_string_buffer(128)
    flags = ctypes.c_int()
    pdfium_c.FPDFText_GetFontInfo(text, at, name, 128, flags)
    return b"bold" in name.value.lower()


def _titles(document: pdfium.PdfDocument) -> tuple[str, ...]:
    title = collapse(document.get_metadata_value("Title"))
    is_written = not any(name in title.lower() for name in _PROGRAMS)
    return (title,) if title and is_written else ()


def _too_much(found: str) -> UnreadableError:
    expected = f"expected {_MOST_PAGES:,} pages of a few thousand characters at most"
    return UnreadableError(found, expected=expected, fix="cut it into parts")


def _damaged() -> UnreadableError:
    return UnreadableError(
        "the file is damaged or cut off",
        expected="expected a whole PDF",
        fix="fetch it again",
    )
