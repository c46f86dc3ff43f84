"""Have the index built in a process of its own, so that this one stays small."""

import logging
import subprocess
import sys
from pathlib import Path

from index.errors import IndexUnavailableError
from index.manifest import Manifest
from index.soundness import Standing
from index.status import fresh_manifest, look_over

log = logging.getLogger(__name__)
_STANDARD_ERROR = 2  # standard output belongs to answers


def ensure_index(data: Path, index: Path) -> None:
    """Build the index if it is missing, damaged or older than the data.

    An index that came without its data is served as far as it is sound. When a build
    fails, what was served before serves on.

    Raises:
        IndexUnavailableError: The build failed, and nothing was served before.
    """
    before = look_over(index)
    if _is_enough(before, data):
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
    after = look_over(index)
    if after.served is None:
        raise IndexUnavailableError(
            "there is no index to answer from; mend what is said above, and start again"
        )
    # What could be read of the data is built all the same.
    event = "build_failed" if after.served == before.served else "build_incomplete"
    log.warning("event=%s serving=%s", event, after.served.generation)


def _is_enough(standing: Standing[Manifest], data: Path) -> bool:
    if not data.is_dir():
        return standing.served is not None
    return fresh_manifest(data, standing) is not None
