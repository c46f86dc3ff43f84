import asyncio

import pytest
from telegram.error import BadRequest, InvalidToken, NetworkError

from bot.telegram import stopping
from bot.telegram.stopping import alongside, persist, run_until


async def forever() -> None:
    await asyncio.Event().wait()


async def test_stop_ends_the_work() -> None:
    stop = asyncio.Event()
    running = asyncio.create_task(run_until(stop, forever()))

    stop.set()

    await running


async def test_end_of_the_work_needs_no_stop() -> None:
    await run_until(asyncio.Event(), asyncio.sleep(0))


async def test_fault_of_the_work_is_raised() -> None:
    async def fail() -> None:
        raise ValueError("broken")

    with pytest.raises(ValueError, match="broken"):
        await run_until(asyncio.Event(), fail())


async def test_work_alongside_ends_with_the_block() -> None:
    ended = asyncio.Event()

    async def work() -> None:
        try:
            await forever()
        finally:
            ended.set()

    async with alongside(work()):
        await asyncio.sleep(0)

    assert ended.is_set()


async def test_call_is_made_until_the_network_is_back(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(stopping, "_AGAIN", 0.0)
    faults = [NetworkError("away"), NetworkError("away")]

    async def call() -> None:
        if faults:
            raise faults.pop()

    await persist(call)

    assert faults == []


@pytest.mark.parametrize("fault", [BadRequest("wrong"), InvalidToken()])
async def test_refusal_is_final(fault: Exception) -> None:
    async def call() -> None:
        raise fault

    with pytest.raises(type(fault)):
        await persist(call)
