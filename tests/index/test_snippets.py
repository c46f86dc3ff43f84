"""Snippets are short, verbatim and to the point."""

from itertools import accumulate

from hypothesis import given
from hypothesis import strategies as st

from index.analysis import sentences_of
from index.snippets import Extent, choose_snippet, make_scale

LONGEST = 300


def snippet(text: str, *terms: str) -> str:
    sentences = sentences_of(text, "en")
    counts = accumulate(len(sentence.terms) for sentence in sentences)
    held = [term for sentence in sentences for term in sentence.terms]
    return choose_snippet(
        text,
        [Extent(s.start, s.end, n) for s, n in zip(sentences, counts, strict=True)],
        found=[
            (at, terms.index(term)) for at, term in enumerate(held) if term in terms
        ],
        weigh=make_scale([1.0] * len(terms)),
    )


@given(st.text(alphabet="ab. \n!AB1é\ufeff", max_size=900), st.booleans())
def test_snippet_stands_in_the_text_and_is_short(text: str, asked: bool) -> None:
    found = snippet(text, *(["ab", "b"] if asked else []))

    assert found in text
    assert len(found) <= LONGEST


def test_sentence_that_holds_the_words_is_quoted() -> None:
    text = "Lamps are lit. Ships carry grain. Tugs wait."

    assert snippet(text, "grain", "ship") == "Ships carry grain."


def test_neighbours_are_quoted_together_if_both_are_needed() -> None:
    text = "Lamps are lit. Ships sail. They carry grain. Tugs wait."

    assert snippet(text, "grain", "ship") == "Ships sail. They carry grain."


def test_first_of_equal_sentences_is_quoted() -> None:
    assert snippet("Grain a. Grain b.", "grain") == "Grain a."


def test_long_sentence_is_cut_around_the_words() -> None:
    text = f"{'tug ' * 200}ships carry grain {'tug ' * 200}"

    found = snippet(text, "grain", "ship")

    assert "ships carry grain" in found
    assert len(found) <= LONGEST


def test_endless_word_is_cut() -> None:
    assert snippet("x" * 999, "grain") == "x" * LONGEST


def test_text_without_words_has_a_snippet_too() -> None:
    assert snippet("...", "grain") == "..."
