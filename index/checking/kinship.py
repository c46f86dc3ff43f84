"""Which entities there are, and of which kinds they are."""

from collections.abc import Iterator

from index.vocabulary import Vocabulary


def kind_of(entity: str, vocabulary: Vocabulary) -> str | None:
    """Give the kind of an entity, listed or numbered; None when there is none."""
    if entity in vocabulary.entities:
        return vocabulary.entities[entity].kind
    name, _, digits = entity.rpartition("-")
    kind = vocabulary.kinds.get(name)
    return name if kind and kind.numbered and digits.isdecimal() else None


def lineage(kind: str, vocabulary: Vocabulary) -> Iterator[str]:
    """Give a kind, its parent, the parent's parent and so on."""
    seen: set[str] = set()
    following: str | None = kind
    while following and following not in seen:
        yield following
        seen.add(following)
        found = vocabulary.kinds.get(following)
        following = found.parent if found else None


def can_state(kind: str, allowed: tuple[str, ...], vocabulary: Vocabulary) -> bool:
    """Tell whether a relation of the `allowed` kinds can be stated of a kind.

    A relation that names no kinds is of all of them.
    """
    return not allowed or any(step in allowed for step in lineage(kind, vocabulary))
