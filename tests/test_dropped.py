"""What the bot makes of documents as received, which nobody described to it.

They are invented: sessions, treaties and bodies that do not exist, worded by people
who knew no pattern by which facts are drawn.
"""

import shutil
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from bot.answering.answer import Answerer
from bot.evaluating.judging import judge
from bot.measuring import read_tasks
from index.build import build
from index.library import open_library
from index.reading import shipped_data

DROPPED = Path(__file__).parent / "dropped"
# Right at least and wrong at most, in per cent; the others are refused. There is room
# for one question, for the sets are small.
BOUNDS = {"dev": (49.6, 3.7), "test": (27.5, 10.0)}


@pytest.fixture(scope="module")
def reader(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Answerer]:
    """Answer from the shipped data and what was dropped into it."""
    folder = tmp_path_factory.mktemp("dropped")
    shutil.copytree(shipped_data(), folder / "data")
    shutil.copytree(
        DROPPED / "documents", folder / "data" / "documents", dirs_exist_ok=True
    )
    build(folder / "data", folder / "index")
    with open_library(folder / "index") as library:
        yield Answerer(library, date(2036, 1, 1))


@pytest.mark.parametrize("split", BOUNDS)
def test_what_was_dropped_in_is_answered_as_rightly_as_it_has_been(
    split: str, reader: Answerer
) -> None:
    tasks = read_tasks([DROPPED / f"{split}.yaml"])

    found = [judge(task, reader.ask(task.question, task.history)) for task in tasks]

    least, most = BOUNDS[split]
    right, wrong = (100 * found.count(v) / len(tasks) for v in ("right", "wrong"))
    told = f"{right:.1f} % right, {wrong:.1f} % wrong"
    assert right >= least, told
    assert wrong <= most, told
