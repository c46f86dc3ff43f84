"""The best passages are found without sorting all of them."""

from collections import Counter

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from index.scoring import TermPostings, add_up, best, count_up


def term(**scores: float) -> TermPostings:
    numbers = np.array([int(name.strip("p")) for name in scores], np.int32)
    return TermPostings(1.0, numbers, np.array([*scores.values()]))


def test_scores_of_all_terms_are_added_up() -> None:
    assert add_up([term(p0=1, p2=2), term(p2=3)], 4).tolist() == [1, 0, 5, 0]


@given(st.lists(st.integers(0, 9)))
def test_equal_numbers_are_counted(numbers: list[int]) -> None:
    distinct, counts = count_up(np.array(sorted(numbers), np.int64))

    assert dict(zip(distinct, counts, strict=True)) == Counter(numbers)


@given(st.lists(st.sampled_from([0.0, 0.5, 1.0, 1e-300])), st.integers(1, 40))
def test_best_are_the_head_of_a_stable_sort(scores: list[float], limit: int) -> None:
    above = [number for number, score in enumerate(scores) if score > 0]
    in_order = sorted(above, key=lambda number: -scores[number])

    assert best(np.array(scores), limit).tolist() == in_order[:limit]


def test_best_of_very_many_are_the_head_of_a_stable_sort() -> None:
    scores = np.random.default_rng(1).integers(0, 900, 9_999) / 7.0

    assert best(scores, 30).tolist() == np.argsort(-scores, kind="stable")[:30].tolist()
