"""Choosing what to state: which relation, of which entities, how certainly."""

import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from bot.answering.context import Context
from bot.answering.evidence import Evidence
from bot.answering.facts import Facts, is_at
from bot.answering.nearness import Nearness, NearnessFinder, asks_as_of, fits
from bot.answering.signals import Signals, read_signals
from bot.answering.targets import LISTED, Targets
from bot.answering.timing import agrees
from bot.answering.weights import (
    AMBIGUOUS,
    BIAS,
    CONTRADICTS,
    ELSEWHERE,
    WAYS,
    WEIGHTS,
)
from index.model import Statement
from index.questions.question import Question
from index.vocabulary import Relation

# Values of one relation and entity that are this much less likely are left out.
_LIKELY = 0.8
# What is as near as this to an example of its own is meant by it, and so is what is
# nearly as near.
_OWN = 0.5
_AS_NEAR = 0.9
# Of many different facts of one relation, only what is at least this near, beside the
# nearest, can be meant.
_FAR = 0.5
# Ways in which the words themselves tell what is asked about.
_ASKED = frozenset({"named", "quoted", "kind"})
# Ways that lead to what was spoken of before the question.
_SPOKEN_OF = frozenset({"topic", "before"})
# Ways that lead to entities which are neither named nor what the chat is about.
_UNNAMED = frozenset({"kind", "only", "all", "other"})
# Relations whose statements of one entity are different facts: only one is meant.
_SINGLE = frozenset({"text", "list", "name"})


@dataclass(frozen=True, slots=True)
class Choice:
    """Statements of one relation that may answer a question.

    `confidence` is the estimated chance, 0 to 1, that they do; `way` and `signals`
    tell where it comes from.
    """

    relation: Relation
    statements: tuple[Statement, ...]
    confidence: float
    way: str
    signals: Signals


_Scored = tuple[float, Signals, Statement]


class Chooser:
    """Chooses among the statements by what speaks for and against each."""

    def __init__(
        self,
        facts: Facts,
        relations: Mapping[str, Relation],
        *,
        finder: NearnessFinder,
        evidence: Evidence,
    ) -> None:
        """Take the statements, and what questions are compared with."""
        self._facts = facts
        self._relations = relations
        self._finder = finder
        self._evidence = evidence
        self._targets = Targets(facts, evidence)

    def choices(
        self, question: Question, context: Context
    ) -> tuple[tuple[Choice, ...], Nearness]:
        """Give the choices, the most confident first, and how near they are."""
        nearness = self._finder.find(question, context)
        targets = {
            relation: self._targets.find(self._relations[relation], question, context)
            for relation in nearness.stated
        }
        # What is stated of others only is as good as unstated of what is asked about.
        nearness = nearness.without(
            [r for r, (_, found) in targets.items() if not found],
            could_be=lambda relation: self._could_be(relation, question),
        )
        found = [
            self._of_relation(self._relations[relation], nearness, question, target)
            for relation, target in targets.items()
            if relation in nearness.stated
        ]
        if not question.entities and any(choice.way in _SPOKEN_OF for choice in found):
            found = [_kept_to_topic(choice) for choice in found]
        return tuple(sorted(found, key=lambda c: -c.confidence)), nearness

    def _could_be(self, relation: str, question: Question) -> bool:
        """Tell whether a relation can be stated of what a question names at all."""
        kinds = self._relations[relation].of
        named = question.entities
        return not named or any(self._facts.is_of(entity, kinds) for entity in named)

    def _of_relation(
        self,
        relation: Relation,
        nearness: Nearness,
        question: Question,
        target: tuple[str, Sequence[str]],
    ) -> Choice:
        way, entities = target
        near = nearness.stated[relation.id]
        stated = [s for e in entities for s in self._facts.about(relation.id, e)]
        places = question.places_within
        at_place = [s for s in stated if is_at(s, places.get(s.entity))]
        stated = at_place or stated
        meant = _near_enough(stated, near) if relation.value in _SINGLE else stated
        scored = self._scored(relation, meant, nearness, question, entities)
        scored = self._spanning(scored, question)
        # Texts and lists of one relation are different facts, so the best is taken.
        # Other values are figures of different dates, or disagree: all are given.
        if relation.value in _SINGLE:
            scored = _best_each(scored)
        scored = _likely(scored)
        if relation.value in _SINGLE and len(question.entities) < 2:
            scored = _told_apart(scored, near)
        best, signals, statement = max(scored, key=lambda one: one[0])
        kept = tuple(statement for _, _, statement in scored)
        odds = _odds(best) + WAYS[way]
        if way == "all" and relation.value not in LISTED:
            odds += AMBIGUOUS if len(kept) > 1 else 0
            kept = (statement,)
        if way not in _ASKED and self._contradicts(statement, kept, question):
            odds += CONTRADICTS
        chance = _chance(odds)
        return Choice(relation, kept, chance, way, signals)

    def _contradicts(
        self, best: Statement, kept: Sequence[Statement], question: Question
    ) -> bool:
        """Tell whether a question names a value that is not that of what is chosen.

        "What entered into force in 2004?" means those that did.
        """
        is_asked_back = any(agrees(one, question) for one in kept)
        if is_asked_back and not question.entities:
            return False
        return agrees(best, question) is False

    def _spanning(self, scored: list[_Scored], question: Question) -> list[_Scored]:
        """Keep what speaks of all entities named at once, if anything does.

        "Did the Conference adopt the programme of work?" asks for no description
        of each.
        """
        spanning = [
            one
            for one in scored
            if all(self._evidence.speaks_of(one[2], e) for e in question.entities)
        ]
        return spanning or scored

    def _scored(
        self,
        relation: Relation,
        statements: Iterable[Statement],
        nearness: Nearness,
        question: Question,
        targets: Sequence[str],
    ) -> list[_Scored]:
        """Give statements of a relation with their chances."""
        near = nearness.stated[relation.id]
        of_relation = near.get(relation.id, 0.0)
        about = frozenset(targets)
        scored = []
        for statement in statements:
            own = near.get(statement.id, 0.0)
            nearest = max(of_relation, own)
            signals = read_signals(
                question,
                statement,
                near=nearest,
                own=own if statement.examples else nearest,
                nearness=nearness,
                fits=self._fits(relation, statement, question),
                targets=about,
                evidence=self._evidence,
            )
            scored.append((_chance(signals.total(WEIGHTS) + BIAS), signals, statement))
        return scored

    def _fits(
        self, relation: Relation, statement: Statement, question: Question
    ) -> bool:
        """Tell whether a statement is of the kind that a question asks for.

        "Why did it enter into force in 1999?" is answered by the true date.
        """
        if fits(relation, question.expects) or asks_as_of(relation, question):
            return True
        if any(self._evidence.tells(statement, kind) for kind in question.expects):
            return True
        return "reason" in question.expects and agrees(statement, question) is False


