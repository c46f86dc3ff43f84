"""Files of every format, made on the spot."""

import gzip
import io
import zipfile
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

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
    """Write a PDF of Latin text, as its reference says that one is written."""
    streams = ["\n".join(map(_shown, page)).encode("cp1252") for page in pages]
    first = 6
    kids = " ".join(f"{first + 2 * n} 0 R" for n in range(len(streams)))
    font = "<< /Type /Font /Subtype /Type1 /BaseFont /%s /Encoding /WinAnsiEncoding >>"
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        f"<< /Type /Pages /Kids [{kids}] /Count {len(streams)} >>".encode(),
        (font % "Helvetica").encode(),
        (font % "Helvetica-Bold").encode(),
        f"<< /Title ({title}) >>".encode(),
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
    words = line.text.replace("\\", r"\\").replace("(", r"\(").replace(")", r"\)")
    font = "F2" if line.bold else "F1"
    return f"BT /{font} {line.size} Tf {line.left} {TOP - line.down} Td ({words}) Tj ET"


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
