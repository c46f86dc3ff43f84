import pytest
from hypothesis import given

from bot.markup import Span, clean, units, web_address, write_block
from tests.bot.strategies import TEXTS


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("a  b\tc", "a b c"),
        (" a \n\n b ", "a\nb"),
        ("a\x1b[31mb", "a [31mb"),
        ("a\ud800b", "a b"),
        ("a\u202eb", "ab"),
        ("می\u200cخواهم", "می\u200cخواهم"),
        ("\r\n", ""),
    ],
)
def test_text_is_cleaned(text: str, shown: str) -> None:
    assert clean(text) == shown


@given(TEXTS)
def test_clean_text_is_clean_already(text: str) -> None:
    assert clean(clean(text)) == clean(text)


@given(TEXTS)
def test_clean_text_can_be_sent(text: str) -> None:
    assert clean(text).encode("utf-8").decode("utf-8") == clean(text)


def test_length_counts_utf_16_units() -> None:
    assert units("a😀é") == 4


def test_text_is_escaped_under_its_tag() -> None:
    assert write_block(((Span("<a> & b", "b"),),)) == "<b>&lt;a&gt; &amp; b</b>"


def test_address_with_white_space_inside_is_closed_up() -> None:
    assert web_address("https://example.org/a\n b") == "https://example.org/ab"
