"""The tables in the README of a data folder: what it covers, and its sources."""

from collections.abc import Iterable, Iterator
from pathlib import Path

from index.check import check_data
from index.coverage import describe_coverage
from index.errors import DataError, Fault
from index.markdown import remade, table
from index.model import Document
from index.reading import Data, read_data

README = "README.md"
_HEADS = ("document", "title", "symbol", "publisher", "date", "form")


def sound_data(data_dir: Path) -> Data:
    """Read a data folder that has no faults.

    Raises:
        DataError: It has some, and they are all told.
    """
    data = read_data(data_dir)
    faults = check_data(data)
    if faults:
        raise DataError(faults)
    return data


def describe_sources(documents: Iterable[Document]) -> str:
    """Write the table of the documents by date, then id; undated ones come last."""
    ordered = sorted(documents, key=lambda d: (d.date is None, d.date or "", d.id))
    return table(_HEADS, map(_cells, ordered))


def write_tables(data_dir: Path, data: Data) -> None:
    """Remake both tables in the folder's README; the rest of it stays as it is.

    Raises:
        DataError: The README is missing, or does not mark the place of a table.
    """
    path = data_dir / README
    path.write_text(remade(_page(path), _parts(data), file=README), "utf-8")


def _parts(data: Data) -> Iterator[tuple[str, str]]:
    yield "coverage", describe_coverage(data)
    yield "sources", describe_sources(data.documents)


def _page(path: Path) -> str:
    try:
        return path.read_text("utf-8")
    except FileNotFoundError:
        found = "the file is missing"
    except UnicodeDecodeError:
        found = "the file is no UTF-8"
    expected, fix = "expected a page that marks where its tables stand", "write it"
    raise DataError([Fault(README, 1, found, expected, fix)])


def _cells(document: Document) -> tuple[str, ...]:
    return (
        f"`{document.id}`",
        document.title,
        document.symbol or "",
        document.publisher or "",
        document.date or "",
        document.form,
    )
