import logging
import threading
from collections.abc import Sequence

import pytest

from bot.answering.model import Answer
from bot.reception import House, Reception
from bot.service import SearchThread, serve
from tests.bot.conftest import Clerk, Shelf


@pytest.fixture
def reception(shelf: Shelf, clerk: Clerk) -> Reception:
    return Reception(House(lambda: ("one",), lambda: shelf, lambda _: clerk))


def test_log_tells_how_it_went_but_not_what_was_asked(
    reception: Reception, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.INFO)

    serve(reception, "a private question")

    assert "event=replied answered=True citations=1" in caplog.text
    assert "private" not in caplog.text


async def test_all_work_is_done_in_one_thread(shelf: Shelf, clerk: Clerk) -> None:
    names: set[str] = set()

    class Watched(Clerk):
        def ask(
            self, question: str, history: Sequence[str] = (), code: str | None = None, /
        ) -> Answer:
            names.add(threading.current_thread().name)
            return self.answer

    watched = Watched(clerk.answer, clerk.detector, clerk.knowledge)
    reception = Reception(House(lambda: ("one",), lambda: shelf, lambda _: watched))
    async with SearchThread(reception) as thread:
        for number in range(5):
            await thread.respond(f"question {number}")

    assert names == {"search_0"}


async def test_closing_lets_the_index_go(reception: Reception, shelf: Shelf) -> None:
    async with SearchThread(reception) as thread:
        reply = await thread.notice(lambda _: "Only text, please.")

    assert reply.answer.headline == "Only text, please."
    assert shelf.is_closed
