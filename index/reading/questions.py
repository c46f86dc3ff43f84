"""Question files: what is asked, and what tells whether the answer is right."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import asdict, dataclass
from typing import Any

import msgspec

from index.errors import DataError, Fault
from index.questions.task import Split, Task
from index.reading.decoding import decode
from index.reading.fault_log import FaultLog
from index.reading.typed import RawValue, read_object
from index.reading.yaml_lines import Node, child, line_at, load_yaml

# One JSON object a line; any other question file is a YAML list.
JSON_LINES = (".jsonl", ".ndjson")
SUFFIXES = (".yaml", ".yml", *JSON_LINES)

_EXAMPLE = '{"id": "a-1", "question": "...", "expect": ["..."]}'


@dataclass(frozen=True, slots=True, kw_only=True)
class _Fields:
    """The keys of a question and their types, in the order of messages."""

    id: str
    kind: str | None = None
    style: str = "plain"
    question: str
    history: tuple[str, ...] = ()
    expect: tuple[RawValue, ...] = ()
    reject: tuple[str, ...] = ()
    source: str | None = None
    refuse: bool = False
    split: Split = "dev"


def read_questions(files: Mapping[str, bytes]) -> tuple[Task, ...]:
    """Read question files, given by name and content, in the order given.

    Each is a YAML list, or JSON lines where its name ends so. Only `id` and
    `question` are needed beside `expect` or `refuse`; a question that names no kind
    is of the kind that its style says.

    Raises:
        DataError: A file is at fault; it carries the faults of all of them.
    """
    faults: list[Fault] = []
    found: dict[str, tuple[Task, str]] = {}
    for name, content in files.items():
        log = FaultLog(name)
        for node in _nodes(content, log):
            task = _task(node, log)
            if task is not None and task.id in found:
                _repeated(task.id, node, log, found[task.id][1])
            elif task is not None:
                found[task.id] = (task, f"{name}:{node.line}")
        faults += log.faults
    if faults:
        raise DataError(faults)
    return tuple(task for task, _ in found.values())


def _nodes(content: bytes, log: FaultLog) -> Iterator[Node]:
    text = decode(content, log)
    if text is not None:
        yield from _reader_of(log.file)(text, log)


def _reader_of(name: str) -> Callable[[str, FaultLog], Iterator[Node]]:
    return _json_lines if name.lower().endswith(JSON_LINES) else _yaml_items


def _yaml_items(text: str, log: FaultLog) -> Iterator[Node]:
    tree = load_yaml(text, log)
    if tree is None:
        return
    if isinstance(tree.content, tuple):
        yield from tree.content
        return
    expected = "expected a list of questions"
    log.add(tree.line, "the file is no list", expected=expected, fix='use "- id:"')


def _json_lines(text: str, log: FaultLog) -> Iterator[Node]:
    for line, written in enumerate(text.split("\n"), start=1):
        if not written.strip():
            continue
        try:
            yield _node(msgspec.json.decode(written), line)
        except (msgspec.MsgspecError, RecursionError) as error:
            log.add(
                line,
                f"the line is not JSON ({error})",
                expected="expected one JSON object a line",
                fix=f"write a line such as {_EXAMPLE}",
            )


def _node(value: Any, line: int) -> Node:
    """Give a value of JSON as YAML would; what is null is left out."""
    match value:
        case dict():
            entries = {k: _node(v, line) for k, v in value.items() if v is not None}
            return Node(entries, line)
        case list():
            return Node(tuple(_node(item, line) for item in value), line)
        case str() | None:
            return Node(value, line, value or "")
        case bool() | int():
            return Node(value, line, str(value).lower())
    return Node(str(value), line, str(value))


def _task(node: Node, log: FaultLog) -> Task | None:
    if not isinstance(node.content, Mapping):
        expected = f"expected one such as {_EXAMPLE}"
        log.add(node.line, "this is no question", expected=expected, fix="correct it")
        return None
    fields: _Fields | None = read_object(node, _Fields, log)
    if fields is None:
        return None
    expect = tuple(map(_wordings, fields.expect))
    _check_expected(node, expect, log, is_refused=fields.refuse)
    kept = {**asdict(fields), "kind": fields.kind or fields.style, "expect": expect}
    return Task(**kept)


def _wordings(item: RawValue) -> tuple[str, ...]:
    return item if isinstance(item, tuple) else (str(item),)


def _check_expected(
    node: Node, expect: tuple[tuple[str, ...], ...], log: FaultLog, *, is_refused: bool
) -> None:
    either = "expected either `expect` or `refuse: true`"
    if not all(wording.strip() for item in expect for wording in item or ("",)):
        found, expected = "an item of `expect` is empty", "expected text"
    elif expect and is_refused:
        found, expected = "both an answer and a refusal are expected", either
    elif not is_refused and not _is_given(node, "expect"):
        found, expected = "nothing is expected", either
    else:
        return
    log.add(line_at(node, "expect"), found, expected=expected, fix="say what is right")


def _is_given(node: Node, key: str) -> bool:
    entry = child(node, key)
    return entry is not None and bool(entry.content)


def _repeated(task_id: str, node: Node, log: FaultLog, other: str) -> None:
    log.add(
        line_at(node, "id"),
        f'the id "{task_id}" stands twice',
        expected="expected each id once",
        fix=f"rename one (the other is in {other})",
    )
