"""Questions that lead on from an answer."""

from collections.abc import Iterator
from itertools import islice

from bot.answering.model import Answer
from bot.answering.suggesting import Suggester
from bot.catalogue.model import Guide

_MOST = 2


def related_to(guide: Guide, answer: Answer) -> tuple[str, ...]:
    """Give questions on other matters of what an answer is about.

    They are in the order of the data, one a matter; none follow a refusal.
    """
    others = (each for each in _questions(guide, answer) if each != answer.question)
    return tuple(islice(others, _MOST))


def _questions(guide: Guide, answer: Answer) -> Iterator[str]:
    cited = {(c.passage, c.snippet) for c in answer.citations}
    stated = guide.knowledge.statements
    passages = {passage for passage, _ in cited}
    told = [
        s for s in stated if s.passage in passages and (s.passage, s.quote) in cited
    ]
    entities = {s.entity for s in told}
    relations = {s.relation for s in told}
    suggester = Suggester(guide.knowledge, guide.tongue.code, guide.detector)
    for statement in stated:
        is_new = statement.entity in entities and statement.relation not in relations
        asked = suggester.suggestions(statement)[:1] if is_new else ()
        if asked:
            relations.add(statement.relation)
            yield asked[0]
