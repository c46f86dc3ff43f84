"""The statements of a generation, arranged for answering."""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence

from bot.answering.spans import Span, span_of_value
from index.knowledge import Knowledge
from index.model import TIMES, Entity, Statement

# Kinds of value that fit a line of a summary.
_SHORT = TIMES | {"number", "place", "list"}
_SUMMARY_LINES = 4


class Facts:
    """Looks statements up by relation and by entity, in the order of the data."""

    def __init__(self, knowledge: Knowledge) -> None:
        """Arrange the statements of `knowledge`."""
        self._entities = knowledge.entities
        self._kinds = knowledge.vocabulary.kinds
        self._by_relation: dict[str, dict[str, list[Statement]]] = defaultdict(dict)
        self.by_id = {statement.id: statement for statement in knowledge.statements}
        # When things happened; a figure or a status holds only as of a day.
        self._dated = tuple(
            s for s in knowledge.statements if s.value.kind in TIMES and not s.as_of
        )
        self._placed = tuple(s for s in knowledge.statements if s.value.kind == "place")
        for statement in knowledge.statements:
            stated = self._by_relation[statement.relation]
            stated.setdefault(statement.entity, []).append(statement)

    def entity(self, entity_id: str) -> Entity | None:
        """Give an entity that something is stated of or that the data lists."""
        return self._entities.get(entity_id)

    def relation_of(self, target: str) -> str:
        """Give the relation of what an example asks for: a statement or a relation."""
        statement = self.by_id.get(target)
        return statement.relation if statement else target

    def about(self, relation: str, entity: str) -> tuple[Statement, ...]:
        """Give what is stated of one entity."""
        return tuple(self._by_relation[relation].get(entity, ()))

    def at(self, entity: str, place: str) -> tuple[Statement, ...]:
        """Give what is stated of a paragraph of an entity."""
        stated = (s for r in self.relations_of(entity) for s in self.about(r, entity))
        return tuple(s for s in stated if is_at(s, place))

    def introduction(self, entities: Sequence[str]) -> tuple[Statement, ...]:
        """Give what tells what one of some entities of a name is.

        "What is trafficking in persons?" asks for a definition if there is one.
        """
        defined = [s for e in entities for s in self.about("definition", e)]
        return tuple(defined) or self.summary(entities[0], _SUMMARY_LINES)

    def summary(self, entity: str, most: int) -> tuple[Statement, ...]:
        """Give what best introduces an entity, in the order of the data.

        A description comes first, then short values, one a relation.
        """
        first = {
            relation: max(self.about(relation, entity), key=lambda s: s.as_of or "")
            for relation in self.relations_of(entity)
        }
        short = [s for s in first.values() if s.value.kind in _SHORT]
        described = [first["description"]] if "description" in first else []
        return tuple([*described, *short][:most] or [*first.values()][:1])

    def dated(self, days: Span) -> tuple[Statement, ...]:
        """Give what is dated to these days, the earliest first, one an event."""
        found: dict[tuple[str, str], Statement] = {}
        for statement in self._dated:
            span = span_of_value(statement.value)
            is_within = statement.value.kind == "interval" and span.holds(days)
            if days.holds(span) or is_within:
                found.setdefault((statement.entity, statement.relation), statement)
        return tuple(sorted(found.values(), key=lambda s: span_of_value(s.value)))

    def series(self, kind: str) -> tuple[Statement, ...]:
        """Give when each entity of a kind was, by the relation that tells of most."""
        dated = [s for s in self._dated if self.kind_of(s.entity) == kind]
        counted = Counter(statement.relation for statement in dated)
        common = counted.most_common(1)
        return tuple(s for s in dated if (s.relation, counted[s.relation]) in common)

    def places(self, kind: str) -> tuple[Statement, ...]:
        """Give where the entities of a kind were."""
        return tuple(s for s in self._placed if self.kind_of(s.entity) == kind)

    def stated_of(self, relation: str) -> tuple[str, ...]:
        """Give the entities of which a relation is stated."""
        return tuple(self._by_relation[relation])

    def relations_of(self, entity: str) -> tuple[str, ...]:
        """Give the relations that are stated of an entity."""
        return tuple(r for r, stated in self._by_relation.items() if entity in stated)

    def quotes(self, relation: str, entities: Iterable[str]) -> set[str]:
        """Give the sentences that state a relation of the entities."""
        return {s.quote for e in entities for s in self.about(relation, e)}

    def members(self, relation: str, kinds: Iterable[str]) -> tuple[str, ...]:
        """Give the entities of the kinds, or of kinds below them, in data order."""
        wanted = tuple(kinds)
        return tuple(e for e in self.stated_of(relation) if self.is_of(e, wanted))

    def is_of(self, entity: str, kinds: Collection[str]) -> bool:
        """Tell whether an entity is of one of the kinds, or of a kind below one."""
        return self.is_kind(self.kind_of(entity), kinds)

    def is_kind(self, kind: str | None, kinds: Collection[str]) -> bool:
        """Tell whether a kind is one of some kinds, or below one."""
        return not set(kinds).isdisjoint(self.lineage(kind))

    def wholes(self, entity_id: str) -> Iterator[str]:
        """Yield what an entity belongs to, if it does."""
        entity = self.entity(entity_id)
        if entity and entity.part_of:
            yield entity.part_of

    def parts(self, relation: str, wholes: Collection[str]) -> tuple[str, ...]:
        """Give the entities that belong to one of `wholes`."""
        return tuple(
            entity_id
            for entity_id in self.stated_of(relation)
            if (entity := self.entity(entity_id)) and entity.part_of in wholes
        )

    def provisions(self, relation: str, wholes: Collection[str]) -> tuple[str, ...]:
        """Give those parts of `wholes` that speak for them."""
        return tuple(
            entity_id
            for entity_id in self.parts(relation, wholes)
            if (kind := self._kinds.get(self.kind_of(entity_id) or ""))
            and kind.speaks_for_whole
        )

    def held_by(self, relation: str, wholes: Collection[str]) -> tuple[str, ...]:
        """Give those parts of `wholes` that these hold, as a body does its meetings."""
        return tuple(
            entity_id
            for entity_id in self.parts(relation, wholes)
            if (kind := self._kinds.get(self.kind_of(entity_id) or "")) and kind.held_by
        )

    def lineage(self, kind: str | None) -> tuple[str, ...]:
        """Give a kind and the kinds above it."""
        line = []
        while kind is not None and kind not in line:
            line.append(kind)
            known = self._kinds.get(kind)
            kind = known.parent if known else None
        return tuple(line)

    def kind_of(self, entity_id: str) -> str | None:
        """Give the kind of an entity, of a numbered one too."""
        entity = self.entity(entity_id)
        if entity is not None:
            return entity.kind
        kind = entity_id.rpartition("-")[0]
        return kind if kind in self._kinds else None


def is_at(statement: Statement, place: str | None) -> bool:
    """Tell whether a statement stands in a paragraph of its entity."""
    ends = (f" {place}", f"({place})")
    return place is not None and statement.locator.endswith(ends)
