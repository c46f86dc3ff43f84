"""The characters that PDFium finds on a page, made lines."""

import ctypes
import re
import sys
from collections.abc import Iterator

import pypdfium2 as pdfium
import pypdfium2.raw as pdfium_c

from index.reading.received.lines import Line, is_mark

_BOLD = 600
# A number so much smaller than its line marks a footnote.
_RAISED = 0.8
_ENDS = "\r\n"
# PDFium's own: for a hyphen at which it joined two lines, and for no character.
_MARKS = "\x00\x02\ufffe\uffff"
_MISPLACED_END = re.compile(r"(?<=\s)([.\u060c\u061b:])(\d[\d/-]*)$")
# In widths of a letter: between columns of a table there is more room than this.
_COLUMN_GAP = 2


def lines_of(text: pdfium.PdfTextPage, page: int) -> Iterator[Line]:
    """Cut the characters of a page where PDFium sets the end of a line.

    Marks of footnotes are left out; columns far apart are the cells of a row.
    """
    codes = (pdfium_c.FPDFText_GetUnicode(text, at) for at in range(text.count_chars()))
    signs = [chr(code) if code <= sys.maxunicode else " " for code in codes]
    begin = 0
    for at, sign in enumerate([*signs, "\n"]):
        if sign in _ENDS:
            spans = tuple(_spans(signs, begin, at))
            if spans and (line := _line(text, signs, spans, page)).text:
                yield line
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
