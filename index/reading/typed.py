"""YAML nodes to typed values, with every mistake of every field noted."""

from collections.abc import Collection, Mapping
from dataclasses import MISSING, Field, fields, is_dataclass
from functools import cache
from types import UnionType
from typing import Any, Literal, get_args, get_origin, get_type_hints

import msgspec

from index.reading.fault_log import FaultLog
from index.reading.yaml_lines import Node, Path
from index.suggestion import suggest

RawValue = str | int | tuple[str, ...]


def read_value(node: Node, shape: Any, log: FaultLog, *, path: Path = ()) -> Any:
    """Give a node as `shape`; None, and faults, when it does not fit.

    A shape is a dataclass, `Mapping[str, shape]`, `tuple[shape, ...]`, `RawValue`
    or a type that msgspec converts. A scalar where text is expected is the text
    as written. `path` names the node in messages.
    """
    if shape is str and node.text:
        return node.text
    if is_dataclass(shape):
        return read_object(node, shape, log, path=path)
    match get_origin(shape), node.content:
        case origin, Mapping() as entries if origin is Mapping:
            inner = get_args(shape)[1]
            return _present(
                (key, read_value(entry, inner, log, path=(*path, key)))
                for key, entry in entries.items()
            )
        case origin, tuple(items) if origin is tuple:
            inner = get_args(shape)[0]
            return tuple(
                _present(
                    (at, read_value(item, inner, log, path=(*path, at)))
                    for at, item in enumerate(items)
                ).values()
            )
    return _read_leaf(node, shape, log, path)


def read_object(
    node: Node,
    shape: Any,
    log: FaultLog,
    *,
    path: Path = (),
    without: Collection[str] = (),
) -> Any:
    """Give a mapping as a dataclass; None where a required field is at fault."""
    values = read_fields(node, shape, log, path=path, without=without)
    if any(name not in values for name in _required(shape)):
        return None
    return shape(**values)


def read_fields(
    node: Node,
    shape: Any,
    log: FaultLog,
    *,
    path: Path = (),
    without: Collection[str] = (),
) -> dict[str, Any]:
    """Give the sound fields of a mapping that is to be the dataclass `shape`.

    Unknown keys, required fields that are missing, and values of another type are
    faults. Fields in `without` are none of the file's.
    """
    if not isinstance(node.content, Mapping):
        _mistyped(node, Mapping, log, path)
        return {}
    known = {name: hint for name, hint in _hints(shape).items() if name not in without}
    for key, entry in node.content.items():
        if key not in known:
            _unknown_key(key, entry, log, known)
    for name in _required(shape):
        if name in known and name not in node.content:
            _missing_key(name, node, log, path)
    return _present(
        (key, read_value(entry, known[key], log, path=(*path, key)))
        for key, entry in node.content.items()
        if key in known
    )


def name_of(path: Path) -> str:
    """Name a place in a file for a message: `aliases.en`."""
    words = ".".join(str(step) for step in path if isinstance(step, str))
    if path and isinstance(path[-1], int):
        return f"an item of `{words}`" if words else "an item"
    return f"`{words}`" if words else "the file"


@cache
def _hints(shape: Any) -> dict[str, Any]:
    return get_type_hints(shape)


@cache
def _required(shape: Any) -> tuple[str, ...]:
    return tuple(field.name for field in fields(shape) if _is_required(field))


def _is_required(field: Field[Any]) -> bool:
    return field.default is MISSING and field.default_factory is MISSING


def _present(pairs: Any) -> dict[Any, Any]:
    return {key: value for key, value in pairs if value is not None}


def _read_leaf(node: Node, shape: Any, log: FaultLog, path: Path) -> Any:
    shape = _without_none(shape)
    plain = node.text if shape is str and _is_scalar(node) else _plain(node)
    try:
        if plain not in (None, ""):
            return msgspec.convert(plain, shape)
    except msgspec.ValidationError:
        pass
    _mistyped(node, shape, log, path)
    return None


def _without_none(shape: Any) -> Any:
    if shape == RawValue or not isinstance(shape, UnionType):
        return shape
    return next(part for part in get_args(shape) if part is not type(None))


def _is_scalar(node: Node) -> bool:
    return not isinstance(node.content, tuple | Mapping)


def _plain(node: Node) -> object:
    match node.content:
        case tuple(items):
            return [item.text if _is_scalar(item) else _plain(item) for item in items]
        case Mapping() as entries:
            return {key: _plain(entry) for key, entry in entries.items()}
    return node.content


def _mistyped(node: Node, shape: Any, log: FaultLog, path: Path) -> None:
    log.add(
        node.line,
        f"{name_of(path)} is {_described(node)}",
        expected=f"expected {_expected(shape)}",
        fix="correct it",
    )


def _described(node: Node) -> str:
    match node.content:
        case tuple():
            return "a list"
        case Mapping():
            return "a mapping"
        case None | "":
            return "empty"
    return f'"{node.text}"'


def _expected(shape: Any) -> str:
    if get_origin(shape) is Literal:
        return "one of " + ", ".join(get_args(shape))
    return _EXPECTED.get(get_origin(shape) or shape, "another type")


_EXPECTED = {
    str: "text",
    int: "a whole number",
    bool: "true or false",
    tuple: "a list",
    Mapping: "a mapping of keys to values",
    UnionType: "text, a whole number or a list of text",
}


def _unknown_key(
    key: str, entry: Node, log: FaultLog, known: Mapping[str, Any]
) -> None:
    log.add(
        entry.line,
        f"`{key}` is no known key",
        expected="expected " + ", ".join(known),
        fix=suggest(key, known, otherwise="take the line away"),
    )


def _missing_key(name: str, node: Node, log: FaultLog, path: Path) -> None:
    log.add(
        node.line,
        f"{name_of(path)} has no `{name}`" if path else f"there is no `{name}`",
        expected=f"expected the key `{name}`",
        fix=f"add a line `{name}: ...`",
    )
