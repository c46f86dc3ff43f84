import asyncio
import logging
import threading
from collections.abc import Sequence

import pytest

from bot.answering.model import Answer
from bot.reception import House, Reception
from bot.service import SearchThread, serve, serve_newest
from index.knowledge import Knowledge
from tests.bot.conftest import Clerk, Shelf

PATIENCE = 60.0  # seconds; an upper bound, never a wait


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


def test_newest_generation_is_served_where_one_question_comes_after_another(
    knowledge: Knowledge, clerk: Clerk, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.INFO)
    published = ["one"]
    reception = Reception(
        House(
            lambda: (*published,),
            lambda: Shelf(knowledge, generation=published[0]),
            lambda _: clerk,
        )
    )

    serve_newest(reception, "first")
    published[:] = ["two"]
    serve_newest(reception, "second")

    replied = [m for m in caplog.messages if m.startswith("event=replied")]
    assert ["generation=one" in replied[0], "generation=two" in replied[1]] == [
        True
    ] * 2


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


async def test_new_generation_is_turned_to_while_the_old_one_answers(
    knowledge: Knowledge, clerk: Clerk
) -> None:
    published, opening, may_open = ["one"], threading.Event(), threading.Event()

    def open_library() -> Shelf:
        if published == ["two"]:
            opening.set()
            assert may_open.wait(PATIENCE)
        return Shelf(knowledge, generation=published[0])

    async def served() -> str:
        reply = await thread.notice(lambda _: reception.desk().shelf.generation)
        return reply.answer.headline

    reception = Reception(House(lambda: (*published,), open_library, lambda _: clerk))
    async with asyncio.timeout(PATIENCE), SearchThread(reception) as thread:
        published[:] = ["two"]
        assert await asyncio.to_thread(opening.wait, PATIENCE)
        before = [await served() for _ in range(5)]
        may_open.set()
        while await served() == "one":
            pass
        after = await served()

    assert (before, after) == (["one"] * 5, "two")


async def test_closing_lets_the_index_go(reception: Reception, shelf: Shelf) -> None:
    async with SearchThread(reception) as thread:
        reply = await thread.notice(lambda _: "Only text, please.")

    assert reply.answer.headline == "Only text, please."
    assert shelf.is_closed
