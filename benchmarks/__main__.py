"""The command line: measure, and print a table."""

import os
import platform
import sqlite3
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path

import click

from benchmarks.cases import OURS, Effort, Timed, Weighed, shipped_cases, text_cases
from benchmarks.corpus import Text, generate_texts, read_texts
from benchmarks.timing import Timings
from index.schema import whoosh_version

_PERCENTS = (50, 95, 99)
_LINE = "{:<38} {:<12} {:>6} {:>10} {:>10} {:>10}  {:>9} {:>9}".format
_SIZES = (250, 2_000)
_LARGE = 20_000
_QUICK = Effort(builds=1, starts=1, questions=10, queries=10, rounds=1)


@click.command()
@click.option("--large", is_flag=True, help=f"Search {_LARGE:,} texts too.")
@click.option("--quick", is_flag=True, help="Run it all once; the times mean little.")
@click.option(
    "--corpus",
    type=click.Path(path_type=Path, exists=True, dir_okay=False),
    help='Search these texts, {"id", "title", "text"} a line, not generated ones.',
)
def main(large: bool, quick: bool, corpus: Path | None) -> None:
    """Measure Palermo beside its peers, on the same data in the same run."""
    effort = _QUICK if quick else Effort()
    sizes = _SIZES[:1] if quick else _SIZES
    click.echo(_machine())
    click.echo("ratio = Palermo's time / the peer's; below 1, Palermo is faster\n")
    click.echo(_LINE("", "", "runs", "p50 ms", "p95 ms", "p99 ms", "ratio p50", "p99"))
    for case in _cases((*sizes, _LARGE) if large else sizes, corpus, effort):
        for line in _describe(case):
            click.echo(line)


def _cases(
    sizes: Sequence[int], corpus: Path | None, effort: Effort
) -> Iterator[Timed | Weighed]:
    with tempfile.TemporaryDirectory() as folder:
        yield from shipped_cases(Path(folder), effort)
    for texts in _sets_of_texts(sizes, corpus):
        with tempfile.TemporaryDirectory() as folder:
            yield from text_cases(Path(folder), texts, effort)


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


def _describe(case: Timed | Weighed) -> Iterator[str]:
    if isinstance(case, Weighed):
        told = "unknown" if case.size is None else f"{case.size / 1e6:.0f} MB"
        yield _LINE(case.what, OURS, 1, told, "", "", "", "").rstrip()
        return
    ours = case.timings[OURS]
    for name, timings in case.timings.items():
        ratios = ("", "") if timings is ours else _ratios(ours, timings)
        yield _LINE(
            case.what,
            name,
            len(timings.seconds),
            *(f"{timings.percentile(p) * 1e3:.2f}" for p in _PERCENTS),
            *ratios,
        ).rstrip()


def _ratios(ours: Timings, theirs: Timings) -> tuple[str, str]:
    p50, p99 = (ours.percentile(p) / theirs.percentile(p) for p in (50, 99))
    return f"{p50:.2f}", f"{p99:.2f}"


if __name__ == "__main__":
    main(prog_name="python -m benchmarks")
