"""Words that stand together count for more."""

from collections.abc import Sequence

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from index import ranking
from index.occurrences import find_occurrences
from index.ranking import idf
from index.scoring import APART, Family

WEIGHTS = {"grain": 2.0, "ship": 1.0, "port": 1.5}


def make_family(texts: Sequence[Sequence[str]], term: str) -> Family:
    places = [
        number * APART + at
        for number, text in enumerate(texts)
        for at, word in enumerate(text)
        if word == term
    ]
    return Family(
        WEIGHTS[term],
        np.empty(0, np.int32),
        np.empty(0),
        places=np.array(places, np.int64),
        words=np.zeros(len(places), np.int32),
        numbers={term: 0},
    )


def closenesses(texts: Sequence[Sequence[str]]) -> list[float]:
    """Reckon with each word as the only one of its family."""
    passages = np.arange(len(texts))
    families = [make_family(texts, term) for term in WEIGHTS]
    found = find_occurrences(families, tuple(WEIGHTS), passages)
    weights = np.array(list(WEIGHTS.values()))
    rewards = ranking.closeness(found, len(texts), families=weights, terms=weights)
    return list(rewards)


def closeness(terms: Sequence[str]) -> float:
    (reward,) = closenesses([terms])
    return reward


def test_rarer_terms_weigh_more() -> None:
    assert idf(100, 1) > idf(100, 50) > idf(100, 100) > 0


def test_near_words_beat_distant_ones() -> None:
    near = ["grain", "ship", *["x"] * 40]
    far = ["grain", *["x"] * 40, "ship"]

    assert closeness(near) > closeness(far)


def test_order_of_near_words_does_not_matter() -> None:
    assert closeness(["ship", "grain"]) == closeness(["grain", "ship"])


def test_repeating_a_word_earns_nothing() -> None:
    assert closeness(["grain"] * 9) == closeness(["grain"])


@given(st.lists(st.sampled_from(["x", "y"])))
def test_passage_without_the_words_earns_nothing(terms: list[str]) -> None:
    assert closeness(terms) == 0


@given(st.lists(st.sampled_from(["grain", "ship", "port", "x"])))
def test_reading_on_never_lowers_the_reward(terms: list[str]) -> None:
    assert closeness([*terms, "ship"]) >= closeness(terms)


@given(st.lists(st.lists(st.sampled_from(["grain", "ship", "port", "x"])), min_size=1))
def test_passages_earn_together_what_each_earns_alone(texts: list[list[str]]) -> None:
    assert closenesses(texts) == [closeness(text) for text in texts]
