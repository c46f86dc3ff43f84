"""Statements drawn from the rows of tables: parties to each instrument, by date."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from index.extraction.drawn import drawn_from
from index.language.mentions import Gazetteer
from index.language.numbers import find_numbers
from index.language.times import find_times
from index.language.tokens import stems, tokenize
from index.model import TIMES, Document, Entity, Passage, Statement, Value
from index.vocabulary import Language, Relation, Vocabulary

# How a row and the headings above it are set, see `index.reading`.
_CELLS = " | "
_HEADINGS = " > "
_READ = TIMES | {"number"}


class TableReader:
    """Draws statements from rows whose columns a header names."""

    def __init__(self, vocabulary: Vocabulary, gazetteer: Gazetteer) -> None:
        """Take what rows may be about, and the labels of what columns may tell."""
        code = gazetteer.code
        self._language: Language = vocabulary.languages[code]
        self._gazetteer = gazetteer
        self._code = code
        self._labels = {
            relation: frozenset(stems(words.label, code))
            for relation in vocabulary.relations.values()
            if relation.value in _READ
            and (words := self._language.relations.get(relation.id))
        }

    def read(self, passage: Passage, document: Document) -> Iterator[Statement]:
        """Yield what a row states of the one entity that its first cell names.

        A column tells the relation that its header, else the nearest heading above
        the table, else the title of the document names. A figure holds for the date
        in its header, else for that of the document.
        """
        *above, header = passage.heading.split(_HEADINGS)
        columns, cells = header.split(_CELLS), passage.text.split(_CELLS)
        if len(cells) < 2 or len(columns) != len(cells):
            return
        entity = self._entity(cells[0])
        if entity is None:
            return
        for column, cell in zip(columns[1:], cells[1:], strict=True):
            context = (column, *reversed(above), document.title)
            relation = self._relation(context, entity)
            stated = (
                self._stated(relation, column, cell, document) if relation else None
            )
            if relation and stated:
                value, as_of = stated
                drawn = drawn_from(
                    passage,
                    entity.id,
                    relation.id,
                    value,
                    quote=passage.text,
                    as_of=as_of,
                )
                # The columns of a row state the same relation side by side.
                yield replace(drawn, id=f"{drawn.id}.{as_of or column}")

    def _entity(self, cell: str) -> Entity | None:
        mentions = self._gazetteer.find(cell, tokenize(cell, self._code))
        named = {m.entity for m in mentions if m.entity and not m.hint}
        return self._gazetteer.entities.get(named.pop()) if len(named) == 1 else None

    def _relation(self, context: Sequence[str], entity: Entity) -> Relation | None:
        for text in context:
            said = frozenset(stems(text, self._code))
            named = [
                relation
                for relation, label in self._labels.items()
                if entity.kind in relation.of and label <= said
            ]
            # The longest label tells most: "entry into force" before "force".
            longest = max((len(self._labels[r]) for r in named), default=0)
            told = [r for r in named if len(self._labels[r]) == longest]
            if told:
                return told[0] if len(told) == 1 else None
        return None

    def _stated(
        self, relation: Relation, column: str, cell: str, document: Document
    ) -> tuple[Value, str | None] | None:
        """Give the value of a cell and its date, None where either is uncertain."""
        find = find_numbers if relation.value == "number" else find_times
        values = find(cell, self._language)
        if len(values) != 1 or cell.strip() != cell[values[0].start : values[0].end]:
            return None
        times = find_times(column, self._language)
        if not relation.as_of:
            return None if times else (values[0].value, None)
        as_of = times[0].value.parts[-1] if len(times) == 1 else document.date
        return (values[0].value, as_of) if as_of else None
