"""Which files of `documents/` are read at all, decided before a byte of them is."""

import os
import stat

from index.reading.received.compressed import LARGEST_TEXT
from index.reading.unreadable import UnreadableError

# In bytes: the longest documents of the United Nations have some 20 MB.
LARGEST_FILE = LARGEST_TEXT


def is_hidden(name: str) -> bool:
    """Tell whether a file of this name is passed over without a word."""
    return name.startswith(".") or name.endswith("~")


def admit(path: str, found: os.stat_result) -> None:
    """Let a file pass that can be read within bounds, by what `lstat` tells of it.

    Links are never followed: what they lead to may change, and lies elsewhere.

    Raises:
        UnreadableError: It is a link, too large, or no file at all.
    """
    if stat.S_ISLNK(found.st_mode):
        raise UnreadableError(
            "the file is a symbolic link",
            expected="expected the document itself",
            fix="copy the document here: python -m index add",
        )
    if stat.S_ISDIR(found.st_mode):
        _admit_folder(path)
    elif not stat.S_ISREG(found.st_mode):
        raise UnreadableError(
            "this is no file", expected="expected a document", fix="take it away"
        )
    elif found.st_size > LARGEST_FILE:
        size = found.st_size // 1_000_000
        raise UnreadableError(
            f"the file has {size:,} MB",
            expected=f"expected {LARGEST_FILE // 1_000_000} MB at most",
            fix="cut it into parts or take it away",
        )


def refused_by_system(error: OSError) -> UnreadableError:
    """Say why the system refuses a file."""
    if isinstance(error, FileNotFoundError):
        return UnreadableError(
            "the file was there a moment ago and is not now",
            expected="expected the data to stay as it is meanwhile",
            fix="build again",
        )
    return UnreadableError(
        f"the file cannot be read ({error.strerror})",
        expected="expected a readable file",
        fix="mend its permissions",
    )


def _admit_folder(path: str) -> None:
    if not os.access(path, os.R_OK | os.X_OK):
        raise UnreadableError(
            "the folder cannot be read",
            expected="expected a readable folder",
            fix="mend its permissions",
        )
