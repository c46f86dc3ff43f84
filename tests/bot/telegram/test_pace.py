from hypothesis import given
from hypothesis import strategies as st

from bot.telegram.pace import Allowance, Pace

GROUP = -100
MOMENTS = st.lists(st.floats(0, 100), min_size=1, max_size=200).map(sorted)


def waits(pace: Pace, chat: int, count: int, *, now: float = 0.0) -> list[float]:
    return [pace.wait(chat, now) for _ in range(count)]


@given(MOMENTS, st.integers(1, 20), st.floats(0.1, 5))
def test_never_more_are_let_out_than_the_allowance_has(
    moments: list[float], at_once: int, interval: float
) -> None:
    allowance = Allowance(at_once, interval)

    out = [now + allowance.take(now) for now in moments]

    for first, last in zip(out, out[at_once:], strict=False):
        assert last - first > interval - 1e-6


def test_chat_may_be_sent_a_few_at_once_and_then_one_a_second() -> None:
    assert waits(Pace(30), 7, 8) == [0, 0, 0, 0, 0, 1, 2, 3]


def test_group_may_be_sent_twenty_a_minute() -> None:
    pace = Pace(30)

    out = [now + pace.wait(GROUP, now) for now in map(float, range(100))]

    assert max(sum(begin <= each < begin + 60 for each in out) for begin in out) <= 20


def test_chats_do_not_wait_for_each_other() -> None:
    pace = Pace(30)
    assert waits(pace, 7, 6)[-1] > 0

    assert pace.wait(8, 0.0) == 0


def test_all_chats_together_keep_the_overall_pace() -> None:
    pace = Pace(10)

    out = [pace.wait(chat, 0.0) for chat in range(1, 101)]

    assert max(sum(begin <= each < begin + 1 for each in out) for begin in out) <= 10
    assert out[-1] < 15


def test_quiet_time_gives_the_allowance_back() -> None:
    pace = Pace(30)
    waits(pace, 7, 8)

    assert waits(pace, 7, 5, now=20.0) == [0, 0, 0, 0, 0]


def test_without_a_limit_nothing_waits() -> None:
    assert set(waits(Pace(0), 7, 1_000)) == {0}


def test_chat_that_is_held_waits_until_then() -> None:
    pace = Pace(30)
    pace.hold(7, until=42.0)

    assert (pace.wait(7, 2.0), pace.wait(8, 2.0), pace.wait(7, 50.0)) == (40.0, 0, 0)


def test_shorter_hold_does_not_end_a_longer_one() -> None:
    pace = Pace(30)

    pace.hold(7, until=42.0)
    pace.hold(7, until=3.0)

    assert pace.wait(7, 0.0) == 42.0
