import ast
from dataclasses import fields
from pathlib import Path

from bot.messages import LANGUAGE, Messages, messages_in

BOT = Path(__file__).parents[2] / "bot"


def test_every_text_is_used() -> None:
    sources = [path for path in BOT.rglob("*.py") if path.name != "messages.py"]
    used = {
        node.attr
        for path in sources
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(node, ast.Attribute)
    }

    assert {each.name for each in fields(Messages)} - used == set()


def test_no_text_is_empty_or_marked_up() -> None:
    texts = messages_in(LANGUAGE)
    written = [getattr(texts, each.name) for each in fields(Messages)]

    assert all(written)
    assert not [text for text in written if "<" in text or "\n" in text]


def test_unknown_language_falls_back() -> None:
    assert messages_in("xx") is messages_in(LANGUAGE)
