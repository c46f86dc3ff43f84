"""Proof that each record's value stands in the passage that it cites."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby

from index.checking.records import fault_of, relation_of
from index.checking.values import complaint
from index.errors import Fault
from index.extraction.quotes import holds
from index.model import Passage, Value
from index.reading import Data, Record
from index.suggestion import suggest
from index.vocabulary import Language

_Passages = Mapping[str, Sequence[Passage]]


def check_sources(data: Data) -> Iterator[Fault]:
    """Each source is a passage that exists."""
    passages = _by_document(data)
    for record in data.records:
        if not record.document or record.document in data.unread:
            continue
        if record.document not in passages:
            yield fault_of(
                record,
                "source",
                "document",
                found=f'the document "{record.document}" is not known',
                expected="expected the id of a document",
                fix=suggest(record.document, passages, otherwise="add it"),
            )
        elif record.locator and not _cited(record, passages):
            locators = [passage.locator for passage in passages[record.document]]
            yield fault_of(
                record,
                "source",
                "locator",
                found=f'{record.document} has no "{record.locator}"',
                expected=f'expected "{locators[0]}" to "{locators[-1]}"',
                fix="correct the locator",
            )


def check_evidence(data: Data) -> Iterator[Fault]:
    """Each value stands in the passage that the record cites."""
    passages = _by_document(data)
    languages = {
        document.id: data.vocabulary.languages.get(document.language, Language())
        for document in data.documents
    }
    for record in data.records:
        cited = _cited(record, passages)
        if cited is None:
            continue
        for part, value in _claims(record, data):
            if not holds(value, cited.text, languages[cited.document]):
                others = (
                    passage.locator
                    for passage in passages[cited.document]
                    if holds(value, passage.text, languages[cited.document])
                )
                yield _unproved(record, part, value, next(others, None))


def _by_document(data: Data) -> _Passages:
    groups = groupby(data.passages, key=lambda passage: passage.document)
    return {document: tuple(group) for document, group in groups}


def _cited(record: Record, passages: _Passages) -> Passage | None:
    candidates = passages.get(record.document, ())
    return next((p for p in candidates if p.locator == record.locator), None)


def _claims(record: Record, data: Data) -> Iterator[tuple[int | None, Value]]:
    """Give what must be proved, a list's items one by one with their positions."""
    relation = relation_of(record, data)
    if relation is None or record.value is None:
        return
    if complaint(record.value, relation.value):
        return
    if relation.value == "list":
        for at, item in enumerate(record.parts):
            yield at, Value("list", (item,))
    elif relation.value == "interval" and len(record.parts) == 1:
        yield None, Value("date", record.parts)
    else:
        yield None, Value(relation.value, record.parts)


def _unproved(
    record: Record, part: int | None, value: Value, other: str | None
) -> Fault:
    path = ("value",) if part is None else ("value", part)
    where = f"{record.document}, {record.locator}"
    elsewhere = f"it stands in {other}: correct the locator"
    return fault_of(
        record,
        *path,
        found=f'"{"/".join(value.parts)}" does not stand in {where}',
        expected="expected the cited passage to say it",
        fix=elsewhere if other else "correct the value or the source",
    )
