"""Files of every format, made on the spot."""

import gzip
import io
import re
import zipfile
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

import docx
from docx.document import Document

LEFT, TOP, LEADING = 72, 760, 14


@dataclass(frozen=True, slots=True)
class Print:
    """A line of a page, printed so far below its top, in points."""

    text: str
    down: float
    size: float = 10
    bold: bool = False
    left: float = LEFT


def column(
    *texts: str, down: float = 40, size: float = 10, bold: bool = False, gap: float = 0
) -> list[Print]:
    """Print lines one below the other."""
    return [
        Print(text, down + n * (LEADING + gap), size, bold)
        for n, text in enumerate(texts)
    ]


def make_pdf(pages: Iterable[Sequence[Print]], *, title: str = "") -> bytes:
    """Write a PDF as its reference says that one is written; no font is embedded.

    Text is drawn from left to right, as it stands: Arabic is given mirrored.
    """
    streams = ["\n".join(map(_shown, page)).encode() for page in pages]
    first = 8
    kids = " ".join(f"{first + 2 * n} 0 R" for n in range(len(streams)))
    font = (
        "<< /Type /Font /Subtype /Type0 /BaseFont /%s /Encoding /Identity-H "
        "/DescendantFonts [7 0 R] /ToUnicode 6 0 R >>"
    )
    ranges = "".join(f"<{n:02X}00> <{n:02X}FF> <{n:02X}00>\n" for n in range(256))
    cmap = (
        "/CIDInit /ProcSet findresource begin 12 dict begin begincmap\n"
        "1 begincodespacerange <0000> <FFFF> endcodespacerange\n"
        f"256 beginbfrange\n{ranges}endbfrange\nendcmap end end"
    ).encode()
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        f"<< /Type /Pages /Kids [{kids}] /Count {len(streams)} >>".encode(),
        (font % "Helvetica").encode(),
        (font % "Helvetica-Bold").encode(),
        f"<< /Title ({title}) >>".encode(),
        b"<< /Length %d >>\nstream\n%s\nendstream" % (len(cmap), cmap),
        b"<< /Type /Font /Subtype /CIDFontType2 /BaseFont /Helvetica /DW 500 "
        b"/CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> >>",
    ]
    for n, stream in enumerate(streams):
        objects.append(
            b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources "
            b"<< /Font << /F1 3 0 R /F2 4 0 R >> >> /Contents %d 0 R >>"
            % (first + 2 * n + 1)
        )
        objects.append(
            b"<< /Length %d >>\nstream\n%s\nendstream" % (len(stream), stream)
        )
    return _filed(objects)


def _shown(line: Print) -> str:
    words = line.text.encode("utf-16-be").hex()
    font = "F2" if line.bold else "F1"
    return f"BT /{font} {line.size} Tf {line.left} {TOP - line.down} Td <{words}> Tj ET"


def _filed(objects: Sequence[bytes]) -> bytes:
    written = bytearray(b"%PDF-1.4\n")
    offsets = []
    for number, content in enumerate(objects, 1):
        offsets.append(len(written))
        written += b"%d 0 obj\n%s\nendobj\n" % (number, content)
    start = len(written)
    written += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    written += b"".join(b"%010d 00000 n \n" % offset for offset in offsets)
    written += b"trailer\n<< /Size %d /Root 1 0 R /Info 5 0 R >>\n" % (len(objects) + 1)
    return bytes(written + b"startxref\n%d\n%%%%EOF\n" % start)


def mirrored(text: str) -> str:
    """Give Arabic as it is drawn, from left to right; numbers stay as they are."""
    return "".join(reversed(re.findall(r"\d+|\D", text)))


def make_word(write: Callable[[Document], object]) -> bytes:
    """Write a Word file whose fields say nothing."""
    document = docx.Document()
    document.core_properties.title = ""
    write(document)
    file = io.BytesIO()
    document.save(file)
    return file.getvalue()


def make_zip(**parts: bytes) -> bytes:
    """Write a zip archive; `a__xml` is the part `a.xml`."""
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name.replace("__", "."), content)
    return file.getvalue()


def make_gzip(content: str | bytes) -> bytes:
    whole = content.encode() if isinstance(content, str) else content
    return gzip.compress(whole, mtime=0)
