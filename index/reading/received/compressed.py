"""Texts that are compressed with gzip."""

import gzip
import io
import zlib

from index.reading.unreadable import UnreadableError

# In bytes: as large as a file that is not compressed may be.
LARGEST_TEXT = 50_000_000


def decompress(content: bytes) -> bytes:
    """Give what was compressed; no more is ever unpacked than may be read.

    Raises:
        UnreadableError: The file is damaged, or too large once unpacked.
    """
    try:
        with gzip.open(io.BytesIO(content)) as packed:
            text = packed.read(LARGEST_TEXT + 1)
    except (OSError, EOFError, zlib.error) as error:
        raise UnreadableError(
            "the file is damaged or cut off",
            expected="expected a whole gzip file",
            fix="fetch it again",
        ) from error
    if len(text) > LARGEST_TEXT:
        raise UnreadableError(
            f"the file unpacks to more than {LARGEST_TEXT // 1_000_000} MB",
            expected="expected a text",
            fix="unpack it and take what is needed, or take it away",
        )
    return text
