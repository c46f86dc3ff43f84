"""YAML, loaded safely, whose every node knows its line.

Built on the parser's events, not on PyYAML's loaders: they know no lines, read
`no` and `on` as booleans, and the fast one crashes on deep nesting. Aliases, tags
and a second document are refused: data needs none of them.
"""

import re
from collections.abc import Iterator, Mapping
from typing import Any

import msgspec
import yaml
from yaml.reader import Reader

from index.reading.fault_log import FaultLog

Scalar = str | int | bool | None
Path = tuple[str | int, ...]

# The stubs leave out what events carry: their marks, tags and values.
_Event = Any

_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_DEEPEST = 20
_INTEGER = re.compile(r"-?(?:0|[1-9]\d{0,17})")
_WORDS: dict[str, Scalar] = {"": None, "~": None, "null": None, "true": True}
_WORDS["false"] = False


class Node(msgspec.Struct, frozen=True):
    """A value with its line, counted from 1; `text` is a scalar as written.

    The line is that of the key for what a mapping holds, else where it begins.
    Plain scalars are read as YAML 1.2 does: only `true` and `false` are booleans.
    """

    content: "Scalar | tuple[Node, ...] | Mapping[str, Node]"
    line: int
    text: str = ""


class _RefusedError(Exception):
    """The YAML holds what no data file may hold."""

    def __init__(self, line: int, found: str, fix: str) -> None:
        self.line, self.found, self.fix = line, found, fix
        super().__init__(found)


def load_yaml(text: str, log: FaultLog, *, first_line: int = 1) -> Node | None:
    """Load the one YAML document of `text`; None, and a fault, when it has none.

    A key that stands twice is a fault too; its last value is kept. `first_line`
    is the line of the file on which `text` begins.
    """
    try:
        _refuse_controls(text)
        return _Composer(text, log, first_line).compose()
    except _RefusedError as error:
        line, found, fix = error.line + first_line, error.found, error.fix
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        line = (mark.line if mark else 0) + first_line
        found = f"the YAML cannot be read ({getattr(error, 'problem', None) or error})"
        fix = "correct this line or the one before it"
    log.add(line, found, expected="expected plain YAML", fix=fix)
    return None


def line_at(node: Node, *path: str | int) -> int:
    """Give the line of what `path` leads to, or of the last step that exists.

    A word that steps into a list finds the item with that `id`.
    """
    for step in path:
        following = child(node, step)
        if following is None:
            return node.line
        node = following
    return node.line


def child(node: Node, step: str | int) -> Node | None:
    """Give what one step leads to: a key, a position in a list, or an item's `id`."""
    match node.content, step:
        case Mapping() as entries, str():
            return entries.get(step)
        case tuple(items), int():
            return items[step] if step < len(items) else None
        case tuple(items), str():
            return next((item for item in items if _id_of(item) == step), None)
    return None


def scalars(node: Node, path: Path = ()) -> Iterator[tuple[Path, Node]]:
    """Give every scalar below a node with its path, in reading order."""
    match node.content:
        case tuple(items):
            for position, item in enumerate(items):
                yield from scalars(item, (*path, position))
        case Mapping() as entries:
            for key, entry in entries.items():
                yield from scalars(entry, (*path, key))
        case _:
            yield path, node


def _id_of(node: Node) -> str | None:
    entry = node.content.get("id") if isinstance(node.content, Mapping) else None
    return entry.text if entry else None


def _refuse_controls(text: str) -> None:
    if control := Reader.NON_PRINTABLE.search(text):
        line = text.count("\n", 0, control.start())
        found = f"there is a control character (U+{ord(control.group()):04X})"
        raise _RefusedError(line, found, "delete it")


class _Composer:
    """One pass over the parser's events."""

    def __init__(self, text: str, log: FaultLog, first_line: int) -> None:
        self._events = yaml.parse(text, Loader=_LOADER)
        self._log = log
        self._first_line = first_line

    def compose(self) -> Node:
        """Compose the only document."""
        root = None
        for event in self._events:
            if isinstance(event, yaml.NodeEvent):
                if root is not None:
                    fix = "put it into a file of its own"
                    raise _refused(event, "there is a second YAML document", fix)
                root = self._node(event, 0)
        if root is None:
            raise _RefusedError(0, "there is no YAML", "fill it in or take it away")
        return root

    def _node(self, event: _Event, depth: int) -> Node:
        _refuse(event, depth)
        line = event.start_mark.line + self._first_line
        if isinstance(event, yaml.ScalarEvent):
            return _scalar(event, line)
        if isinstance(event, yaml.SequenceStartEvent):
            items = self._below(yaml.SequenceEndEvent)
            return Node(tuple(self._node(item, depth + 1) for item in items), line)
        return Node(self._mapping(depth), line)

    def _mapping(self, depth: int) -> dict[str, Node]:
        entries: dict[str, Node] = {}
        for event in self._below(yaml.MappingEndEvent):
            key = self._node(event, depth + 1)
            entry = self._node(next(self._events), depth + 1)
            if not isinstance(event, yaml.ScalarEvent):
                raise _refused(event, "a key is no word", "write a word for the key")
            if key.text in entries:
                self._log.add(
                    key.line,
                    f"the key `{key.text}` stands twice",
                    expected="expected each key once",
                    fix=f"keep one (the other is in line {entries[key.text].line})",
                )
            entries[key.text] = Node(entry.content, key.line, entry.text)
        return entries

    def _below(self, end: type[yaml.Event]) -> Iterator[_Event]:
        for event in self._events:
            if isinstance(event, end):
                return
            yield event


def _scalar(event: _Event, line: int) -> Node:
    text: str = event.value
    if event.style:
        return Node(text, line, text)
    if _INTEGER.fullmatch(text):
        return Node(int(text), line, text)
    return Node(_WORDS.get(text.lower(), text), line, text)


def _refuse(event: _Event, depth: int) -> None:
    if isinstance(event, yaml.AliasEvent):
        raise _refused(event, f"there is an alias (*{event.anchor})", "write it out")
    if event.tag is not None:
        raise _refused(event, f"there is a tag ({event.tag})", "take the tag away")
    if depth > _DEEPEST:
        raise _refused(event, f"more than {_DEEPEST} levels are nested", "flatten it")


def _refused(event: _Event, found: str, fix: str) -> _RefusedError:
    return _RefusedError(event.start_mark.line, found, fix)
