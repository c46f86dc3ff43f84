"""The figures of a run."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.evaluating.judging import Judgement
from bot.evaluating.summary import Tally, summarize
from tests.evaluating.conftest import an_outcome

judgements = st.sampled_from(["right", "wrong", "refused"])


def test_questions_are_counted_by_kind_and_in_all() -> None:
    outcomes = [
        an_outcome("a", "right", task_kind="when"),
        an_outcome("b", "refused", task_kind="when"),
        an_outcome("c", "wrong", task_kind="list"),
    ]

    summary = summarize(outcomes)

    assert list(summary.kinds) == ["list", "when"]
    assert summary.kinds["when"] == Tally(2, 1, 0, 1, 1, 1, 0, 0)
    assert summary.total == Tally(3, 1, 1, 1, 2, 1, 0, 1)


def test_right_refusal_counts_as_right_but_not_as_answered() -> None:
    refusal = an_outcome("a", "right", answered=False, task_refuse=True)

    total = summarize([refusal]).total

    assert (total.right, total.refused, total.answered) == (1, 0, 0)


def test_answer_that_ought_to_have_been_a_refusal_is_counted_apart() -> None:
    total = summarize([an_outcome("a", "wrong", task_refuse=True)]).total

    assert (total.wrong, total.needless) == (1, 1)


@pytest.mark.parametrize(
    ("judgement", "confidence", "count"),
    [("wrong", 0.9, 1), ("wrong", 0.89, 0), ("right", 0.95, 0)],
)
def test_wrong_with_confidence_begins_at_nine_tenths(
    judgement: Judgement, confidence: float, count: int
) -> None:
    outcome = an_outcome("a", judgement, confidence=confidence)

    assert summarize([outcome]).total.confidently_wrong == count


@pytest.mark.parametrize(
    ("confidence", "band"),
    [(0.0, 0), (0.49, 0), (0.5, 1), (0.6, 2), (0.7, 3), (0.8, 4), (0.9, 5), (1.0, 5)],
)
def test_answer_falls_into_the_band_of_its_confidence(
    confidence: float, band: int
) -> None:
    bands = summarize([an_outcome("a", "right", confidence=confidence)]).bands

    assert [each.answers for each in bands].index(1) == band


def test_refusals_are_left_out_of_the_bands() -> None:
    bands = summarize([an_outcome("a", "refused", confidence=0.7)]).bands

    assert sum(band.answers for band in bands) == 0


def test_band_tells_claim_and_share_of_right_answers() -> None:
    outcomes = [
        an_outcome("a", "right", confidence=0.92),
        an_outcome("b", "wrong", confidence=0.98),
    ]

    band = summarize(outcomes).bands[-1]

    assert (band.answers, band.right) == (2, 0.5)
    assert band.confidence == pytest.approx(0.95)


def test_calibration_error_weighs_bands_by_their_answers() -> None:
    # Three answers at 0.9, all right, are 0.1 off; one at 0.5, wrong, is 0.5 off.
    outcomes = [an_outcome(name, "right", confidence=0.9) for name in "abc"]
    outcomes.append(an_outcome("d", "wrong", confidence=0.5))

    assert summarize(outcomes).calibration_error == pytest.approx((0.3 + 0.5) / 4)


def test_length_is_that_of_answers_not_of_refusals() -> None:
    outcomes = [
        an_outcome("a", "right", answer="12345"),
        an_outcome("b", "refused", answer="A long refusal."),
    ]

    length = summarize(outcomes).length

    assert length is not None
    assert (length.median, length.p95) == (5, 5)


def test_percentiles_are_values_that_were_seen() -> None:
    outcomes = [an_outcome(str(n), "right", elapsed=float(n)) for n in range(1, 201)]

    elapsed = summarize(outcomes).elapsed

    assert elapsed is not None
    assert (elapsed.median, elapsed.p95, elapsed.p99) == (100, 190, 198)


def test_nothing_asked_gives_no_figures() -> None:
    summary = summarize([])

    assert summary.total.asked == 0
    assert (summary.length, summary.elapsed, summary.calibration_error) == (None,) * 3


@given(st.lists(judgements))
def test_every_question_is_right_wrong_or_refused(drawn: list[Judgement]) -> None:
    total = summarize(an_outcome(str(n), v) for n, v in enumerate(drawn)).total

    assert total.right + total.wrong + total.refused == total.asked
