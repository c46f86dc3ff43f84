"""Bytes of a file to text."""

import codecs

from index.reading.fault_log import FaultLog
from index.reading.unreadable import UnreadableError

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    # That of UTF-32 begins with that of UTF-16, so it is looked for first.
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
# What was written before UTF-8, in Latin letters and in others.
_LATIN = "cp1252"
_OTHERS = ("cp1251", "koi8_r", "cp1256", "iso8859_6", "gb18030", "big5")
# Codecs of Python that are encodings of text, by what their names begin with; and
# those that the WHATWG Encoding Standard reads as the wider Windows one.
_DECLARABLE = ("iso", "windows", "cp", "koi8", "big5", "utf", "euc", "shift", "mac")
_READ_AS_LATIN = ("iso-8859-1", "iso8859-1", "latin1", "us-ascii", "ascii")
# In bytes: more would not change the verdict.
_SAMPLE = 20_000
# One byte in so many lies beyond ASCII where a text is not in Latin letters.
_DENSEST_LATIN = 4


def decode(content: bytes, log: FaultLog) -> str | None:
    """Decode a file; note a fault and give None when it holds no text."""
    try:
        return decode_text(content)
    except UnreadableError as error:
        log.add(1, error.found, expected=error.expected, fix=error.fix)
        return None


def decode_text(content: bytes, *, declared: str | None = None) -> str:
    """Decode text; line ends become plain line feeds.

    A byte order mark tells the encoding, else the text is UTF-8, else in the
    encoding that is declared, else in the old one that its bytes speak for.

    Raises:
        UnreadableError: There is no text, or bytes that are none.
    """
    text = _decode(content, declared)
    if text is None:
        raise _unreadable("the file is binary")
    if not text.strip():
        raise _unreadable("the file is empty")
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _decode(content: bytes, declared: str | None) -> str | None:
    marked = next((name for mark, name in _MARKS if content.startswith(mark)), None)
    if marked:
        return _decoded(content, marked)
    if b"\0" in content:
        return None
    for encoding in ("utf-8", _meant(declared)):
        if encoding and (text := _decoded(content, encoding)) is not None:
            return text
    return _decoded(content, _spoken_for(content)) or _decoded(content, _LATIN)


def _meant(declared: str | None) -> str | None:
    """Give the codec that is meant by a declaration; browsers do it the same way."""
    name = (declared or "").lower().replace("_", "-")
    if name in _READ_AS_LATIN:
        return _LATIN
    if name.startswith("gb"):
        return "gb18030"
    return name if name.startswith(_DECLARABLE) else None


def _decoded(content: bytes, encoding: str) -> str | None:
    try:
        return content.decode(encoding)
    except (UnicodeError, LookupError):
        return None


def _spoken_for(content: bytes) -> str:
    """Give the encoding in which the bytes read like a language."""
    sample = content[:_SAMPLE]
    if _DENSEST_LATIN * sum(byte > 127 for byte in sample) < len(sample):
        return _LATIN
    # It loads models of many languages, for files that hardly ever come.
    from charset_normalizer import from_bytes

    best = from_bytes(sample, cp_isolation=[*_OTHERS]).best()
    return best.encoding if best else _LATIN


def _unreadable(found: str) -> UnreadableError:
    fix = "save it as UTF-8 text or take it away"
    return UnreadableError(found, expected="expected UTF-8 text", fix=fix)
