"""Questions that the served data answers, to begin with."""

from index.knowledge import Knowledge
from index.model import ValueKind

_KINDS: tuple[ValueKind, ...] = ("date", "number", "list", "interval", "text", "place")


def example_questions(knowledge: Knowledge, count: int = 3) -> tuple[str, ...]:
    """Choose example questions of the records that ask for different kinds of value.

    What holds at any time comes before what held on a date. There are none where
    the data holds no records.
    """
    first: dict[ValueKind, str] = {}
    for statement in sorted(knowledge.statements, key=lambda s: s.as_of is not None):
        for example in statement.examples[:1]:
            first.setdefault(statement.value.kind, example)
    return tuple(first[kind] for kind in _KINDS if kind in first)[:count]
