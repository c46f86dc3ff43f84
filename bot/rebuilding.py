"""Build the index anew while the bot runs, and tell how far that is."""

import asyncio
import sys
from asyncio.subprocess import DEVNULL, PIPE, STDOUT
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from pathlib import Path
from time import monotonic

from index.background import give_way

_STEP = " ..."  # ends each line of the build that names what it begins with


@dataclass(frozen=True, slots=True)
class Rebuild:
    """How a build ended: `said` is what it said beside its steps."""

    is_whole: bool
    said: tuple[str, ...]
    seconds: float


async def rebuild(
    data: Path, index: Path, *, begun: Callable[[str], Awaitable[None]]
) -> Rebuild:
    """Build in a process of its own; `begun` is told each step.

    Whoever is cancelled meanwhile ends the build; what was served before serves on.
    """
    started, said = monotonic(), []
    folders = ("--data", str(data), "--index", str(index))
    process = await asyncio.create_subprocess_exec(
        sys.executable,
        *("-m", "index", "build", *folders),
        stdin=DEVNULL,
        stdout=PIPE,
        stderr=STDOUT,
    )
    give_way(process.pid)
    assert process.stdout is not None  # a pipe, as was asked for above
    try:
        async for line in process.stdout:
            text = line.decode(errors="replace").strip()
            if text.endswith(_STEP):
                await begun(text.removesuffix(_STEP))
            else:
                said.append(text)
        status = await process.wait()
    finally:
        if process.returncode is None:
            process.kill()
    return Rebuild(status == 0, tuple(said), monotonic() - started)
