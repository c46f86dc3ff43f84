"""Everything that has a date, in the order in which it happened."""

from collections.abc import Iterator
from itertools import groupby

from bot.catalogue.facts import cite, label_of, name_of, write_value
from bot.catalogue.model import Entry, Guide, Listing
from index.model import TIMES, Statement


def dates(guide: Guide, _words: str) -> Listing:
    """List the dated facts, oldest first."""
    return Listing(guide.texts.dates, tuple(_dated(guide)))


def _dated(guide: Guide) -> Iterator[Entry]:
    dated = (s for s in guide.knowledge.statements if s.value.kind in TIMES)
    for _, group in groupby(sorted(dated, key=_place), key=_place):
        alike = tuple(group)
        citations = tuple(cite(guide.knowledge, statement) for statement in alike)
        yield Entry(_describe(guide, alike[0]), citations)


def _place(statement: Statement) -> tuple[tuple[str, ...], str, str]:
    return statement.value.parts, statement.entity, statement.relation


def _describe(guide: Guide, statement: Statement) -> str:
    name = name_of(guide.knowledge.entities[statement.entity], guide)
    label = label_of(guide, statement.relation)
    what = f"{name}, {label}" if label else name
    said = write_value(guide, statement)
    return guide.texts.labelled.format(label=said, value=what)
