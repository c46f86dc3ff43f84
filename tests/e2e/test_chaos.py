"""Many chats, a platform that fails now and then, and a bot that is killed."""

import asyncio
import random
import signal
from collections.abc import Iterator
from itertools import pairwise

import pytest

from bot.sandbox import Held, Reset, Sandbox, User, server_error, too_many_requests
from bot.sandbox.faults import Fault
from bot.telegram.intake import RUNNING
from tests.e2e.conftest import PATIENCE, Home, StartBot, polls

FAULTY = 0.2  # of all messages


def faults(count: int) -> Iterator[Fault]:
    """Let most messages pass; the others meet a limit, a fault, a reset or silence."""
    chance, passing = random.Random(7), asyncio.Event()
    passing.set()
    for _ in range(count):
        if chance.random() < FAULTY:
            silence = Held(asyncio.Event())
            choices = (too_many_requests(1), server_error(), Reset(), silence)
            yield chance.choice(choices)
        else:
            yield Held(passing)


def question(number: int) -> str:
    return f"/search subject number{number:03}."


def answered(person: User) -> list[int]:
    """Give the numbers of the questions that were answered, in order."""
    said = [each.text for each in person.history if each.sender.is_bot]
    return [int(text.partition("number")[2][:3]) for text in said]


async def hear_out(person: User, last: int) -> None:
    while f"number{last:03}" not in (await person.next_reply(within=PATIENCE)).text:
        pass


@pytest.mark.parametrize(
    ("chats", "each", "kills"),
    [(8, 6, 2), pytest.param(50, 10, 5, marks=pytest.mark.soak)],
)
async def test_every_question_is_answered_in_order_and_none_twice_but_at_a_kill(
    chats: int,
    each: int,
    kills: int,
    start_bot: StartBot,
    sandbox: Sandbox,
    built_home: Home,
) -> None:
    sandbox.faults.add("sendMessage", *faults(2 * chats * each))
    people = [sandbox.user(f"Reader {number}") for number in range(chats)]
    bot = await start_bot("run", home=built_home, **polls(sandbox))

    for number in range(each):
        for person in people:
            person.say(question(number))
        await sandbox.calls.await_next("sendMessage", within=PATIENCE)
        if number < kills:
            await bot.end(signal.SIGKILL)
            bot = await start_bot("run", home=built_home, **polls(sandbox))
    for person in people:
        await hear_out(person, each - 1)

    numbers = [answered(person) for person in people]
    assert all(set(heard) == set(range(each)) for heard in numbers)
    assert all(one <= next_ for heard in numbers for one, next_ in pairwise(heard))
    assert sum(map(len, numbers)) - chats * each <= kills * RUNNING
