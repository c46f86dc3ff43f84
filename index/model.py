"""The values that every room speaks of: documents, passages, entities, statements.

Only frozen values live here: nothing is read, parsed, searched or drawn.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

ValueKind = Literal["date", "interval", "number", "place", "name", "text", "list"]
# Kinds whose parts are ISO dates; a source may give either for an event.
TIMES: frozenset[ValueKind] = frozenset({"date", "interval"})


@dataclass(frozen=True, slots=True)
class Document:
    """One source, a digest or a verbatim text, with its provenance.

    `date` is ISO 8601, as precise as the source allows (`2007`, `2004-07-09`).
    """

    id: str
    title: str
    language: str
    form: Literal["digest", "verbatim"]
    symbol: str | None = None
    publisher: str | None = None
    date: str | None = None
    url: str | None = None


@dataclass(frozen=True, slots=True)
class Passage:
    """The unit that is indexed and quoted, with its place in its document."""

    id: str
    document: str
    locator: str
    heading: str
    text: str


@dataclass(frozen=True, slots=True)
class Entity:
    """A thing that people ask about, with the names that they give it.

    `names` holds one display name a language, in the form that stands within a
    sentence ("the Firearms Protocol"). `aliases` name the entity wherever they
    stand; `hints` do so only where nothing else in the text names an entity
    ("firearms"). `part_of` is the id of the whole that the entity belongs to. A
    `default_topic` is what a question is about where neither it nor the chat before
    it names anything: "how many parties are there?"
    """

    id: str
    kind: str
    names: Mapping[str, str]
    aliases: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    hints: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    number: int | None = None
    part_of: str | None = None
    default_topic: bool = False


@dataclass(frozen=True, slots=True)
class Value:
    """What a statement says.

    `parts` holds one ISO 8601 date (`2005-07-03`, `2008`) for a date, the first
    and the last day for an interval, decimal digits for a number, the words for a
    place, name or text, and one text an item for a list.
    """

    kind: ValueKind
    parts: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Statement:
    """One checkable fact and the passage that supports it.

    `quote` is the sentence of the passage that holds the value, word for word.
    `as_of` is the ISO date for which a figure or status holds.
    """

    id: str
    entity: str
    relation: str
    value: Value
    passage: str
    document: str
    locator: str
    quote: str
    as_of: str | None = None
    examples: tuple[str, ...] = ()
    origin: Literal["record", "extracted"] = "record"
