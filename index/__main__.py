"""The command line: check, add, build, search, status, coverage."""

import functools
import sys
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, ParamSpec

import click

from index.console import stops_raised, system_faults_raised
from index.errors import InputError, PalermoError

if TYPE_CHECKING:
    from index.library import Library

_Given = ParamSpec("_Given")
_Text = str | None

_data = click.option(
    "--data",
    "data_dir",
    type=click.Path(path_type=Path),
    default=Path("data"),
    show_default=True,
    help="The folder that holds documents/.",
)
_index = click.option(
    "--index",
    "index_dir",
    type=click.Path(path_type=Path),
    default=Path("var/index"),
    show_default=True,
    help="The folder that holds the index.",
)


def _plainly(command: Callable[_Given, None]) -> Callable[_Given, None]:
    """Tell what went wrong in a line on standard error, and exit 1."""

    @functools.wraps(command)
    def wrapped(*args: _Given.args, **kwargs: _Given.kwargs) -> None:
        try:
            with system_faults_raised():
                command(*args, **kwargs)
        except PalermoError as error:
            click.echo(str(error), err=True)
            sys.exit(1)

    return wrapped


# Each command imports what it needs: a search need not wait for YAML.
@click.group()
def main() -> None:
    """Check the data, build the index, and search it."""


@main.command()
@_data
@_plainly
def check(data_dir: Path) -> None:
    """Report every fault of the data at once."""
    from index.check import check_data
    from index.errors import DataError
    from index.holding import describe_added
    from index.reading import read_data

    data = read_data(data_dir)
    faults = check_data(data)
    if faults:
        raise DataError(faults)
    click.echo(
        f"No faults in {data_dir}: {len(data.documents):,} documents, "
        f"{len(data.passages):,} passages, {len(data.records):,} records."
    )
    for line in describe_added(data):
        _print(line)


def _checked_by(name: str) -> Callable[[click.Context, click.Parameter, _Text], _Text]:
    """Give the check of an option by the form of the field that it sets."""

    def check(context: click.Context, option: click.Parameter, text: _Text) -> _Text:
        from index.reading.front_matter import complaint

        expected = complaint(name, text) if text is not None else None
        if expected:
            raise click.BadParameter(f'"{text}"; {expected}')
        return text

    return check


@main.command()
@_data
@click.option("--title", callback=_checked_by("title"), help="Its own title.")
@click.option("--symbol", callback=_checked_by("symbol"), help="Such as A/RES/55/25.")
@click.option("--publisher", callback=_checked_by("publisher"), help="Who issued it.")
@click.option("--date", callback=_checked_by("date"), help="Such as 2004-07-09.")
@click.option("--url", callback=_checked_by("url"), help="Where it can be seen.")
@click.option("--language", callback=_checked_by("language"), help="Such as fr.")
@click.argument("files", nargs=-1, required=True, type=click.Path(path_type=Path))
@_plainly
def add(data_dir: Path, files: tuple[Path, ...], **about: str | None) -> None:
    """Copy received FILES into the data, with what is known of them.

    What no option says is inferred from the text. All files are added or none, and
    nothing is overwritten.
    """
    from datetime import UTC, datetime

    from index.holding import describe_document
    from index.reading.adding import add_files
    from index.reading.sidecars import Provenance

    own = [f"--{name}" for name in ("title", "symbol", "url") if about[name]]
    if own and len(files) > 1:
        raise click.UsageError(f"{own[0]} is of one file: add the others apart")
    today = datetime.now(UTC).date()
    for added in add_files(files, data_dir, Provenance(**about), today=today):
        _print(describe_document(added.file, added.document, added.passages))
    _print(f"Run: python -m index build --data {data_dir}")


