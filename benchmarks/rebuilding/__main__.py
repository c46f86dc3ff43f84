"""The command line: measure, and print a table."""

import asyncio
import os
import tempfile
from itertools import cycle
from pathlib import Path
from random import Random

import click

from benchmarks.rebuilding.load import Measured, Pace, Replies, measure
from index.build import build
from index.library import open_library

_DATA = Path(__file__).parents[2] / "data"
_SEED = 1961
_PERCENTS = (50, 95, 99)
_PACE = Pace()
_BUDGET = 2.0  # what a percentile may be while rebuilding, in times of its idle value
_LINE = "{:<14} {:>8} {:>9} {:>9} {:>9}".format


@click.command()
@click.option("--rate", default=_PACE.rate, help="Ask so often a second.")
@click.option("--seconds", default=_PACE.seconds, help="How long a window lasts.")
@click.option("--windows", default=_PACE.windows, help="So many of each kind.")
def main(rate: float, seconds: float, windows: int) -> None:
    """Measure replies and searches with continuous builds of the shipped data."""
    load = ", ".join(f"{load:.1f}" for load in os.getloadavg())
    click.echo(f"{os.cpu_count()} processors, load {load}; milliseconds")
    with tempfile.TemporaryDirectory() as folder:
        index = Path(folder) / "index"
        build(_DATA, index)
        questions = cycle(_questions(index))
        pace = Pace(rate, seconds, windows)
        for line in _describe(asyncio.run(measure(_DATA, index, questions, pace))):
            click.echo(line)


def _questions(index: Path) -> list[str]:
    """Give the example questions in no order, every second one as a search."""
    with open_library(index) as library:
        statements = library.knowledge.statements
    examples = sorted({example for one in statements for example in one.examples})
    Random(_SEED).shuffle(examples)
    return [f"/search {q}" if n % 2 else q for n, q in enumerate(examples)]


def _describe(measured: Measured) -> list[str]:
    kinds = {"idle": measured.idle, "rebuilding": measured.rebuilding}
    return [
        _LINE("", "replies", *(f"p{percent}" for percent in _PERCENTS)),
        *(_row(name, replies) for name, replies in kinds.items()),
        _LINE("ratio", "", *(f"{ratio:.2f}" for ratio in _ratios(measured))),
        f"{measured.builds} builds, {len(measured.wrong)} wrong replies; "
        f"budget: no percentile more than {_BUDGET:.0f} times its idle value",
    ]


def _row(name: str, replies: Replies) -> str:
    times = (replies.timings.percentile(percent) * 1e3 for percent in _PERCENTS)
    return _LINE(name, len(replies.seconds), *(f"{time:.1f}" for time in times))


def _ratios(measured: Measured) -> list[float]:
    idle, busy = measured.idle.timings, measured.rebuilding.timings
    return [busy.percentile(p) / idle.percentile(p) for p in _PERCENTS]


if __name__ == "__main__":
    main(prog_name="python -m benchmarks.rebuilding")
