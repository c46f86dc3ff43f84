"""A database of each test's own."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from bot.state.database import Database


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "var" / "state.db"


@pytest.fixture
async def database(path: Path) -> AsyncIterator[Database]:
    async with Database(path) as database:
        yield database
