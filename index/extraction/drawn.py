"""Statements as extraction makes them."""

from index.extraction.patterns import Match
from index.model import Document, Passage, Statement, Value
from index.vocabulary import Relation


def drawn_from(
    passage: Passage,
    entity: str,
    relation: str,
    value: Value,
    *,
    quote: str,
    as_of: str | None,
) -> Statement:
    """State a value of an entity by the words of a passage that say it."""
    return Statement(
        id=f"{entity}.{relation}@{passage.id}",
        entity=entity,
        relation=relation,
        value=value,
        passage=passage.id,
        document=passage.document,
        locator=passage.locator,
        quote=quote,
        as_of=as_of,
        origin="extracted",
    )


def statement_of(
    match: Match,
    relation: Relation,
    quote: str,
    *,
    passage: Passage,
    document: Document,
) -> Statement | None:
    """State what a pattern took from a sentence; None where its day is not known."""
    value = _value(match, relation, quote)
    as_of = _as_of(match, document) if relation.as_of else None
    if value is None or (relation.as_of and as_of is None):
        return None
    entity = match.slots["entity"].entity
    return drawn_from(passage, entity, relation.id, value, quote=quote, as_of=as_of)


def _value(match: Match, relation: Relation, quote: str) -> Value | None:
    mark = match.slots.get("value")
    if relation.value in ("text", "list") and mark is None:
        return Value(relation.value, (quote,))
    return mark.value if mark else None


def _as_of(match: Match, document: Document) -> str | None:
    date = match.slots.get("date")
    if date is not None and date.value is not None:
        return date.value.parts[-1]
    return document.date
