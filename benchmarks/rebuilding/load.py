"""Ask at a steady pace, in windows with builds beside it and windows without."""

import asyncio
import sys
from asyncio.subprocess import DEVNULL
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from itertools import islice
from pathlib import Path

from benchmarks.timing import Timings
from bot.answering.model import Answer
from bot.opening import open_reception
from bot.service import SearchThread
from index.background import give_way


@dataclass(frozen=True, slots=True)
class Pace:
    """How often is asked: the windows of each kind take turns."""

    rate: float = 20.0  # questions a second
    seconds: float = 10.0  # of one window
    windows: int = 6  # of each kind


@dataclass(slots=True)
class Replies:
    """What came back in the windows of one kind, and how long it took."""

    seconds: list[float] = field(default_factory=list)
    answers: list[tuple[str, Answer]] = field(default_factory=list)

    @property
    def timings(self) -> Timings:
        """Give the times from when each question was due."""
        return Timings(tuple(self.seconds))


@dataclass(slots=True)
class Measured:
    """What was found; `wrong` are the questions that got another answer meanwhile."""

    idle: Replies = field(default_factory=Replies)
    rebuilding: Replies = field(default_factory=Replies)
    builds: int = 0
    wrong: tuple[str, ...] = ()


async def measure(
    data: Path, index: Path, questions: Iterator[str], pace: Pace
) -> Measured:
    """Ask the running bot's own search thread, from as many tasks as it takes.

    Args:
        data: What every build is made from; it does not change.
        index: An index of it.
        questions: Endless.
        pace: How often, and how long.
    """
    measured = Measured()
    asked = round(pace.rate * pace.seconds)
    async with SearchThread(open_reception(index)) as thread:
        await _ask(thread, [*islice(questions, asked)], pace.rate)  # to warm it
        for _ in range(pace.windows):
            idle = await _ask(thread, [*islice(questions, asked)], pace.rate)
            async with _building(data, index, measured):
                busy = await _ask(thread, [*islice(questions, asked)], pace.rate)
            for all_, window in ((measured.idle, idle), (measured.rebuilding, busy)):
                all_.seconds += window.seconds
                all_.answers += window.answers
        answers = (*measured.idle.answers, *measured.rebuilding.answers)
        expected = {q: (await thread.respond(q)).answer for q, _ in answers}
    measured.wrong = tuple(q for q, answer in answers if answer != expected[q])
    return measured


async def _ask(thread: SearchThread, questions: list[str], rate: float) -> Replies:
    """Ask each question when it is due, whether the ones before are answered or not.

    Its time counts from then, so that whoever has to wait in line is not overlooked.
    """
    replies, clock = Replies(), asyncio.get_running_loop().time
    start = clock()

    async def ask(question: str, due: float) -> None:
        answer = (await thread.respond(question)).answer
        replies.seconds.append(clock() - due)
        replies.answers.append((question, answer))

    async with asyncio.TaskGroup() as group:
        for number, question in enumerate(questions):
            due = start + number / rate
            await asyncio.sleep(due - clock())
            group.create_task(ask(question, due))
    return replies


@asynccontextmanager
async def _building(data: Path, index: Path, measured: Measured) -> AsyncIterator[None]:
    """Build again and again, to the end of the last build."""
    ended = asyncio.Event()

    async def build() -> None:
        folders = ("--data", str(data), "--index", str(index))
        while not ended.is_set():
            process = await asyncio.create_subprocess_exec(
                *(sys.executable, "-m", "index", "build", "--full", *folders),
                stdin=DEVNULL,
                stdout=DEVNULL,
                stderr=DEVNULL,
            )
            give_way(process.pid)
            measured.builds += await process.wait() == 0

    async with asyncio.TaskGroup() as group:
        group.create_task(build())
        try:
            yield
        finally:
            ended.set()
