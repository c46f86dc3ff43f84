from bot.telegram.gate import PERIOD, Gate


class Clock:
    def __init__(self) -> None:
        self.now = 100.0

    def __call__(self) -> float:
        return self.now


def test_reader_within_bounds_is_let_in() -> None:
    gate = Gate(3, clock=Clock())

    assert [gate.wait(7) for _ in range(3)] == [0, 0, 0]


def test_reader_who_asks_too_much_is_told_when_the_minute_is_over() -> None:
    clock = Clock()
    gate = Gate(1, clock=clock)
    gate.wait(7)
    clock.now += 20

    assert gate.wait(7) == PERIOD - 20
    clock.now += PERIOD - 20
    assert gate.wait(7) == 0


def test_readers_are_counted_apart() -> None:
    gate = Gate(1, clock=Clock())
    gate.wait(7)

    assert gate.wait(8) == 0


def test_only_the_first_refusal_of_a_minute_is_one() -> None:
    gate = Gate(1, clock=Clock())
    gate.wait(7)

    refusals = []
    for _ in range(3):
        gate.wait(7)
        refusals.append(gate.is_first_refusal(7))

    assert refusals == [True, False, False]


def test_without_a_limit_everybody_is_let_in() -> None:
    gate = Gate(0, clock=Clock())

    assert {gate.wait(7) for _ in range(1_000)} == {0}
