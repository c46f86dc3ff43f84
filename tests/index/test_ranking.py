"""Words that stand together count for more."""

from collections.abc import Mapping, Sequence

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from index import ranking
from index.ranking import idf
from index.scoring import Places, TermPostings

WEIGHTS = {"grain": 2.0, "ship": 1.0, "port": 1.5}


def place(texts: Sequence[Sequence[str]], term: str) -> Places:
    found = [[at for at, word in enumerate(text) if word == term] for text in texts]
    return Places(
        np.array([n for n, positions in enumerate(found) if positions], np.int32),
        np.cumsum(
            [0, *(len(positions) for positions in found if positions)], dtype="i4"
        ),
        np.array([at for positions in found for at in positions], np.uint32),
    )


def closenesses(
    texts: Sequence[Sequence[str]], weights: Mapping[str, float]
) -> list[float]:
    terms = [TermPostings(weights[t], (), place(texts, t)) for t in weights]
    return list(ranking.closeness(terms, np.arange(len(texts))))


def closeness(terms: Sequence[str], weights: Mapping[str, float]) -> float:
    (reward,) = closenesses([terms], weights)
    return reward


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


@given(st.lists(st.lists(st.sampled_from(["grain", "ship", "port", "x"])), min_size=1))
def test_passages_earn_together_what_each_earns_alone(texts: list[list[str]]) -> None:
    assert closenesses(texts, WEIGHTS) == [closeness(text, WEIGHTS) for text in texts]
