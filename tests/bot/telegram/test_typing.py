import asyncio
from dataclasses import dataclass, field

import pytest
from telegram import Message

from bot.telegram.app import App
from bot.telegram.typing import SOON, show_typing
from tests.bot.telegram.conftest import Script, message


@dataclass(slots=True)
class Clock:
    """Time that passes when a test lets it; each rest is reported as it begins."""

    rests: asyncio.Queue[float] = field(default_factory=asyncio.Queue)
    ticks: asyncio.Queue[None] = field(default_factory=asyncio.Queue)

    async def rest(self, seconds: float) -> None:
        self.rests.put_nowait(seconds)
        await self.ticks.get()

    async def pass_by(self) -> float:
        """Let one rest end, and await the beginning of the next one."""
        self.ticks.put_nowait(None)
        return await self.rests.get()


@pytest.fixture
def asked(app: App) -> Message:
    asked = Message.de_json(message("When?"), app.bot)
    assert asked
    return asked


async def answered(question: asyncio.Event) -> str:
    await question.wait()
    return "Then."


async def test_quick_answer_is_not_announced(asked: Message, script: Script) -> None:
    done = asyncio.Event()
    done.set()

    assert await show_typing(asked, answered(done), rest=Clock().rest) == "Then."
    assert script.of("sendChatAction") == []


async def test_slow_answer_is_announced_until_it_is_there(
    asked: Message, script: Script
) -> None:
    clock, done = Clock(), asyncio.Event()
    showing = asyncio.create_task(show_typing(asked, answered(done), rest=clock.rest))

    assert await clock.rests.get() == SOON
    assert script.of("sendChatAction") == []
    again = await clock.pass_by()
    assert len(script.of("sendChatAction")) == 1
    await clock.pass_by()
    done.set()

    assert await showing == "Then."
    assert [each["action"] for each in script.of("sendChatAction")] == ["typing"] * 2
    assert again < 5


async def test_fault_of_the_announcement_is_no_fault_of_the_answer(
    asked: Message, script: Script
) -> None:
    script.fail("sendChatAction", 403, "Forbidden: bot was blocked by the user")
    clock, done = Clock(), asyncio.Event()
    showing = asyncio.create_task(show_typing(asked, answered(done), rest=clock.rest))
    await clock.rests.get()
    await clock.pass_by()
    done.set()

    assert await showing == "Then."


async def test_fault_of_the_work_is_passed_on(asked: Message) -> None:
    async def fail() -> str:
        raise LookupError("no")

    with pytest.raises(LookupError):
        await show_typing(asked, fail(), rest=Clock().rest)
