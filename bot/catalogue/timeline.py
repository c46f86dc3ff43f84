"""Everything that has a date, in the order in which it happened."""

from collections.abc import Iterator
from itertools import groupby

from bot.catalogue.facts import cite, label_of, name_of, write_value
from bot.catalogue.model import Entry, Listing, Shelf
from bot.messages import LANGUAGE, messages_in
from index.knowledge import Knowledge
from index.model import TIMES, Statement


def dates(shelf: Shelf, _words: str) -> Listing:
    """List the dated facts, oldest first."""
    return Listing(messages_in(LANGUAGE).dates, tuple(_dated(shelf.knowledge)))


def _dated(knowledge: Knowledge) -> Iterator[Entry]:
    dated = (s for s in knowledge.statements if s.value.kind in TIMES)
    for _, group in groupby(sorted(dated, key=_place), key=_place):
        alike = tuple(group)
        citations = tuple(cite(knowledge, statement) for statement in alike)
        yield Entry(_describe(knowledge, alike[0]), citations)


def _place(statement: Statement) -> tuple[tuple[str, ...], str, str]:
    return statement.value.parts, statement.entity, statement.relation


def _describe(knowledge: Knowledge, statement: Statement) -> str:
    name = name_of(knowledge.entities[statement.entity])
    label = label_of(knowledge, statement.relation)
    what = f"{name}, {label}" if label else name
    return f"{write_value(knowledge, statement)}: {what}"
