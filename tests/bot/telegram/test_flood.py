from collections.abc import Callable, Coroutine
from typing import Any

import pytest
from telegram.error import (
    BadRequest,
    Forbidden,
    NetworkError,
    RetryAfter,
    TelegramError,
    TimedOut,
)

from bot.telegram.flood import LONGEST_WAIT, Patience

Request = Callable[..., Coroutine[Any, Any, bool]]


class Rests:
    """Time that passes at once."""

    def __init__(self) -> None:
        self.seconds: list[float] = []

    async def __call__(self, seconds: float) -> None:
        self.seconds.append(seconds)


@pytest.fixture
def rests() -> Rests:
    return Rests()


def request(*faults: TelegramError) -> Request:
    left = list(faults)

    async def call(*_: Any, **__: Any) -> bool:
        if left:
            raise left.pop(0)
        return True

    return call


async def send(rests: Rests, *faults: TelegramError) -> object:
    return await Patience(rest=rests).process_request(
        request(*faults), (), {}, "sendMessage", {"chat_id": 7}, None
    )


async def test_request_that_succeeds_waits_for_nothing(rests: Rests) -> None:
    assert await send(rests) is True
    assert rests.seconds == []


async def test_flood_limit_is_waited_out(rests: Rests) -> None:
    assert await send(rests, RetryAfter(3), RetryAfter(40)) is True
    assert rests.seconds == [3.0, 40.0]


async def test_wait_has_an_end(rests: Rests) -> None:
    with pytest.raises(RetryAfter):
        await send(rests, RetryAfter(int(LONGEST_WAIT)), RetryAfter(1))

    assert rests.seconds == [LONGEST_WAIT]


@pytest.mark.parametrize("fault", [NetworkError("reset"), TimedOut()])
async def test_fault_of_the_network_is_tried_again(
    rests: Rests, fault: NetworkError
) -> None:
    assert await send(rests, fault, fault) is True
    assert rests.seconds == [0.5, 1.0]


async def test_network_that_stays_away_is_given_up(rests: Rests) -> None:
    with pytest.raises(NetworkError):
        await send(rests, *[NetworkError("reset")] * 9)

    assert len(rests.seconds) == 4


@pytest.mark.parametrize("fault", [BadRequest("no"), Forbidden("blocked")])
async def test_refusal_is_not_tried_again(rests: Rests, fault: TelegramError) -> None:
    with pytest.raises(type(fault)):
        await send(rests, fault)

    assert rests.seconds == []
