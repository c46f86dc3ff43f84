"""Formatted text: a plain text and the entities that lie over it.

Offsets and lengths count UTF-16 code units, as everywhere in the Bot API.
"""

from dataclasses import dataclass, fields, replace
from typing import Any

BLANKS = " \t\r\n\v"


def utf16_length(text: str) -> int:
    """Count UTF-16 code units: two for each character beyond the basic plane."""
    return len(text) + sum(character > "\uffff" for character in text)


@dataclass(frozen=True, slots=True)
class Entity:
    """One stretch of formatting; the optional fields belong to single types."""

    type: str
    offset: int
    length: int
    url: str | None = None
    language: str | None = None
    custom_emoji_id: str | None = None
    unix_time: int | None = None
    date_time_format: str | None = None

    @property
    def end(self) -> int:
        """The first offset behind the entity."""
        return self.offset + self.length

    def covers_the_same_as(self, other: "Entity") -> bool:
        """Tell whether both lie over exactly the same text."""
        return (self.offset, self.length) == (other.offset, other.length)

    def as_json(self) -> dict[str, Any]:
        """Give the Bot API's MessageEntity, without absent fields."""
        values = {field.name: getattr(self, field.name) for field in fields(self)}
        return {name: value for name, value in values.items() if value is not None}


@dataclass(frozen=True, slots=True)
class Formatted:
    """A text and its entities, by offset, the longer of two first."""

    text: str
    entities: tuple[Entity, ...] = ()

    def covered(self, entity: Entity) -> str:
        """Cut out the text under one entity."""
        units = self.text.encode("utf-16-le")
        return units[2 * entity.offset : 2 * entity.end].decode("utf-16-le")

    def trimmed(self) -> "Formatted":
        """Drop blanks at both ends, as Telegram does, and fit the entities."""
        shift = len(self.text) - len(self.text.lstrip(BLANKS))
        text = self.text.strip(BLANKS)
        size = utf16_length(text)
        moved = (_moved(entity, shift, size=size) for entity in self.entities)
        return Formatted(text, tuple(entity for entity in moved if entity.length > 0))


EMPTY = Formatted("")


def _moved(entity: Entity, shift: int, *, size: int) -> Entity:
    begin = max(entity.offset - shift, 0)
    end = min(entity.end - shift, size)
    return replace(entity, offset=begin, length=end - begin)
