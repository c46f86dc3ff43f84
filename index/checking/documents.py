"""Checks of front matter, and of the white space in all YAML."""

from collections.abc import Iterator

from index.errors import Fault
from index.reading import Data
from index.reading.front_matter import KEYS
from index.reading.typed import name_of
from index.reading.white_space import has_stray_space
from index.reading.yaml_lines import scalars


def check_key_order(data: Data) -> Iterator[Fault]:
    """The front matter of a digest has its keys in the one order."""
    for document in data.documents:
        file = data.files[document.id]
        content = data.trees[file].content if file in data.trees else None
        if document.form == "verbatim" or not isinstance(content, dict):
            continue
        keys = [key for key in content if key in KEYS]
        ordered = sorted(keys, key=KEYS.index)
        for key, expected in zip(keys, ordered, strict=True):
            if key != expected:
                yield Fault(
                    file,
                    content[key].line,
                    f"`{key}` stands before `{expected}`",
                    "expected the order " + ", ".join(ordered),
                    "move it",
                )
                break


def check_stray_space(data: Data) -> Iterator[Fault]:
    """No text of the YAML has white space that nobody can see."""
    for file, tree in data.trees.items():
        for path, node in scalars(tree):
            if isinstance(node.content, str) and has_stray_space(node.content):
                yield Fault(
                    file,
                    node.line,
                    f"{name_of(path)} has stray white space",
                    "expected single spaces between words and none around them",
                    'take it away (a folded text begins with ">-")',
                )
