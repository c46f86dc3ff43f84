"""Records: facts written by hand, as they stand in `records/*.yaml`."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from index.model import ValueKind
from index.reading.decoding import decode
from index.reading.fault_log import FaultLog
from index.reading.typed import RawValue, read_fields
from index.reading.yaml_lines import Node, line_at, load_yaml
from index.vocabulary import Relation


@dataclass(frozen=True, slots=True)
class Source:
    """Where a record's value stands."""

    document: str
    locator: str


@dataclass(frozen=True, slots=True)
class Record:
    """One record, not yet proved: `index.check` tells whether it is sound.

    A text that is missing or of another type is empty and a value None, so that
    the rest of the record can still be checked. `parts` is the value as an
    `index.model.Value` holds it. `node` is the YAML that the record was read from.
    """

    id: str
    entity: str
    relation: str
    value: RawValue | None
    parts: tuple[str, ...]
    as_of: str | None
    document: str
    locator: str
    examples: tuple[str, ...]
    file: str
    line: int
    node: Node = field(repr=False, compare=False)

    def line_of(self, *path: str | int) -> int:
        """Give the line of a field, or of the record where it has none."""
        return line_at(self.node, *path)


@dataclass(frozen=True, slots=True)
class _Fields:
    """The keys of a record and their types."""

    id: str
    entity: str
    relation: str
    value: RawValue
    source: Source
    examples: tuple[str, ...]
    as_of: str | None = None


def read_records(
    content: bytes, relations: Mapping[str, Relation], log: FaultLog
) -> tuple[tuple[Record, ...], Node | None]:
    """Read one file of records, and give its YAML too."""
    text = decode(content, log)
    tree = load_yaml(text, log) if text else None
    if tree is None:
        return (), None
    return tuple(_records(tree, relations, log)), tree


def parts_of(value: RawValue | None, kind: ValueKind | None) -> tuple[str, ...]:
    """Give a raw value as the parts of a value of that kind, unchecked."""
    match value:
        case None:
            return ()
        case tuple():
            return value
        case str() if kind == "interval":
            return tuple(value.split("/"))
    return (str(value),)


def _records(
    tree: Node, relations: Mapping[str, Relation], log: FaultLog
) -> Iterator[Record]:
    if not isinstance(tree.content, tuple):
        expected = "expected a list of records"
        log.add(tree.line, "the file is no list", expected=expected, fix='use "- id:"')
        return
    for node in tree.content:
        values = read_fields(node, _Fields, log)
        if values:
            yield _record(values, node, relations, log.file)


def _record(
    values: dict[str, Any], node: Node, relations: Mapping[str, Relation], file: str
) -> Record:
    relation = relations.get(values.get("relation", ""))
    source = values.pop("source", Source("", ""))
    empty = {"id": "", "entity": "", "relation": "", "value": None, "as_of": None}
    return Record(
        **{**empty, "examples": (), **values},
        parts=parts_of(values.get("value"), relation.value if relation else None),
        document=source.document,
        locator=source.locator,
        file=file,
        line=node.line,
        node=node,
    )
