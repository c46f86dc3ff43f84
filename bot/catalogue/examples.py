"""Questions that the served data answers, to begin with."""

from bot.answering.suggesting import Suggester
from index.knowledge import Knowledge
from index.model import ValueKind

_KINDS: tuple[ValueKind, ...] = ("date", "number", "list", "interval", "text", "place")


def example_questions(
    knowledge: Knowledge, suggester: Suggester, count: int = 3
) -> tuple[str, ...]:
    """Choose questions that ask for different kinds of value.

    What holds at any time comes before what held on a date. There are none where
    the data holds no records.
    """
    first: dict[ValueKind, str] = {}
    for statement in sorted(knowledge.statements, key=lambda s: s.as_of is not None):
        kind = statement.value.kind
        if kind not in first and (asked := suggester.suggestion(statement)):
            first[kind] = asked
    return tuple(first[kind] for kind in _KINDS if kind in first)[:count]
