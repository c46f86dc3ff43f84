import io
import logging
from collections.abc import Iterator

import pytest

from bot.logs import configure_logging

TOKEN = "123456:ABC-def"


@pytest.fixture
def stream() -> Iterator[io.StringIO]:
    root = logging.getLogger()
    handlers, level = root.handlers[:], root.level
    root.handlers = []
    yield io.StringIO()
    root.handlers, root.level = handlers, level


def test_line_is_key_and_value(stream: io.StringIO) -> None:
    configure_logging("INFO", secrets=(), stream=stream)

    logging.getLogger("bot.test").info("event=tested count=%d", 2)

    line = stream.getvalue()
    assert line.startswith("time=2")
    assert line.endswith("Z level=INFO logger=bot.test event=tested count=2\n")


@pytest.mark.parametrize("written", [TOKEN, "123456%3AABC-def"])
def test_secret_is_struck_out_of_the_message(stream: io.StringIO, written: str) -> None:
    configure_logging("INFO", secrets=[TOKEN], stream=stream)

    logging.getLogger("any").warning("POST https://host/bot%s/getMe", written)

    assert "https://host/bot***/getMe" in stream.getvalue()


def test_secret_is_struck_out_of_the_traceback(stream: io.StringIO) -> None:
    configure_logging("INFO", secrets=[TOKEN], stream=stream)

    try:
        raise ValueError(f"no such bot: {TOKEN}")
    except ValueError:
        logging.getLogger("any").exception("event=failed")

    assert "no such bot: ***" in stream.getvalue()
    assert "ABC" not in stream.getvalue()


@pytest.mark.parametrize("name", ["httpx", "telegram.ext.Application", "httpcore"])
def test_libraries_that_tell_too_much_only_warn(stream: io.StringIO, name: str) -> None:
    configure_logging("DEBUG", secrets=(), stream=stream)

    logging.getLogger(name).info("an update with somebody's words")

    assert stream.getvalue() == ""
