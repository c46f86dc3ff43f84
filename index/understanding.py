"""From the files of a data folder to everything that a generation will know."""

from collections.abc import Sequence
from dataclasses import dataclass

from index.carried import Carried
from index.check import check_data, check_documents
from index.errors import DataError, Fault
from index.extraction import KeptKnowledge, gather_changed
from index.knowledge import Knowledge
from index.progress import Progress
from index.reading import Data, Files, read_all, read_changed


@dataclass(frozen=True, slots=True)
class Understood:
    """Data and what is known by it; `kept` spares the next build to find it out.

    `left_out` are the faults of the documents that could not be read.
    """

    data: Data
    knowledge: Knowledge
    left_out: tuple[Fault, ...]
    kept: KeptKnowledge


def understand(
    files: Files,
    faults: Sequence[Fault],
    carried: Carried | None,
    *,
    progress: Progress,
) -> Understood:
    """Read, check and understand what has changed; carry over the rest.

    Raises:
        DataError: There are faults that leave out no document, or no document.
    """
    progress("reading", 0, 1)
    data = read_changed(files, faults, carried.reading) if carried else None
    is_enough = data is not None and data.documents and not check_documents(data)
    if data is None or not is_enough:
        data = read_all(files, faults, carried.reading if carried else None)
    progress("reading", 1, 1)
    left_out = data.faults
    if not is_enough:
        progress("checking", 0, 1)
        left_out = check_data(data)
        if not data.documents or not all(fault.leaves_out for fault in left_out):
            raise DataError(left_out)
        progress("checking", 1, 1)
    progress("drawing statements", 0, 1)
    knowledge, kept = gather_changed(
        data, carried.knowledge if carried else None, has_records=not is_enough
    )
    progress("drawing statements", 1, 1)
    return Understood(data, knowledge, left_out, kept)
