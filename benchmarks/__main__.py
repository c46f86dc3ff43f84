"""The command line: measure, and print tables."""

import os
import platform
import sqlite3
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path

import click

from benchmarks.contest import Result, run_contest
from benchmarks.corpus import Text, generate_texts, read_texts
from benchmarks.engines import PEERS, installed_peers
from benchmarks.shipped import Effort, Timed, Weighed, measure_shipped
from benchmarks.timing import Timings
from index.schema import whoosh_version

_PERCENTS = (50, 95, 99)
_TASK = "{:<32} {:>6} {:>10} {:>10} {:>10}  {}".format
_ENGINE = "{:<13} {:>7} {:>8} {:>8} {:>6}  {:>26}  {:>26}  {:>20}".format
_SIZES = "250,2000,20000,100000"
_ROUNDS = 5
_QUICK = Effort(builds=1, starts=1, questions=10)


def _numbers(_: click.Context, __: click.Parameter, value: str) -> tuple[int, ...]:
    try:
        sizes = tuple(sorted({int(number) for number in value.split(",")}))
    except ValueError:
        sizes = (0,)
    if sizes[0] < 1:
        raise click.BadParameter("give counts with commas, such as 250,2000")
    return sizes


@click.command()
@click.option(
    "--sizes", default=_SIZES, callback=_numbers, help="Search so many texts."
)
@click.option("--queries", default=200, type=click.IntRange(1), help="Ask so many.")
@click.option("--quick", is_flag=True, help="Do all once; the times mean little.")
@click.option("--no-shipped", is_flag=True, help="Leave out the shipped data.")
@click.option(
    "--corpus",
    type=click.Path(path_type=Path, exists=True, dir_okay=False),
    help='Search these texts, {"title", "text"} a line, not generated ones.',
)
def main(
    sizes: Sequence[int],
    queries: int,
    quick: bool,
    no_shipped: bool,
    corpus: Path | None,
) -> None:
    """Measure Palermo beside its peers, on the same data in the same run."""
    click.echo(_machine())
    installed = installed_peers()
    for peer in PEERS:
        if peer not in installed:
            click.echo(f"{peer.name} is left out, for it is not installed")
    if not no_shipped:
        for line in _shipped(_QUICK if quick else Effort()):
            click.echo(line)
    for texts in _sets_of_texts(sizes, corpus):
        for line in _contest(texts, queries, 1 if quick else _ROUNDS):
            click.echo(line)


def _shipped(effort: Effort) -> Iterator[str]:
    yield "\nThe shipped data"
    yield _TASK("", "runs", "p50 ms", "p95 ms", "p99 ms", "budget")
    with tempfile.TemporaryDirectory() as folder:
        yield from map(_describe, measure_shipped(Path(folder), effort))


def _describe(case: Timed | Weighed) -> str:
    if isinstance(case, Weighed):
        return _TASK(case.what, 1, _megabytes(case.size), "", "", case.budget)
    times = _milliseconds(case.timings)
    return _TASK(case.what, len(case.timings.seconds), *times, case.budget)


def _contest(texts: Sequence[Text], queries: int, rounds: int) -> Iterator[str]:
    yield (
        f"\n{len(texts):,} texts: the ten best with snippets, in milliseconds at p50, "
        "p95 and p99; ratio = Palermo's warm time / the peer's"
    )
    yield _ENGINE("", "queries", "build s", "disk", "memory", "cold", "warm", "ratio")
    with tempfile.TemporaryDirectory() as folder:
        ours, *peers = run_contest(Path(folder), texts, queries=queries, rounds=rounds)
    yield _row(ours, "")
    for peer in peers:
        yield _row(peer, _ratios(ours.warm, peer.warm))


def _row(result: Result, ratio: str) -> str:
    return _ENGINE(
        result.engine,
        len(result.cold.seconds),
        f"{result.build:.1f}",
        _megabytes(result.disk),
        _megabytes(result.memory),
        " ".join(map("{:>8}".format, _milliseconds(result.cold))),
        " ".join(map("{:>8}".format, _milliseconds(result.warm))),
        ratio,
    ).rstrip()


def _milliseconds(timings: Timings) -> list[str]:
    return [f"{timings.percentile(percent) * 1e3:.2f}" for percent in _PERCENTS]


def _megabytes(size: int | None) -> str:
    return "unknown" if size is None else f"{size / 1e6:.0f} MB"


def _ratios(ours: Timings, theirs: Timings) -> str:
    ratios = (ours.percentile(p) / theirs.percentile(p) for p in _PERCENTS)
    return " ".join(f"{ratio:>6.2f}" for ratio in ratios)


def _sets_of_texts(sizes: Sequence[int], corpus: Path | None) -> list[Sequence[Text]]:
    """Give the first texts of each size; a file may hold fewer than the largest."""
    texts = read_texts(corpus) if corpus else generate_texts(max(sizes))
    counts = sorted({min(size, len(texts)) for size in sizes})
    return [texts[:count] for count in counts]


def _machine() -> str:
    load = ", ".join(f"{load:.1f}" for load in os.getloadavg())
    return (
        f"Python {platform.python_version()}, SQLite {sqlite3.sqlite_version}, "
        f"Whoosh {whoosh_version()}; {os.cpu_count()} processors, load {load}"
    )


if __name__ == "__main__":
    main(prog_name="python -m benchmarks")
