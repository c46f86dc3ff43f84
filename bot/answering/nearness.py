"""Which relations a question asks for, and how near it is to each."""

from collections import defaultdict
from collections.abc import (
    Callable,
    Collection,
    Iterable,
    Iterator,
    Mapping,
    Sequence,
    Set,
)
from dataclasses import dataclass, replace
from functools import cached_property

from bot.answering.context import Context
from bot.answering.facts import Facts
from index.model import TIMES
from index.questions.examples import ExampleIndex
from index.questions.question import Question
from index.questions.training import REFUSAL
from index.vocabulary import Relation

# Which kinds of value can answer a question that expects another kind. Where the
# words expect nothing, or something not listed, any kind can.
FITTING: Mapping[str, frozenset[str]] = {
    "date": TIMES,
    "place": frozenset({"place", "list"}),
    "number": frozenset({"number", "list"}),
    "name": frozenset({"name", "text", "list"}),
    "reason": frozenset({"text", "list"}),
}
# Examples farther away say nothing.
_LEAST = 0.15
# Relations that are so much farther than the nearest cannot be meant.
_FAR = 0.4
# How near a relation counts that no words ask for, but the question before, or
# the only value that there is.
_INHERITED = 0.75


# Without slots, for what is compared again and again is kept in it.
@dataclass(frozen=True)
class Nearness:
    """How near a question is to what it may ask for, each between 0 and 1.

    `stated` holds the nearness of relations and of single statements by the
    relation; `refusal` the nearest reason for refusal; `unstated` the relations of
    which nothing is stated; `rivals` names those that compete with each other.
    `leans` tells that the relation was taken from the question before or from what
    is named, not from words.
    """

    stated: Mapping[str, Mapping[str, float]]
    refusal: tuple[float, str]
    unstated: Mapping[str, float]
    rivals: Set[str]
    leans: bool = False

    def without(
        self, relations: Collection[str], *, could_be: Callable[[str], bool]
    ) -> "Nearness":
        """Count relations as unstated that are not stated of what is asked about.

        Relations that could not be stated of it at all (`could_be`) are dropped.
        """
        gone = {r: max(self.stated[r].values()) for r in relations}
        stated = {r: near for r, near in self.stated.items() if r not in gone}
        unstated = {r: n for r, n in {**self.unstated, **gone}.items() if could_be(r)}
        return replace(self, stated=stated, unstated=unstated)

    def runner_up(self, relation: str) -> float:
        """Give the nearness of the nearest rival of a relation."""
        return next((near for near, r in self._ranked if r != relation), 0.0)

    @cached_property
    def lacking(self) -> float:
        """The nearness of the nearest relation of which nothing is stated."""
        return max(self.unstated.values(), default=0.0)

    @cached_property
    def _ranked(self) -> Sequence[tuple[float, str]]:
        rivals = ((r, near) for r, near in self.stated.items() if r in self.rivals)
        return sorted(((max(near.values()), r) for r, near in rivals), reverse=True)


class NearnessFinder:
    """Compares questions with the examples of one language."""

    def __init__(
        self, facts: Facts, relations: Mapping[str, Relation], examples: ExampleIndex
    ) -> None:
        """Take the statements, and what questions are compared with."""
        self._facts = facts
        self._relations = relations
        self._examples = examples

    def find(self, question: Question, context: Context) -> Nearness:
        """Tell how near a question is to everything that it may ask for."""
        implied = tuple(self._implied(question, context))
        if implied or self._leans(question, context):
            stated = {relation: {relation: _INHERITED} for relation in implied}
            rivals = self._rivals(question, stated)
            return Nearness(stated, (0.0, ""), {}, rivals, leans=True)
        nearest = self._examples.nearest(question.units, _LEAST)
        grouped: dict[str, dict[str, float]] = defaultdict(dict)
        for target, near in nearest.items():
            relation = self._facts.relation_of(target)
            if relation in self._relations:
                grouped[relation][target] = near
        best = max((max(near.values()) for near in grouped.values()), default=0.0)
        for relation in [r for r in grouped if max(grouped[r].values()) < best * _FAR]:
            del grouped[relation]
        refusals = [
            (near, target.removeprefix(REFUSAL))
            for target, near in nearest.items()
            if target.startswith(REFUSAL)
        ]
        unstated = {r: grouped.pop(r)[r] for r in [*grouped] if self._is_unstated(r)}
        refusal = max(refusals, default=(0.0, ""))
        return Nearness(grouped, refusal, unstated, self._rivals(question, grouped))

    def _rivals(self, question: Question, stated: Iterable[str]) -> Set[str]:
        """Give the relations that compete with each other.

        Where nothing is said but a name and the kind of value, others do not: "COP 1,
        when?" asks for a date.
        """
        if question.content:
            return frozenset(stated)
        return {r for r in stated if fits(self._relations[r], question.expects)}

    def _is_unstated(self, relation: str) -> bool:
        return not self._facts.stated_of(relation)

    def _implied(self, question: Question, context: Context) -> Iterable[str]:
        if question.content:
            return ()
        if self._leans(question, context):
            return self._inherited(question, context)
        return tuple(self._bare(question))

    def _leans(self, question: Question, context: Context) -> bool:
        """Tell whether a question has no words of its own but what it names."""
        return (
            bool(context.statements)
            and not question.content
            and (
                question.follows
                or question.is_bare
                or question.refers_back
                or bool(question.expects)
            )
        )

    def _inherited(self, question: Question, context: Context) -> Sequence[str]:
        """Give the relations that a question without words of its own asks for.

        "And the Firearms Protocol?" asks for the relation of the question before.
        "Where?" asks for a relation of its kind that is stated of the same entity,
        in the same sentence if there is one, else for the only one.
        """
        if context.relation is None:
            return ()
        before = self._relations[context.relation]
        entities = question.entities or context.entities
        stated = {r for e in entities for r in self._facts.relations_of(e)}
        if fits(before, question.expects) or asks_as_of(before, question):
            could_be = any(self._facts.is_of(e, before.of) for e in entities)
            if could_be or question.kinds:
                return (before.id,)
        kinds = question.expects or (before.value,)
        fitting = [r for r in stated if fits(self._relations[r], kinds)]
        quotes = {statement.quote for statement in context.statements}
        beside = [r for r in fitting if quotes & self._facts.quotes(r, entities)]
        return (beside or fitting) if len(beside or fitting) == 1 else ()

    def _bare(self, question: Question) -> Iterator[str]:
        """Yield what a question asks for that is nothing but names and values.

        "UNIS/CP/497 is from 2005, isn't it?" asks for the date of the entity.
        """
        if question.expects or not question.entities:
            return
        kind = "date" if question.times else "place" if question.places else None
        stated = {r for e in question.entities for r in self._facts.relations_of(e)}
        of_kind = [r for r in stated if kind and fits(self._relations[r], (kind,))]
        if len(of_kind) == 1 and question.is_polar:
            yield from of_kind


def fits(relation: Relation, expected: Sequence[str]) -> bool:
    """Tell whether a relation's values are of a kind that is expected."""
    fitting = [FITTING[kind] for kind in expected if kind in FITTING]
    return not fitting or any(relation.value in kinds for kinds in fitting)


def asks_as_of(relation: Relation, question: Question) -> bool:
    """Tell whether "as of when?" asks for the date that a figure's answer gives."""
    is_alone = not question.content and question.expects == ("date",)
    return relation.as_of and is_alone
