"""The real bot, as a process of its own, on an index of the shipped data."""

import asyncio
import os
import shutil
import signal
import socket
import sys
from collections.abc import AsyncIterator, Callable, Coroutine
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
import pytest_asyncio

from bot.sandbox import Held, Sandbox, User
from index.build import build

ROOT = Path(__file__).parents[2]
PATIENCE = 60.0  # seconds; an upper bound, never a wait


@dataclass(frozen=True, slots=True)
class Home:
    """A folder that holds the data and the index of one bot."""

    folder: Path

    @property
    def data(self) -> Path:
        return self.folder / "data"

    @property
    def index(self) -> Path:
        return self.folder / "index"

    def rebuild(self) -> str:
        return build(self.data, self.index).generation


@pytest.fixture(scope="session")
def built_home(tmp_path_factory: pytest.TempPathFactory, shipped_index: Path) -> Home:
    """A home that no test may change."""
    home = Home(tmp_path_factory.mktemp("home"))
    shutil.copytree(ROOT / "data", home.data)
    shutil.copytree(shipped_index, home.index)
    return home


@pytest.fixture
def own_home(built_home: Home, tmp_path: Path) -> Home:
    """A home of the test's own; its index is still to be built."""
    shutil.copytree(built_home.data, tmp_path / "data")
    return Home(tmp_path)


@pytest.fixture
def own_built_home(own_home: Home, built_home: Home) -> Home:
    """A home of the test's own, with its index."""
    shutil.copytree(built_home.index, own_home.index)
    return own_home


def write_letter(home: Home, number: int) -> None:
    """Write a document into the data; nothing is built."""
    (home.data / "documents" / f"letter-{number}.txt").write_text(
        f"Letter number {number} about the weather\n\nIt rained all day in Geneva.\n",
        encoding="utf-8",
    )


@pytest.fixture
def small_home(built_home: Home, tmp_path: Path) -> Home:
    """A home of the test's own with one document, so that building takes no time."""
    home = Home(tmp_path / "small")
    (home.data / "documents").mkdir(parents=True)
    shutil.copytree(built_home.data / "vocabulary", home.data / "vocabulary")
    write_letter(home, 1)
    home.rebuild()
    return home


@dataclass(slots=True)
class Bot:
    """A running `python -m bot ...`."""

    process: asyncio.subprocess.Process

    async def end(self, number: int = signal.SIGTERM) -> tuple[int, str, str]:
        """Send a signal; give exit status, standard output and error."""
        with suppress(ProcessLookupError):
            self.process.send_signal(number)
        return await self.ended()

    async def logged(self, words: str) -> None:
        """Read the log until the words come up."""
        log = self.process.stderr
        assert log is not None
        async with asyncio.timeout(PATIENCE):
            while words not in (line := (await log.readline()).decode()):
                assert line, f"it ended without saying {words}"

    async def ended(self, given: bytes | None = None) -> tuple[int, str, str]:
        async with asyncio.timeout(PATIENCE):
            out, err = await self.process.communicate(given)
        return self.process.returncode or 0, out.decode(), err.decode()


async def running_bot(*words: str, home: Home, folder: Path, **environment: str) -> Bot:
    """Start the bot in a folder, with these variables and no others."""
    process = await asyncio.create_subprocess_exec(
        sys.executable,
        *("-W", "error", "-m", "bot", *words),
        cwd=folder,
        env={
            "PATH": os.environ.get("PATH", ""),
            "PYTHONPATH": str(ROOT),
            "PALERMO_DATA": str(home.data),
            "PALERMO_INDEX": str(home.index),
            **environment,
        },
        stdin=asyncio.subprocess.PIPE,
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.PIPE,
    )
    return Bot(process)


async def looked(bot: Bot) -> None:
    """Wait until the bot has taken down what is published."""
    assert bot.process.stderr
    await bot.process.stderr.readuntil(b"event=news is_new=")


StartBot = Callable[..., Coroutine[Any, Any, Bot]]


@pytest.fixture
async def start_bot(tmp_path: Path) -> AsyncIterator[StartBot]:
    """Start a bot in an empty folder; it ends with the test at the latest."""
    bots: list[Bot] = []

    async def start(*words: str, home: Home, **environment: str) -> Bot:
        bots.append(
            await running_bot(*words, home=home, folder=tmp_path, **environment)
        )
        return bots[-1]

    yield start
    for bot in bots:
        if bot.process.returncode is None:
            await bot.end(signal.SIGKILL)


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def served_sandbox(built_home: Home) -> AsyncIterator[Sandbox]:
    """A sandbox that one bot polls for all tests of a module."""
    async with Sandbox() as sandbox:
        folder = built_home.folder
        bot = await running_bot("run", home=built_home, folder=folder, **polls(sandbox))
        yield sandbox
        await bot.end()


@pytest.fixture
async def sandbox() -> AsyncIterator[Sandbox]:
    async with Sandbox() as sandbox:
        yield sandbox


@pytest.fixture
def ada(sandbox: Sandbox) -> User:
    return sandbox.user("Ada")


async def hold_reply(sandbox: Sandbox, person: User, question: str) -> asyncio.Event:
    """Ask, and hold the reply back on its way; what is given lets it go."""
    release = asyncio.Event()
    sandbox.faults.add("sendMessage", Held(release))
    person.say(question)
    await sandbox.calls.await_next("sendMessage", within=PATIENCE)
    return release


def polls(sandbox: Sandbox) -> dict[str, str]:
    """Give the variables of a bot that polls a sandbox."""
    return {
        "TELEGRAM_BOT_TOKEN": sandbox.token,
        "PALERMO_API_URL": sandbox.base_url.removesuffix("/bot"),
        # The server lets all messages pass, and its users ask as fast as they can.
        "PALERMO_MESSAGES_PER_SECOND": "0",
        "PALERMO_QUESTIONS_PER_MINUTE": "0",
    }


def listens(sandbox: Sandbox) -> dict[str, str]:
    """Give the variables of a bot that a sandbox calls."""
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    return {
        **polls(sandbox),
        "PALERMO_HOST": "127.0.0.1",
        "PORT": str(port),
        "PALERMO_WEBHOOK_URL": f"http://127.0.0.1:{port}/telegram",
    }
