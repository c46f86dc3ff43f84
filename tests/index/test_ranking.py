"""Words that stand together count for more."""

from hypothesis import given
from hypothesis import strategies as st

from index.ranking import closeness, idf

WEIGHTS = {"grain": 2.0, "ship": 1.0, "port": 1.5}


def test_rarer_terms_weigh_more() -> None:
    assert idf(100, 1) > idf(100, 50) > idf(100, 100) > 0


def test_near_words_beat_distant_ones() -> None:
    near = ["grain", "ship", *["x"] * 40]
    far = ["grain", *["x"] * 40, "ship"]

    assert closeness(near, WEIGHTS) > closeness(far, WEIGHTS)


def test_order_of_near_words_does_not_matter() -> None:
    assert closeness(["ship", "grain"], WEIGHTS) == closeness(
        ["grain", "ship"], WEIGHTS
    )


def test_repeating_a_word_earns_nothing() -> None:
    assert closeness(["grain"] * 9, WEIGHTS) == closeness(["grain"], WEIGHTS)


@given(st.lists(st.sampled_from(["x", "y"])))
def test_passage_without_the_words_earns_nothing(terms: list[str]) -> None:
    assert closeness(terms, WEIGHTS) == 0


@given(st.lists(st.sampled_from(["grain", "ship", "port", "x"])))
def test_reading_on_never_lowers_the_reward(terms: list[str]) -> None:
    assert closeness([*terms, "ship"], WEIGHTS) >= closeness(terms, WEIGHTS)
