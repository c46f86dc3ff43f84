"""Whatever is written to it, an answerer answers or refuses, and cites verbatim."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.answering.answer import Answerer
from bot.answering.model import Answer
from index.library import Library

# Lone surrogates, control characters and characters of every script included.
ANY = st.text(st.characters(exclude_categories=()), max_size=300)
PIECES = st.sampled_from(
    [
        "When did",
        "the Firearms Protocol",
        "enter into force",
        "in 2004",
        "on 31 June 2004?",
        "How many parties",
        "and the second?",
        "Vienna",
        "{entity}",
        "{date}",
        "session 99999999999999999999",
        "COP" * 9,
        "\u202eetad\u202c",
        "👩\u200d👩\u200d👧",
        "اتفاقية",
        "公约",
        "\x00\x1b[31m",
        "<b>&amp;",
        "?",
        ".",
        "not",
    ]
)
MIXED = st.lists(PIECES | ANY, max_size=8).map(" ".join)
BOMBS = [
    "a" * 100_000,
    "when " * 20_000,
    "1" * 100_000,
    "2004-" * 20_000,
    " " * 100_000,
    "?" * 100_000,
    "\u0301" * 100_000,
    "\ufdfa" * 100_000,  # one character that is composed of eighteen
    "and the " * 12_500,
    "(" * 50_000 + ")" * 50_000,
    "a" * 999,
    "1, " * 300,
    "10-21-" * 150 + " October 2005",
    "10 to " * 150 + "21 October 2005",
    "first " * 160,
    "twenty " * 140 + "hundred",
    "A.B." * 240,
    "Protocol against the " * 45,
    "I, my, " * 140,
    "{entity}" * 120,
    "\u202e" * 500 + "COP 1",
    "COP " + "1" * 900,
]


def check(library: Library, answer: Answer) -> None:
    assert 0 <= answer.confidence <= 1
    assert answer.headline
    assert bool(answer.citations) is answer.answered
    for citation in answer.citations:
        passage = library.passage(citation.passage)
        assert passage is not None
        assert citation.snippet
        assert citation.snippet in passage.text
        assert (citation.document, citation.locator) == (
            passage.document,
            passage.locator,
        )


@given(ANY | MIXED)
def test_any_question_is_answered_with_citations_or_refused(
    answerer: Answerer, library: Library, text: str
) -> None:
    answer = answerer.ask(text)

    assert answer.question == text
    check(library, answer)


@given(st.lists(ANY | MIXED, max_size=7), MIXED)
def test_any_history_is_put_up_with(
    answerer: Answerer, library: Library, history: list[str], text: str
) -> None:
    check(library, answerer.ask(text, history))


@pytest.mark.parametrize("bomb", BOMBS, ids=lambda bomb: repr(bomb[:12]))
def test_long_and_winding_texts_are_read_all_the_same(
    answerer: Answerer, library: Library, bomb: str
) -> None:
    check(library, answerer.ask(bomb))
    check(library, answerer.ask("and where?", [bomb]))


@given(st.integers(1, 40), st.sampled_from("\x00\u200b\u202e\ufeff\u00ad"))
def test_invisible_characters_around_a_question_change_nothing(
    answerer: Answerer, count: int, character: str
) -> None:
    text = "When did the Firearms Protocol enter into force?"

    answer = answerer.ask(character * count + text + character * count)

    assert answer.headline == answerer.ask(text).headline


def test_right_to_left_questions_are_no_gibberish(answerer: Answerer) -> None:
    answer = answerer.ask(
        "\u202bWhen did the Firearms Protocol enter into force?\u202c"
    )

    assert "3 July 2005" in answer.headline
