"""Short names by which links and buttons open things, in this build and later ones.

A payload has at most 52 of `[A-Za-z0-9_-]`, so that it fits a deep link and, behind
a command, a button. That of an entity is its id: `article-18`. That of a passage is
its document, its number and a mark of its text: `unis-cp-497_4_1a2b`; by the mark a
passage is known again when its document was changed and it stands elsewhere.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from hashlib import blake2b

from bot.catalogue.model import Shelf
from index.model import Entity, Passage

# Bot API: 64 for a deep link; 64 bytes for a button, with the command before it.
_MOST_ENTITY, _MOST_DOCUMENT = 52, 40
_PLAIN = re.compile(r"[a-z0-9-]+")
_PASSAGE = re.compile(r"([a-z0-9-]+)_(\d{1,6})_([0-9a-f]{4})")


@dataclass(frozen=True, slots=True)
class Place:
    """A passage that a link leads to; not the very one where the text has changed."""

    passage: Passage
    is_same: bool


def payload_of_entity(entity: Entity) -> str:
    """Name an entity."""
    return _named(entity.id, _MOST_ENTITY)


def payload_of_passage(passage: Passage) -> str:
    """Name a passage."""
    number = passage.id.rpartition("#")[2]
    document = _named(passage.document, _MOST_DOCUMENT)
    return f"{document}_{number}_{_mark(passage)}"


def find_entity(shelf: Shelf, payload: str) -> Entity | None:
    """Give the entity that a payload names."""
    found = _find(shelf.knowledge.entities, payload, _MOST_ENTITY)
    return shelf.knowledge.entities[found] if found else None


def find_passage(shelf: Shelf, payload: str) -> Place | None:
    """Give the passage that a payload names, else the one nearest to its place.

    None where its document is not there, or has no passages any more.
    """
    match = _PASSAGE.fullmatch(payload)
    documents = shelf.knowledge.documents
    document = _find(documents, match[1], _MOST_DOCUMENT) if match else None
    passages = shelf.passages_of(document) if document else ()
    if match is None or not passages:
        return None
    return _nearest(passages, int(match[2]), match[3])


def _nearest(passages: Sequence[Passage], number: int, mark: str) -> Place:
    """Give the passage of the mark that stands nearest, else the nearest of all."""
    at = {int(p.id.rpartition("#")[2]): p for p in passages}
    nearest = sorted(at, key=lambda each: abs(each - number))
    same = [each for each in nearest if _mark(at[each]) == mark]
    return Place(at[(same or nearest)[0]], bool(same))


def _find(ids: Iterable[str], name: str, most: int) -> str | None:
    return next((each for each in ids if name in (each, _named(each, most))), None)


def _named(id_: str, most: int) -> str:
    """Give an id that fits as it is, else a digest, which no id begins like."""
    fits = _PLAIN.fullmatch(id_) and len(id_) <= most
    return id_ if fits else f"-{_digest(id_, 6)}"


def _mark(passage: Passage) -> str:
    return _digest(passage.text, 2)


def _digest(text: str, size: int) -> str:
    return blake2b(text.encode(), digest_size=size).hexdigest()