@main.command()
@_data
@_index
@click.option("--full", is_flag=True, help="Build all, changed or not.")
@_plainly
def build(data_dir: Path, index_dir: Path, full: bool) -> None:
    """Build the index and serve it; a failed build changes nothing."""
    from index.build import build as build_index
    from index.errors import LeftOutError
    from index.generations import how_to_build, served_generation
    from index.progress import ProgressDisplay
    from index.status import describe_counts

    before = served_generation(index_dir)
    stopped = f"stopped; what is served is whole; {how_to_build(index_dir)}"
    with stops_raised(stopped), ProgressDisplay(sys.stderr) as progress:
        manifest = build_index(data_dir, index_dir, full=full, progress=progress)
    held = describe_counts(manifest.counts)
    if manifest.generation == before:
        click.echo(f"Nothing has changed since {before}: {held}.")
        click.echo("To build anyway, add --full.")
    else:
        click.echo(f"Built {manifest.generation} in {manifest.seconds:.1f} s: {held}.")
        for reason in manifest.refused:
            click.echo(f"Replaced: {reason}.", err=True)
    if manifest.left_out:
        raise LeftOutError(manifest.left_out)


@main.command()
@_index
@click.option(
    "--limit",
    type=click.IntRange(1, 1000),
    default=10,
    show_default=True,
    help="Give at most so many passages.",
)
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object.")
@click.option(
    "--jsonl",
    is_flag=True,
    help='Read {"id", "query"} lines from standard input, print one for each.',
)
@click.argument("words", nargs=-1)
@_plainly
def search(
    index_dir: Path, limit: int, as_json: bool, jsonl: bool, words: tuple[str, ...]
) -> None:
    """Print the passages that hold most of the WORDS."""
    from index.output import describe_hits, describe_hits_as_json

    if jsonl == bool(words):
        raise click.UsageError("give either WORDS or --jsonl")
    if jsonl and as_json:
        raise click.UsageError("give either --json or --jsonl")
    with _opened(index_dir) as library:
        if jsonl:
            _search_lines(library, limit)
        else:
            describe = describe_hits_as_json if as_json else describe_hits
            _print(describe(library, " ".join(words), limit))


@main.command()
@_index
@click.option(
    "--statements",
    "document",
    metavar="DOCUMENT",
    help="List instead what was understood of a document, by its id.",
)
@_plainly
def status(index_dir: Path, document: str | None) -> None:
    """Tell what is served, built when and from what, fresh or stale."""
    from index.status import describe, read_status
    from index.understood import describe_statements

    if document is None:
        click.echo(describe(read_status(index_dir)))
        return
    with _opened(index_dir) as library:
        _print(describe_statements(library, document))


@main.command()
@_data
@_index
@_plainly
def watch(data_dir: Path, index_dir: Path) -> None:
    """Rebuild whenever the data changes, until interrupted (Ctrl+C)."""
    from contextlib import suppress

    from index.watch import watch as watch_data

    click.echo(f"Watching {data_dir}; stop with Ctrl+C.", err=True)
    with suppress(KeyboardInterrupt):
        for status in watch_data(data_dir, index_dir):
            if status:
                click.echo("What was served before serves on.", err=True)


@main.command()
@_data
@click.option(
    "--write",
    is_flag=True,
    help="Remake it, and the table of sources, between their markers in README.md.",
)
@_plainly
def coverage(data_dir: Path, write: bool) -> None:
    """Print the table of what the data covers, kind by kind."""
    from index.coverage import describe_coverage
    from index.tables import README, sound_data, write_tables

    data = sound_data(data_dir)
    if write:
        write_tables(data_dir, data)
        click.echo(f"Remade the tables in {data_dir / README}.")
    else:
        _print(describe_coverage(data))


def _opened(index_dir: Path) -> "Library":
    """Open what is served, and tell why it is not what should be."""
    from index.generations import how_to_build
    from index.library import open_library

    library = open_library(index_dir)
    for reason in library.refused:
        click.echo(
            f"{reason}, so {library.generation} is searched; {how_to_build(index_dir)}",
            err=True,
        )
    return library


def _search_lines(library: "Library", limit: int) -> None:
    from index.output import json_line, search_lines

    is_good = []
    for answer in search_lines(sys.stdin.buffer, library, limit):
        _print(json_line(answer))
        is_good.append("error" not in answer)
    if not all(is_good):
        raise InputError("some lines could not be answered; see their errors")


def _print(text: str) -> None:
    """Print UTF-8, whatever the locale, at once.

    What UTF-8 cannot hold, half of a surrogate pair, is printed as JSON escapes it.
    """
    sys.stdout.buffer.write(f"{text}\n".encode(errors="backslashreplace"))
    sys.stdout.buffer.flush()


if __name__ == "__main__":
    main(prog_name="python -m index")
