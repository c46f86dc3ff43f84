"""Replying from the newest generation, at once or in a thread of its own."""

import asyncio
import logging
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from time import perf_counter
from types import TracebackType
from typing import Self, TypeVar

from bot.conversation import notice, respond
from bot.messages import Tongue
from bot.metrics import QUESTIONS, SEARCH_SECONDS
from bot.offering import Offers, make_offers
from bot.reception import Reception
from bot.reply import Reply

log = logging.getLogger(__name__)
T = TypeVar("T")
_BETWEEN_LOOKS = 0.1  # seconds; a look reads one small file


def serve(
    reception: Reception,
    text: str,
    *,
    history: Sequence[str] = (),
    page: int = 1,
    hint: str | None = None,
    language: str | None = None,
) -> Reply:
    """Reply as `respond` does, and log how it went but not what was asked."""
    start = perf_counter()
    desk = reception.desk()
    reply = respond(
        desk, text, history=history, page=page, hint=hint, language=language
    )
    seconds = perf_counter() - start
    SEARCH_SECONDS.observe(seconds)
    if reply.remembered:
        QUESTIONS.labels("answered" if reply.answer.answered else "refused").inc()
    log.info(
        "event=replied answered=%s citations=%d generation=%s ms=%.1f",
        reply.answer.answered,
        len(reply.answer.citations),
        desk.shelf.generation,
        seconds * 1_000,
    )
    return reply


def offer(
    reception: Reception, text: str, *, start: int = 0, hint: str | None = None
) -> Offers:
    """Offer as `make_offers` does, and log how it went but not what was asked."""
    begun = perf_counter()
    desk = reception.desk()
    offers = make_offers(desk, text, start=start, hint=hint)
    log.info(
        "event=offered results=%d generation=%s ms=%.1f",
        len(offers.items),
        desk.shelf.generation,
        (perf_counter() - begun) * 1_000,
    )
    return offers


def serve_newest(
    reception: Reception,
    text: str,
    *,
    history: Sequence[str] = (),
    page: int = 1,
    hint: str | None = None,
) -> Reply:
    """Reply as `serve` does, from what is published now."""
    reception.turn()
    return serve(reception, text, history=history, page=page, hint=hint)


class SearchThread:
    """One thread that owns the reception, so that searching blocks no event loop.

    More threads would not be faster, since they share one interpreter, and no two
    may share a searcher. A second one opens each new generation meanwhile, so nobody
    waits for that.
    """

    def __init__(self, reception: Reception) -> None:
        self._reception = reception
        self._thread = ThreadPoolExecutor(1, thread_name_prefix="search")
        self._opener = ThreadPoolExecutor(1, thread_name_prefix="opening")

    async def respond(
        self,
        text: str,
        *,
        history: Sequence[str] = (),
        page: int = 1,
        hint: str | None = None,
        language: str | None = None,
    ) -> Reply:
        """Reply to a question, a command or a tapped button."""
        work = partial(
            serve,
            self._reception,
            text,
            history=history,
            page=page,
            hint=hint,
            language=language,
        )
        return await self._run(work)

    async def offer(self, text: str, *, start: int, hint: str | None) -> Offers:
        """Offer what fits a text, to be sent into any chat."""
        return await self._run(
            lambda: offer(self._reception, text, start=start, hint=hint)
        )

    async def notice(
        self,
        text: Callable[[Tongue], str],
        *,
        history: Sequence[str] = (),
        hint: str | None = None,
    ) -> Reply:
        """Reply to what is no question."""
        return await self._run(
            lambda: notice(self._reception.desk(), text, history=history, hint=hint)
        )

    async def tongue(
        self, *, history: Sequence[str] = (), hint: str | None = None
    ) -> Tongue:
        """Give the language in which a chat is held."""
        return await self._run(
            lambda: self._reception.desk().tongue(history=history, hint=hint)
        )

    async def tongues(self) -> Sequence[Tongue]:
        """Give all languages that the bot speaks, the default one first."""
        return await self._run(lambda: self._reception.desk().tongues())

    async def __aenter__(self) -> Self:
        """Open the index before the first question, and turn to each new one.

        Raises:
            IndexUnavailableError: There is none.
        """
        await self._run(self._reception.desk)
        self._turning = asyncio.create_task(self._keep_turning())
        return self

    async def __aexit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """Finish what was asked, then let go of the index."""
        self._turning.cancel()
        await asyncio.wait((self._turning,))
        self._opener.shutdown()
        await self._run(self._reception.close)
        self._thread.shutdown()

    async def _keep_turning(self) -> None:
        loop = asyncio.get_running_loop()
        while True:
            await asyncio.sleep(_BETWEEN_LOOKS)
            opened = await loop.run_in_executor(self._opener, self._reception.prepare)
            if opened:
                await self._run(partial(self._reception.turn_to, opened))

    async def _run(self, work: Callable[[], T]) -> T:
        return await asyncio.get_running_loop().run_in_executor(self._thread, work)
