"""What the reading of a data folder finds beside its values."""

import re
from dataclasses import dataclass, field

from index.errors import Fault
from index.reading.yaml_lines import Node, line_at

_ID = re.compile(r"^(?:- )?id:\s*[\"']?([^\s\"']+)", re.MULTILINE)


@dataclass(slots=True)
class Findings:
    """Faults, the YAML of each file, and the ids of what could not be read.

    `unread` holds ids that stand in a file but whose thing is at fault, so that
    nobody is told that it does not exist.
    """

    faults: list[Fault] = field(default_factory=list)
    trees: dict[str, Node] = field(default_factory=dict)
    unread: set[str] = field(default_factory=set)

    def keep_ids(self, text: str) -> None:
        """Keep the ids that a text declares which cannot be read."""
        self.unread.update(_ID.findall(text))

    def line(self, file: str, *path: str | int) -> int:
        """Give the line of a place in a file's YAML, or of what holds it."""
        tree = self.trees.get(file)
        return line_at(tree, *path) if tree else 1
