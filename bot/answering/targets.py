"""Which entities a question is about, relation by relation."""

from collections.abc import Iterable, Iterator, Sequence

from bot.answering.context import Context
from bot.answering.evidence import Evidence
from bot.answering.facts import Facts
from index.model import TIMES
from index.questions.question import Question
from index.vocabulary import Relation

# Without any entity, short values are given of all that have one, if they are few;
# of the others only the likeliest is.
LISTED = TIMES | {"number", "place"}
_MOST_LISTED = 6
# Values that may tell of more than their entity.
_TOLD = frozenset({"text", "list"})


class Targets:
    """Finds the entities of which a relation is asked for."""

    def __init__(self, facts: Facts, evidence: Evidence) -> None:
        """Take the statements and what they speak of."""
        self._facts = facts
        self._evidence = evidence

    def find(
        self, relation: Relation, question: Question, context: Context
    ) -> tuple[str, Sequence[str]]:
        """Give the entities, and the way in which they were found.

        Ways are, from the most certain to the least: the entity is `named`,
        `quoted` (a statement of another entity names it), `within` what is named, of
        a `kind` that is named, a mere `part`, the `topic` of the chat, named just
        `before` in the same message, the `only` one, `all` that have a value, or
        `other` than the kind named.
        """
        for way, found in self._ways(relation, question, context):
            if entities := tuple(dict.fromkeys(found)):
                return way, entities
        return "", ()

    def _ways(
        self, relation: Relation, question: Question, context: Context
    ) -> Iterator[tuple[str, Iterable[str]]]:
        yield "named", self._named(relation, question)
        # Where another body sits tells nothing of the one that is named.
        is_unstated = self._is_unstated(relation, question)
        if not is_unstated or relation.value in _TOLD:
            yield "quoted", self._quoted(relation, question)
        yield "within", self._facts.provisions(relation.id, question.entities)
        yield "part", self._facts.held_by(relation.id, question.entities)
        if is_unstated:
            return
        stated = self._facts.stated_of(relation.id)
        in_context = [entity for entity in context.entities if entity in stated]
        is_pronoun = question.refers_back and context.entities and not question.entities
        if is_pronoun or (in_context and question.asks_kind_only):
            yield context.way, in_context
            return
        yield "kind", self._facts.members(relation.id, question.kinds)
        yield "part", self._facts.parts(relation.id, question.entities)
        if question.entities:
            return
        # "By which resolution?" asks for no resolution's relation, but for its value.
        asks_value = relation.value not in LISTED and not any(
            self._facts.is_kind(kind, relation.of) for kind in question.kinds
        )
        is_of_kind = not question.kinds or asks_value or relation.value == "list"
        yield context.way if is_of_kind else "other", in_context
        if len(stated) == 1:
            yield "only" if is_of_kind else "other", stated
        elif relation.value not in LISTED or len(stated) <= _MOST_LISTED:
            yield "all" if is_of_kind else "other", stated

    def _is_unstated(self, relation: Relation, question: Question) -> bool:
        """Tell whether a relation could be stated of what is named, but is not."""
        could_be = [e for e in question.entities if self._facts.is_of(e, relation.of)]
        return bool(could_be) and not any(
            self._facts.about(relation.id, entity) for entity in could_be
        )

    def _quoted(self, relation: Relation, question: Question) -> Iterator[str]:
        for statement in self._evidence.naming(relation.id, question.entities):
            # That an article names its own instrument tells nothing.
            wholes = self._facts.wholes(statement.entity)
            others = {*question.entities}.difference(wholes)
            if others and self._evidence.named_in(statement).issuperset(others):
                yield statement.entity

    def _named(self, relation: Relation, question: Question) -> Iterator[str]:
        """Yield the entities named, with all of a kind that is named beside them."""
        stated = self._facts.stated_of(relation.id)
        for entity in question.entities:
            one_of = (entity, *question.also(entity))
            yield from [e for e in one_of if e in stated][:1]
        if question.joins_kind and any(e in stated for e in question.entities):
            yield from self._facts.members(relation.id, question.kinds)
