"""Checks of records, one at a time and against each other."""

import re
from collections.abc import Iterable, Iterator

from index.checking.kinship import can_state, kind_of
from index.checking.values import complaint
from index.errors import Fault
from index.reading import Data, Record
from index.reading.values import is_date
from index.reading.vocabulary import ENTITIES
from index.suggestion import suggest
from index.vocabulary import Relation

_SUFFIX = re.compile(r"(?:\.[a-z0-9]+(?:-[a-z0-9]+)*)?")


def fault_of(
    record: Record, *path: str | int, found: str, expected: str, fix: str
) -> Fault:
    """Make a fault at a field of a record."""
    return Fault(record.file, record.line_of(*path), found, expected, fix)


def relation_of(record: Record, data: Data) -> Relation | None:
    """Give the relation of a record, None when it is not known."""
    return data.vocabulary.relations.get(record.relation)


def check_ids(data: Data) -> Iterator[Fault]:
    """Each id is `<entity>.<relation>`, with a suffix where needed, and unique."""
    seen: dict[str, Record] = {}
    for record in data.records:
        first = seen.setdefault(record.id, record)
        if record.id and first is not record:
            yield fault_of(
                record,
                "id",
                found=f'the id "{record.id}" stands twice',
                expected="expected an id of its own",
                fix=f"rename this one or that of {first.file}:{first.line}",
            )
        elif record.id and _is_misnamed(record, data):
            yield fault_of(
                record,
                "id",
                found=f'the id is "{record.id}"',
                expected=f'expected "{record.entity}.{record.relation}"',
                fix='correct it; a suffix such as ".2004" may follow',
            )


def check_entities(data: Data) -> Iterator[Fault]:
    """Each entity is listed, or of a numbered kind."""
    known = data.vocabulary.entities
    for record in _with("entity", data):
        if kind_of(record.entity, data.vocabulary) is None:
            otherwise = f"add it to a file of {ENTITIES}"
            yield fault_of(
                record,
                "entity",
                found=f'the entity "{record.entity}" is not known',
                expected=f"expected an id of {ENTITIES}",
                fix=suggest(record.entity, known, otherwise=otherwise),
            )


def check_relations(data: Data) -> Iterator[Fault]:
    """Each relation is listed."""
    known = data.vocabulary.relations
    for record in _with("relation", data):
        if record.relation not in known:
            otherwise = "add it to vocabulary/relations.yaml"
            yield fault_of(
                record,
                "relation",
                found=f'the relation "{record.relation}" is not known',
                expected="expected an id of vocabulary/relations.yaml",
                fix=suggest(record.relation, known, otherwise=otherwise),
            )


def check_kinds(data: Data) -> Iterator[Fault]:
    """Each relation is stated of the kinds that it is meant for."""
    for record in data.records:
        kind = kind_of(record.entity, data.vocabulary)
        relation = relation_of(record, data)
        if not kind or not relation:
            continue
        if not can_state(kind, relation.of, data.vocabulary):
            yield fault_of(
                record,
                "relation",
                found=f'"{record.relation}" is stated of "{record.entity}" ({kind})',
                expected="expected an entity of kind " + ", ".join(relation.of),
                fix=f'correct one, or add "{kind}" to the relation\'s `of`',
            )


def check_values(data: Data) -> Iterator[Fault]:
    """Each value is of the kind that its relation asks for."""
    for record in data.records:
        relation = relation_of(record, data)
        if relation and record.value is not None:
            expected = complaint(record.value, relation.value)
            if expected:
                yield fault_of(
                    record,
                    "value",
                    found=f"the value is {_shown(record)}",
                    expected=f"expected {expected}",
                    fix="correct the value",
                )


def check_as_of(data: Data) -> Iterator[Fault]:
    """A figure or status has the day for which it holds, nothing else has one."""
    for record in data.records:
        relation = relation_of(record, data)
        if record.as_of and not is_date(record.as_of):
            yield fault_of(
                record,
                "as_of",
                found=f'`as_of` is "{record.as_of}"',
                expected='expected a date such as "2004-07-09"',
                fix="correct the date",
            )
        elif relation and relation.as_of and not record.as_of:
            yield fault_of(
                record,
                found="there is no `as_of`",
                expected=f'expected the day for which "{relation.id}" holds',
                fix='add a line such as as_of: "2004-07-09"',
            )
        elif relation and record.as_of and not relation.as_of:
            yield fault_of(
                record,
                "as_of",
                found=f'"{relation.id}" has an `as_of`',
                expected="expected it only where relations.yaml says as_of: true",
                fix="take the line away, or say so there",
            )


def check_examples(data: Data) -> Iterator[Fault]:
    """Each record has example questions, and no two share one."""
    seen: dict[str, Record] = {}
    for record in data.records:
        if not record.examples and "examples" in _keys(record):
            yield fault_of(
                record,
                "examples",
                found="there are no examples",
                expected="expected at least one question",
                fix="write a question that the record answers",
            )
        own: set[str] = set()
        for at, example in enumerate(record.examples):
            question = " ".join(example.casefold().split())
            first = seen.setdefault(question, record)
            is_repeated = first is not record or question in own
            own.add(question)
            if is_repeated:
                yield fault_of(
                    record,
                    "examples",
                    at,
                    found=f'the example "{example}" stands twice',
                    expected="expected each question once",
                    fix=f"reword it or the one of {first.id}",
                )


def _with(key: str, data: Data) -> Iterable[Record]:
    """Give the records that have a word for `key`, unless that word is unread."""
    for record in data.records:
        word = getattr(record, key)
        if word and word not in data.unread:
            yield record


def _is_misnamed(record: Record, data: Data) -> bool:
    """Tell whether an id is not that of its entity and relation, both known."""
    entity, _, rest = record.id.partition(".")
    if not kind_of(record.entity, data.vocabulary) or not relation_of(record, data):
        return False
    # The first part may be short: "firearms" for the entity firearms-protocol.
    is_named = f"{record.entity}-".startswith(f"{entity}-")
    has_relation = rest.startswith(record.relation)
    suffix = rest[len(record.relation) :]
    return not (is_named and has_relation and _SUFFIX.fullmatch(suffix))


def _keys(record: Record) -> Iterable[str]:
    content = record.node.content
    return content if isinstance(content, dict) else ()


def _shown(record: Record) -> str:
    return "a list" if isinstance(record.value, tuple) else f'"{record.value}"'
