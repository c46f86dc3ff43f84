"""PDF files: the text of their pages, read by PDFium."""

from collections.abc import Iterator
from contextlib import closing
from time import monotonic

import pypdfium2 as pdfium
import pypdfium2.raw as pdfium_c

from index.reading.received.lines import Line, paragraphs_of
from index.reading.received.model import Claims, Received
from index.reading.received.pdf_lines import lines_of
from index.reading.unreadable import UnreadableError
from index.reading.white_space import collapse

# The longest reports of the United Nations have a few hundred pages; a page of the
# smallest print has some ten thousand characters.
_MOST_PAGES = 2_000
_MOST_CHARACTERS = 200_000
# In seconds, for one file: PDFium reads some hundred pages a second.
_LONGEST = 60.0
# Titles that programs write, not authors.
_PROGRAMS = ("microsoft word", "untitled", ".doc", ".indd", "powerpoint")


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
        yield from lines_of(text, number + 1)


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
