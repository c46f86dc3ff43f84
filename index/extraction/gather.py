"""From parsed data to everything that a generation knows."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain, groupby

import msgspec

from index.extraction.discovery import Sightings, digest_of, discover_changed
from index.extraction.extract import Extractor
from index.extraction.quotes import quote_for
from index.knowledge import Knowledge
from index.language.mentions import Gazetteer
from index.language.numbered import numbered_entity
from index.model import TIMES, Document, Entity, Passage, Statement, Value, ValueKind
from index.reading import Data, Record
from index.vocabulary import Language, Vocabulary


class KeptDocument(msgspec.Struct, frozen=True, array_like=True, gc=False):
    """What was understood of one document: what it may name, and what it states."""

    mark: str
    sightings: Sightings | None
    drawn: tuple[Statement, ...]


class KeptKnowledge(msgspec.Struct, frozen=True):
    """What a later build need not find out again.

    `recorded` are the statements of the records. What was drawn from documents that
    bear the same mark stands as long as documents `listed` the same entities.
    """

    recorded: tuple[Statement, ...]
    listed: str
    documents: dict[str, KeptDocument]


def gather(data: Data) -> Knowledge:
    """Bring records and extraction together.

    A record overrides what extraction draws from the same document about the
    same entity and relation: an editor has looked at it. Statements keep the
    order of the records, then of the documents.
    """
    return gather_changed(data, None)[0]


def gather_changed(
    data: Data, kept: KeptKnowledge | None, *, has_records: bool = True
) -> tuple[Knowledge, KeptKnowledge]:
    """Bring records and extraction together, as far as they have changed.

    Args:
        data: With the records, unless these are the same as before.
        kept: What is known from before, if anything is.
        has_records: Tells whether the data has them.
    """
    documents = {document.id: document for document in data.documents}
    known = _still_good(kept, data)
    sighted = {id_: one.sightings for id_, one in known.items() if one.sightings}
    gazetteers = _gazetteers(data.documents, data.vocabulary)
    found, seen = discover_changed(
        data.documents, data.passages, data.vocabulary, gazetteers, known=sighted
    )
    mark = digest_of(found)
    if kept is None or has_records:
        places = {(p.document, p.locator): p for p in data.passages}
        recorded = tuple(_recorded(data.records, documents, places, data.vocabulary))
    else:
        recorded = kept.recorded
    is_same = kept is not None and kept.listed == mark
    drawn = _drawn(
        documents,
        data.passages,
        vocabulary=data.vocabulary,
        gazetteers=gazetteers,
        found=found,
        known={id_: one.drawn for id_, one in known.items()} if is_same else {},
    )
    understood = {
        id_: KeptDocument(data.marks.get(id_, ""), seen.get(id_), drawn.get(id_, ()))
        for id_ in documents
    }
    knowledge = _knowledge(documents, found, recorded, drawn, data.vocabulary)
    return knowledge, KeptKnowledge(recorded, mark, understood)


def _still_good(kept: KeptKnowledge | None, data: Data) -> dict[str, KeptDocument]:
    if kept is None:
        return {}
    return {
        id_: known
        for id_, mark in data.marks.items()
        if (known := kept.documents.get(id_)) and known.mark == mark
    }


def _knowledge(
    documents: Mapping[str, Document],
    found: Mapping[str, Entity],
    recorded: Sequence[Statement],
    drawn: Mapping[str, Sequence[Statement]],
    vocabulary: Vocabulary,
) -> Knowledge:
    said = {(s.document, s.entity, s.relation) for s in recorded}
    unsaid = (
        statement
        for statement in chain.from_iterable(drawn.values())
        if (statement.document, statement.entity, statement.relation) not in said
    )
    statements = (*recorded, *unsaid)
    stated = {statement.entity for statement in statements}
    entities = {
        **vocabulary.entities,
        **{id_: entity for id_, entity in found.items() if id_ in stated},
        **_numbered(stated - vocabulary.entities.keys() - found.keys(), vocabulary),
    }
    return Knowledge(documents, entities, statements, vocabulary)


def _recorded(
    records: Iterable[Record],
    documents: Mapping[str, Document],
    places: Mapping[tuple[str, str], Passage],
    vocabulary: Vocabulary,
) -> Iterator[Statement]:
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


def _gazetteers(
    documents: Iterable[Document], vocabulary: Vocabulary
) -> dict[str, Gazetteer]:
    """Compile the names of what is known, in each language that is drawn from."""
    spoken = {document.language for document in documents}
    return {
        code: Gazetteer(vocabulary, vocabulary.entities, code)
        for code in vocabulary.languages
        if code in spoken
    }


def _drawn(
    documents: Mapping[str, Document],
    passages: Sequence[Passage],
    *,
    vocabulary: Vocabulary,
    gazetteers: Mapping[str, Gazetteer],
    found: Mapping[str, Entity],
    known: Mapping[str, tuple[Statement, ...]],
) -> dict[str, tuple[Statement, ...]]:
    """Give the statements of each document; those that are known need no drawing."""
    extractors: dict[str, Extractor] = {}
    drawn = {}
    for document_id, group in groupby(passages, key=lambda p: p.document):
        document = documents[document_id]
        code = document.language
        if document_id in known:
            drawn[document_id] = known[document_id]
        elif code in gazetteers:
            if code not in extractors:
                gazetteer = gazetteers[code].knowing(found)
                extractors[code] = Extractor(vocabulary, gazetteer)
            drawn[document_id] = tuple(extractors[code].extract(document, group))
    return drawn


def _numbered(ids: Iterable[str], vocabulary: Vocabulary) -> dict[str, Entity]:
    made = (
        numbered_entity(id_, vocabulary, vocabulary.languages) for id_ in sorted(ids)
    )
    return {entity.id: entity for entity in made if entity}
