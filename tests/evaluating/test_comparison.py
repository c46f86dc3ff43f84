"""What a change gained and lost."""

import pytest

from bot.evaluating.comparison import Change, Run, compare
from bot.evaluating.judging import Judgement
from tests.evaluating.conftest import an_outcome


@pytest.mark.parametrize(
    ("before", "now", "where"),
    [
        ("wrong", "right", "gained"),
        ("refused", "right", "gained"),
        ("right", "wrong", "lost"),
        ("right", "refused", "lost"),
        ("refused", "wrong", "other"),
        ("wrong", "refused", "other"),
    ],
)
def test_change_is_a_gain_a_loss_or_neither(
    before: Judgement, now: Judgement, where: str
) -> None:
    outcome = an_outcome("a", now)

    compared = compare([outcome], Run("old", {"a": before}))

    changes = {name: getattr(compared, name) for name in ("gained", "lost", "other")}
    assert changes.pop(where) == (Change(outcome.task, before, now),)
    assert set(changes.values()) == {()}


def test_same_judgement_is_no_change() -> None:
    compared = compare([an_outcome("a", "wrong")], Run("old", {"a": "wrong"}))

    assert (compared.gained, compared.lost, compared.other) == ((), (), ())


def test_questions_of_one_run_only_are_counted_not_compared() -> None:
    outcomes = [an_outcome("a", "right"), an_outcome("b", "right")]

    compared = compare(outcomes, Run("old", {"b": "right", "c": "right"}))

    assert (compared.compared, compared.new, compared.left_out) == (1, 1, 1)
    assert compared.gained == ()
