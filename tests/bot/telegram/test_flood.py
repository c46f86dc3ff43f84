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
from bot.telegram.pace import Pace

Request = Callable[..., Coroutine[Any, Any, bool]]


class Rests:
    """Time that passes at once."""

    def __init__(self) -> None:
        self.seconds: list[float] = []

    async def __call__(self, seconds: float) -> None:
        self.seconds.append(seconds)

    def clock(self) -> float:
        return sum(self.seconds)


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


def patience(rests: Rests, *, a_second: int = 0) -> Patience:
    return Patience(Pace(a_second), rest=rests, clock=rests.clock)


async def send(rests: Rests, *faults: TelegramError) -> object:
    return await send_by(patience(rests), request(*faults))


async def send_by(
    patience: Patience,
    call: Request,
    *,
    endpoint: str = "sendMessage",
    chat: int | None = 7,
) -> object:
    data = {} if chat is None else {"chat_id": chat}
    return await patience.process_request(call, (), {}, endpoint, data, None)


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


async def test_network_that_stays_away_is_tried_for_long_and_ever_less_often(
    rests: Rests,
) -> None:
    with pytest.raises(NetworkError):
        await send(rests, *[NetworkError("reset")] * 500)

    assert rests.seconds[:7] == [0.5, 1.0, 2.0, 4.0, 8.0, 16.0, 30.0]
    assert LONGEST_WAIT - 30 < sum(rests.seconds) <= LONGEST_WAIT


@pytest.mark.parametrize("fault", [BadRequest("no"), Forbidden("blocked")])
async def test_refusal_is_not_tried_again(rests: Rests, fault: TelegramError) -> None:
    with pytest.raises(type(fault)):
        await send(rests, fault)

    assert rests.seconds == []


async def test_chat_that_is_sent_much_is_sent_it_at_its_pace(rests: Rests) -> None:
    sender = patience(rests, a_second=30)

    for _ in range(8):
        await send_by(sender, request())

    assert rests.seconds == [1.0, 1.0, 1.0]


async def test_flood_limit_of_a_chat_holds_all_that_goes_there_and_nothing_else(
    rests: Rests,
) -> None:
    pace = Pace(0)
    pace.hold(7, until=30.0)
    sender = Patience(pace, rest=rests, clock=rests.clock)

    await send_by(sender, request(), chat=8)
    assert rests.seconds == []
    await send_by(sender, request(), chat=7)
    assert rests.seconds == [30.0]


@pytest.mark.parametrize(
    ("endpoint", "chat"), [("sendChatAction", 7), ("answerCallbackQuery", None)]
)
async def test_what_is_no_message_is_not_held(
    rests: Rests, endpoint: str, chat: int | None
) -> None:
    sender = patience(rests, a_second=1)

    for _ in range(100):
        await send_by(sender, request(), endpoint=endpoint, chat=chat)

    assert rests.seconds == []
