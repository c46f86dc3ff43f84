"""Logging: key=value lines on standard error, and no secret in any of them."""

import logging
import time
from collections.abc import Iterable
from typing import TextIO
from urllib.parse import quote

# Their lines hold what must not be logged: updates, addresses with the token.
_QUIET = ("aiohttp", "asyncio", "httpcore", "httpx", "telegram")
_LINE = "time=%(asctime)sZ level=%(levelname)s logger=%(name)s %(message)s"


class RedactingFormatter(logging.Formatter):
    """Format a record, traceback included, with every secret struck out.

    A filter would see the message only, not the text of an exception.
    """

    def __init__(self, secrets: Iterable[str]) -> None:
        super().__init__(_LINE, datefmt="%Y-%m-%dT%H:%M:%S")
        self.converter = time.gmtime
        self._secrets = frozenset(
            form for secret in secrets for form in (secret, quote(secret, safe=""))
        )

    def format(self, record: logging.LogRecord) -> str:
        """Write the whole record and strike the secrets out."""
        line = super().format(record)
        for secret in self._secrets:
            line = line.replace(secret, "***")
        return line


def configure_logging(level: str, *, secrets: Iterable[str], stream: TextIO) -> None:
    """Send all logs to `stream`, from `level` up; libraries only warn."""
    handler = logging.StreamHandler(stream)
    handler.setFormatter(RedactingFormatter(secrets))
    logging.basicConfig(level=level, handlers=[handler], force=True)
    for name in _QUIET:
        logging.getLogger(name).setLevel(max(logging.WARNING, logging.root.level))
