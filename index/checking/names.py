"""Checks of what the vocabulary names: kinds, entities and their aliases."""

from collections.abc import Collection, Iterator

from index.errors import Fault
from index.language.tokens import fold
from index.model import Entity
from index.reading import Data
from index.reading.vocabulary import KINDS, RELATIONS
from index.suggestion import suggest

# A file, the id in it, the path of a reference below that id, and what it names.
_Reference = tuple[str, str, tuple[str | int, ...], str | None]


def check_references(data: Data) -> Iterator[Fault]:
    """Each kind and each whole that the vocabulary refers to exists."""
    kinds, entities = data.vocabulary.kinds, data.vocabulary.entities
    for reference in _references_to_kinds(data):
        yield from _unknown(reference, kinds, what="kind", data=data)
    for reference in _references_to_entities(data):
        yield from _unknown(reference, entities, what="entity", data=data)


def check_shared_names(data: Data) -> Iterator[Fault]:
    """No two entities share a name in one language."""
    owners: dict[tuple[str, str], str] = {}
    for entity in data.vocabulary.entities.values():
        for language, path, name in _names(entity):
            key = (language, " ".join(fold(name).split()))
            owner = owners.setdefault(key, entity.id)
            if owner != entity.id:
                file = data.entity_file(entity.id)
                yield Fault(
                    file,
                    data.line_of(file, entity.id, *path),
                    f'"{name}" names both "{owner}" and "{entity.id}"',
                    "expected each alias of one entity only",
                    "take it away from one of them, or make it a hint",
                )


def _names(entity: Entity) -> Iterator[tuple[str, tuple[str | int, ...], str]]:
    for language, name in entity.names.items():
        yield language, ("names", language), name
    for language, aliases in entity.aliases.items():
        for at, alias in enumerate(aliases):
            yield language, ("aliases", language, at), alias


def _references_to_kinds(data: Data) -> Iterator[_Reference]:
    for kind in data.vocabulary.kinds.values():
        yield KINDS, kind.id, ("parent",), kind.parent
    for relation in data.vocabulary.relations.values():
        for at, name in enumerate(relation.of):
            yield RELATIONS, relation.id, ("of", at), name
    for entity in data.vocabulary.entities.values():
        yield data.entity_file(entity.id), entity.id, ("kind",), entity.kind


def _references_to_entities(data: Data) -> Iterator[_Reference]:
    for kind in data.vocabulary.kinds.values():
        yield KINDS, kind.id, ("part_of",), kind.part_of
    for entity in data.vocabulary.entities.values():
        yield data.entity_file(entity.id), entity.id, ("part_of",), entity.part_of


def _unknown(
    reference: _Reference, known: Collection[str], *, what: str, data: Data
) -> Iterator[Fault]:
    file, item, path, name = reference
    if name is None or name in known or name in data.unread:
        return
    yield Fault(
        file,
        data.line_of(file, item, *path),
        f'the {what} "{name}" of "{item}" is not known',
        f"expected the id of a listed {what}",
        suggest(name, known, otherwise="list it or correct it"),
    )
