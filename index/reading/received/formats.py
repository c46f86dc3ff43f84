"""Which formats are read, and by what."""

from collections.abc import Callable, Mapping
from pathlib import PurePosixPath

from index.reading.received.model import Received

MARKDOWN = ".md"
_PLAIN = (MARKDOWN, ".txt")
_COMPRESSED = ".gz"


def _read_html(content: bytes) -> Received:
    from index.reading.received.html import read_html

    return read_html(content)


def _read_pdf(content: bytes) -> Received:
    from index.reading.received.pdf import read_pdf

    return read_pdf(content)


def _read_word(content: bytes) -> Received:
    from index.reading.received.word import read_word

    return read_word(content)


# Their libraries are loaded when the first file of a format is read.
READERS: Mapping[str, Callable[[bytes], Received]] = {
    ".html": _read_html,
    ".htm": _read_html,
    ".pdf": _read_pdf,
    ".docx": _read_word,
}
SUFFIXES = (*_PLAIN, *READERS)
# What a compressed file may hold: formats that do not compress themselves.
_TEXTS = (*_PLAIN, ".html", ".htm")


def is_compressed(name: str) -> bool:
    """Tell whether a file is compressed, by its name."""
    return name.lower().endswith(_COMPRESSED)


def suffix_of(name: str) -> str | None:
    """Give the suffix by which a file is read, None where none of ours does.

    `a.html.gz` is read as `.html`, and `a.gz` as `.txt`.
    """
    suffix = _suffixed(name).suffix.lower()
    if is_compressed(name):
        return (suffix or ".txt") if suffix in ("", *_TEXTS) else None
    return suffix if suffix in SUFFIXES else None


def stem_of(name: str) -> str:
    """Give the name of a file without folders and suffixes."""
    path = _suffixed(name)
    return path.stem if path.suffix.lower() in SUFFIXES else path.name


def _suffixed(name: str) -> PurePosixPath:
    path = PurePosixPath(name)
    return path.with_suffix("") if is_compressed(name) else path
