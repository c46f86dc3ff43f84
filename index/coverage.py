"""How much the data covers, kind by kind: of what, from how many documents."""

from collections import Counter
from collections.abc import Collection, Iterator
from dataclasses import dataclass

from index.checking.kinship import lineage
from index.extraction import gather
from index.knowledge import Knowledge
from index.markdown import table
from index.model import Statement
from index.reading import Data
from index.vocabulary import KindWords, Vocabulary

_HEADS = ("kind", "entities", "records", "statements", "documents cited")


@dataclass(frozen=True, slots=True)
class Row:
    """What is known of the entities of one kind, without those of its subkinds.

    `statements` are those of the records and those drawn from the documents;
    `documents` are the ids of all that they quote.
    """

    label: str
    entities: int
    records: int
    statements: int
    documents: frozenset[str]


def describe_coverage(data: Data) -> str:
    """Write the table of what the data covers, with a line on its documents.

    The data is taken to be without faults. A document that several kinds quote
    is counted for each of them, and once in the total.
    """
    rows = tuple(coverage_of(gather(data)))
    total = Row(
        "all",
        entities=sum(row.entities for row in rows),
        records=sum(row.records for row in rows),
        statements=sum(row.statements for row in rows),
        documents=frozenset[str]().union(*(row.documents for row in rows)),
    )
    body = table(_HEADS, map(_cells, (*rows, total)), numbers=len(_HEADS) - 1)
    return f"{body}\n\n{_held(data)}, {len(total.documents):,} of the documents cited."


def coverage_of(knowledge: Knowledge) -> Iterator[Row]:
    """Count kind by kind, in the order of the kinds, those without entities left out.

    A numbered kind counts the entities of which something is stated.
    """
    kinds = Counter(entity.kind for entity in knowledge.entities.values())
    for kind in knowledge.vocabulary.kinds:
        if kinds[kind]:
            stated = tuple(_stated(knowledge, kind))
            yield Row(
                _label(kind, knowledge.vocabulary),
                entities=kinds[kind],
                records=_recorded(stated),
                statements=len(stated),
                documents=frozenset(statement.document for statement in stated),
            )


def _stated(knowledge: Knowledge, kind: str) -> Iterator[Statement]:
    entities = knowledge.entities
    return (s for s in knowledge.statements if entities[s.entity].kind == kind)


def _recorded(statements: Collection[Statement]) -> int:
    return sum(statement.origin == "record" for statement in statements)


def _label(kind: str, vocabulary: Vocabulary) -> str:
    """Name a kind by its plural, a numbered one also by what its entities belong to."""
    words = _english(vocabulary)
    plurals = (
        words[step].plural for step in lineage(kind, vocabulary) if step in words
    )
    label = next((plural[0] for plural in plurals if plural), kind)
    whole = vocabulary.entities.get(vocabulary.kinds[kind].part_of or "")
    return f"{label} of {whole.names['en']}" if whole else label


def _english(vocabulary: Vocabulary) -> dict[str, KindWords]:
    language = vocabulary.languages.get("en")
    return dict(language.kinds) if language else {}


def _cells(row: Row) -> tuple[str, ...]:
    counts = (row.entities, row.records, row.statements, len(row.documents))
    return row.label, *(f"{count:,}" for count in counts)


def _held(data: Data) -> str:
    return f"{len(data.documents):,} documents, {len(data.passages):,} passages"
