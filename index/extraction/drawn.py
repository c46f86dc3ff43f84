"""Statements as extraction makes them."""

from index.model import Passage, Statement, Value


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
