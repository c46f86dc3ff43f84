"""Bytes of a file to text."""

from index.reading.fault_log import FaultLog


def decode(content: bytes, log: FaultLog) -> str | None:
    """Decode a file; note a fault and give None when it holds no text.

    UTF-8, with or without a byte order mark, else Windows-1252, which old pages
    and word processors write. Line ends become plain line feeds.
    """
    text = None if b"\0" in content else _decode(content)
    if text is None:
        _complain(log, "the file is binary")
    elif not text.strip():
        _complain(log, "the file is empty")
    else:
        return text.replace("\r\n", "\n").replace("\r", "\n")
    return None


def _decode(content: bytes) -> str | None:
    for encoding in ("utf-8-sig", "cp1252"):
        try:
            return content.decode(encoding)
        except UnicodeDecodeError:
            continue
    return None


def _complain(log: FaultLog, found: str) -> None:
    fix = "save it as UTF-8 text or take it away"
    log.add(1, found, expected="expected UTF-8 text", fix=fix)
