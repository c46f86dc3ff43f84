"""From parsed data to everything that a generation knows."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import groupby

from index.extraction.discovery import discover
from index.extraction.extract import Extractor
from index.extraction.quotes import quote_for
from index.knowledge import Knowledge
from index.language.numbered import numbered_entity
from index.model import TIMES, Document, Entity, Passage, Statement, Value, ValueKind
from index.reading import Data, Record
from index.vocabulary import Language, Vocabulary


def gather(data: Data) -> Knowledge:
    """Bring records and extraction together.

    A record overrides what extraction draws from the same document about the
    same entity and relation: an editor has looked at it. Statements keep the
    order of the records, then of the documents.
    """
    documents = {document.id: document for document in data.documents}
    passages = {passage.id: passage for passage in data.passages}
    found = discover(data.documents, data.passages, data.vocabulary)
    listed = {**data.vocabulary.entities, **found}
    recorded = tuple(_recorded(data.records, documents, passages, data.vocabulary))
    said = {(s.document, s.entity, s.relation) for s in recorded}
    drawn = (
        statement
        for statement in _drawn(documents, data.passages, data.vocabulary, listed)
        if (statement.document, statement.entity, statement.relation) not in said
    )
    statements = (*recorded, *drawn)
    stated = {statement.entity for statement in statements}
    entities = {
        **data.vocabulary.entities,
        **{id_: entity for id_, entity in found.items() if id_ in stated},
        **_numbered(stated - listed.keys(), data.vocabulary),
    }
    return Knowledge(documents, entities, statements, data.vocabulary)


def _recorded(
    records: Iterable[Record],
    documents: Mapping[str, Document],
    passages: Mapping[str, Passage],
    vocabulary: Vocabulary,
) -> Iterator[Statement]:
    places = {(p.document, p.locator): p for p in passages.values()}
    for record in records:
        passage = places[record.document, record.locator]
        value = Value(_kind(record, vocabulary), record.parts)
        document = documents[record.document]
        yield Statement(
            id=record.id,
            entity=record.entity,
            relation=record.relation,
            value=value,
            passage=passage.id,
            document=record.document,
            locator=record.locator,
            quote=quote_for(
                value,
                passage.text,
                about=record.examples,
                code=document.language,
                language=vocabulary.languages.get(document.language, Language()),
            ),
            as_of=record.as_of,
            examples=record.examples,
        )


def _kind(record: Record, vocabulary: Vocabulary) -> ValueKind:
    """Give the kind of a value: one date may stand where an interval can."""
    kind = vocabulary.relations[record.relation].value
    if kind in TIMES:
        return "interval" if len(record.parts) == 2 else "date"
    return kind


def _drawn(
    documents: Mapping[str, Document],
    passages: Sequence[Passage],
    vocabulary: Vocabulary,
    entities: Mapping[str, Entity],
) -> Iterator[Statement]:
    extractors: dict[str, Extractor] = {}
    for document_id, group in groupby(passages, key=lambda p: p.document):
        document = documents[document_id]
        code = document.language
        if code not in vocabulary.languages:
            continue
        if code not in extractors:
            extractors[code] = Extractor(vocabulary, entities, code)
        yield from extractors[code].extract(document, group)


def _numbered(ids: Iterable[str], vocabulary: Vocabulary) -> dict[str, Entity]:
    made = (
        numbered_entity(id_, vocabulary, vocabulary.languages) for id_ in sorted(ids)
    )
    return {entity.id: entity for entity in made if entity}
