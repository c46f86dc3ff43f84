import ast
from dataclasses import fields, replace
from pathlib import Path

import pytest

from bot.commands import COMMANDS
from bot.messages import Tongue, tongue_in
from index.messages import Commands, Messages, slots_of_messages
from index.vocabulary import Language
from tests.tongues import ENGLISH, FRENCH, LANGUAGES

BOT = Path(__file__).parents[2] / "bot"
SPOKEN = pytest.mark.parametrize("tongue", [ENGLISH, FRENCH], ids=lambda t: t.code)


def written(tongue: Tongue) -> list[str]:
    return [getattr(tongue.texts, name) for name, _ in slots_of_messages()]


def test_every_text_is_used() -> None:
    sources = [path for path in BOT.rglob("*.py") if path.name != "messages.py"]
    used = {
        node.attr
        for path in sources
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(node, ast.Attribute)
    }

    assert {each.name for each in fields(Messages)} - used == set()


def test_every_command_has_texts_and_no_other() -> None:
    assert [each.name for each in fields(Commands)] == [c.name for c in COMMANDS]


@SPOKEN
def test_no_text_is_empty_or_marked_up(tongue: Tongue) -> None:
    texts = written(tongue)

    assert all(texts)
    assert not [text for text in texts if "<" in text or "\n" in text]


def test_no_text_is_left_untranslated() -> None:
    pairs = zip(written(ENGLISH), written(FRENCH), strict=True)
    alike = {one for one, other in pairs if one == other}

    assert alike <= {"Sources", "Dates", "{title} ({number}/{count})"}


def test_unknown_language_falls_back() -> None:
    assert tongue_in(LANGUAGES, "xx") == ENGLISH


def test_texts_that_a_language_lacks_are_those_of_the_default_one() -> None:
    bare = {**LANGUAGES, "xx": Language()}

    assert tongue_in(bare, "xx") == replace(ENGLISH, code="xx", words=Language())
