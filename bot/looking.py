"""Look at what is published in a process of its own, so that nobody waits for it."""

import asyncio
from multiprocessing import get_context
from multiprocessing.connection import Connection
from pathlib import Path

from bot.news import Look, Snapshot, look_at
from index.errors import IndexUnavailableError, PalermoError


async def look_apart(index: Path, before: Snapshot | None) -> Look:
    """Look as `look_at` does; whoever is cancelled meanwhile leaves no process.

    Raises:
        IndexUnavailableError: There is no generation that can be opened.
    """
    context = get_context("spawn")  # a fork would copy locks that threads here hold
    ours, theirs = context.Pipe(duplex=False)
    process = context.Process(target=_send, args=(theirs, index, before), daemon=True)
    process.start()
    theirs.close()
    try:
        return await asyncio.to_thread(_receive, ours)
    finally:
        process.kill()
        process.join()


def _send(to: Connection, index: Path, before: Snapshot | None) -> None:
    try:
        to.send(look_at(index, before))
    except PalermoError as fault:
        to.send(fault)


def _receive(ours: Connection) -> Look:
    try:
        received = ours.recv()
    except EOFError as error:
        raise IndexUnavailableError("whoever looked at the index was killed") from error
    if isinstance(received, Look):
        return received
    raise received