def _kept_to_topic(choice: Choice) -> Choice:
    """Doubt what lies elsewhere, while the chat has a topic that may be meant.

    "By which resolution?" asks for that of the Protocol just spoken of.
    """
    if choice.way not in _UNNAMED:
        return choice
    return doubted(choice, ELSEWHERE)


def doubted(choice: Choice, odds: float) -> Choice:
    """Add to the log odds of a choice."""
    return replace(choice, confidence=_chance(_odds(choice.confidence) + odds))


def _near_enough(
    statements: Sequence[Statement], near: Mapping[str, float]
) -> Sequence[Statement]:
    """Leave out what is much farther than the nearest, of many different facts."""
    own = [near.get(statement.id, 0.0) for statement in statements]
    least = max(own, default=0.0) * _FAR
    pairs = zip(statements, own, strict=True)
    return [one for one, near in pairs if near >= least or not one.examples]


def _best_each(scored: list[_Scored]) -> list[_Scored]:
    """Keep the likeliest statement of each entity."""
    best: dict[str, _Scored] = {}
    for one in scored:
        entity = one[2].entity
        if entity not in best or one[0] > best[entity][0]:
            best[entity] = one
    return [*best.values()]


def _likely(scored: list[_Scored]) -> list[_Scored]:
    best = max(score for score, _, _ in scored)
    return [one for one in scored if one[0] >= best * _LIKELY]


def _told_apart(scored: list[_Scored], near: Mapping[str, float]) -> list[_Scored]:
    """Keep what is meant by its own examples, where these tell some from others.

    "Which article is about witnesses?" means one heading of forty.
    """
    own = [near.get(statement.id, 0.0) for _, _, statement in scored]
    nearest = max(own)
    if nearest < _OWN:
        return scored
    pairs = zip(scored, own, strict=True)
    return [one for one, near in pairs if near >= nearest * _AS_NEAR]


def _chance(odds: float) -> float:
    return 1 / (1 + math.exp(-odds))


def _odds(chance: float) -> float:
    return math.log(chance / (1 - chance))
