"""What an engine is to the benchmark."""

from collections.abc import Callable, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

from benchmarks.corpus import Text

# Passages that a search gives, and the characters that a snippet may have.
MOST = 10
LONGEST = 300
# What a title counts beside a text, for those that can be told.
TITLE = 0.3


class Row(NamedTuple):
    """A passage that was found."""

    id: str
    score: float
    text: str
    snippet: str


Search = Callable[[str], Sequence[Row]]


@dataclass(frozen=True, slots=True)
class Engine:
    """Something that indexes and searches.

    `build` fills an empty folder, and is told the stop words; `opened` gives what
    searches it, ready and warm. One that is slow is asked less where there is much.
    """

    name: str
    build: Callable[[Path, Sequence[Text], frozenset[str]], None]
    opened: Callable[[Path], AbstractContextManager[Search]]
    package: str = "index"
    is_slow: bool = False
