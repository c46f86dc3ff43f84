from hypothesis import given
from hypothesis import strategies as st

from bot.markup import Span, units
from bot.split import shorten, split_messages


def test_blocks_share_a_message_while_they_fit() -> None:
    head, citation = ((Span("head"),),), ((Span("citation"),),)

    assert split_messages(head, [citation]) == ("head\n\ncitation",)


def test_blocks_that_do_not_fit_stand_apart() -> None:
    head, citation = ((Span("head"),),), ((Span("citation"),),)

    assert split_messages(head, [citation], limit=13) == ("head", "citation")


def test_long_head_breaks_between_its_lines() -> None:
    head = ((Span("one"),), (Span("two"),), (Span("three"),))

    assert split_messages(head, limit=8) == ("one\ntwo", "three")


def test_line_break_between_messages_is_in_no_message() -> None:
    head = tuple((Span("x" * 10),) for _ in range(3))

    assert split_messages(head, limit=10) == ("x" * 10,) * 3


def test_nothing_gives_no_message() -> None:
    assert split_messages(()) == ()


def test_shortening_cuts_the_longest_text_first() -> None:
    citation = ((Span("[1] title"),), (Span("a long quotation of it", "blockquote"),))

    (message,) = split_messages((), [citation], limit=25)

    assert message == "[1] title\n<blockquote>a long…</blockquote>"


def test_no_text_is_cut_below_the_next_longest() -> None:
    citation = ((Span("a " * 20),), (Span("b " * 30, "blockquote"),))

    (message,) = split_messages((), [citation], limit=50)

    assert message.count("a") > 5
    assert message.count("b ") > 5


def test_shortening_ends_at_a_word() -> None:
    assert shorten("one two three", 9) == "one two…"


def test_shortening_keeps_a_word_that_just_fits() -> None:
    assert shorten("one two three", 8) == "one two…"


def test_first_word_that_is_too_long_is_cut_within() -> None:
    assert shorten("abcdefgh ijk", 5) == "abcd…"


def test_shortening_tears_no_pair_apart() -> None:
    assert shorten("😀😀😀", 4) == "😀…"


@given(st.text(st.characters(exclude_categories=["Cs"])), st.integers(1, 50))
def test_shortened_text_fits(text: str, limit: int) -> None:
    assert units(shorten(text, limit)) <= limit


@given(st.lists(st.text(st.characters(categories=["L"]), min_size=1, max_size=40)))
def test_lines_keep_their_order(words: list[str]) -> None:
    messages = split_messages(tuple((Span(word),) for word in words), limit=80)

    assert "\n".join(messages).split() == words
