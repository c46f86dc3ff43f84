"""Have the index built in a process of its own, so that this one stays small."""

import logging
import subprocess
import sys
from pathlib import Path

from index.errors import IndexUnavailableError
from index.generations import current_generation
from index.status import is_stale

log = logging.getLogger(__name__)
_STANDARD_ERROR = 2  # standard output belongs to answers


def ensure_index(data: Path, index: Path) -> None:
    """Build the index if it is missing or older than the data.

    An index that came without its data is served as it is. When a build fails, what
    was served before serves on.

    Raises:
        IndexUnavailableError: The build failed, and nothing was served before.
    """
    served = current_generation(index)
    if served is not None and not (data.is_dir() and is_stale(data, index)):
        return
    command = (sys.executable, "-m", "index", "build")
    folders = ("--data", str(data), "--index", str(index))
    built = subprocess.run(
        (*command, *folders),
        check=False,
        stdin=subprocess.DEVNULL,
        stdout=_STANDARD_ERROR,
    )
    if built.returncode == 0:
        return
    serving = current_generation(index)
    if serving is None:
        raise IndexUnavailableError(
            "there is no index to answer from; mend what is said above, and start again"
        )
    # What could be read of the data is built all the same.
    event = "build_failed" if serving == served else "build_incomplete"
    log.warning("event=%s serving=%s", event, serving)
