"""The words by which questions and documents are understood, as values.

The words themselves are data: `data/vocabulary/` holds them, and
`index.reading.vocabulary` reads them. Nothing here opens a file.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field

from index.messages import Messages
from index.model import Entity, ValueKind


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of entity, such as a protocol or a session.

    Entities of a numbered kind (sessions, articles) are not listed anywhere: any
    number makes one. `part_of` is the id of the entity that they belong to, and
    `speaks_for_whole` tells that it says what they say, as a treaty its articles.
    Of an `open` kind, documents may bring entities that no file lists, and so they
    may of one whose entities are counted by the kind that they are `held_by`.
    """

    id: str
    parent: str | None = None
    numbered: bool = False
    part_of: str | None = None
    speaks_for_whole: bool = False
    open: bool = False
    held_by: str | None = None


@dataclass(frozen=True, slots=True)
class KindWords:
    """How one language speaks of a kind.

    `name` and `aliases` are templates of a numbered kind, with the slots
    `{ordinal}` and `{number}`. `pairs` are those of a kind whose entities have two
    numbers (decision 1/2), with the slot `{pair}`, and `counted` those of one that is
    held by others, with `{ordinal}` and `{whole}`; the first is the name to display.
    """

    singular: tuple[str, ...] = ()
    plural: tuple[str, ...] = ()
    name: str | None = None
    aliases: tuple[str, ...] = ()
    pairs: tuple[str, ...] = ()
    counted: tuple[str, ...] = ()

    @property
    def heads(self) -> frozenset[str]:
        """The last words of its nouns: "session" of "regular session"."""
        return frozenset(noun.split()[-1] for noun in self.singular)


@dataclass(frozen=True, slots=True)
class Relation:
    """What can be stated of entities of the kinds in `of`.

    `as_of` marks figures and statuses, which hold for a date. `between` names the
    two dated relations between which lies the time that this one tells.
    """

    id: str
    value: ValueKind
    of: tuple[str, ...]
    as_of: bool = False
    between: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class RelationWords:
    """How one language asks for a relation, states it and answers with it.

    `planned` is the answer where the value lies behind the date of its document.
    """

    label: str
    answer: str
    planned: str | None = None
    questions: tuple[str, ...] = ()
    sentences: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Language:
    """One language's words: how it writes dates, numbers and questions.

    Keys of `months`, `ordinals` and `numbers` are folded tokens. `asks` maps an
    expected kind of value to the phrases that ask for it ("how many"), and
    `refusals` a reason for refusal to example questions,
    `synonyms` a word to others that mean the same in questions, and `glossary` a
    word to those of other languages. `values` maps places and names as documents
    write them to how this language does, and `contractions` words that are drawn
    together ("de le"). `messages` are the fixed texts that readers see.
    """

    months: Mapping[str, int] = field(default_factory=dict)
    ordinals: Mapping[str, int] = field(default_factory=dict)
    numbers: Mapping[str, int] = field(default_factory=dict)
    stop_words: tuple[str, ...] = ()
    abbreviations: tuple[str, ...] = ()
    padding: tuple[str, ...] = ()
    asks: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    words: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    kinds: Mapping[str, KindWords] = field(default_factory=dict)
    relations: Mapping[str, RelationWords] = field(default_factory=dict)
    refusals: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    synonyms: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    glossary: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    values: Mapping[str, str] = field(default_factory=dict)
    messages: Messages | None = None
    contractions: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """All words of all languages, keyed by language, and what they speak of.

    `written` are languages that documents are written in but nobody is answered in:
    of them only what it takes to read and to find documents is known.
    """

    kinds: Mapping[str, Kind]
    relations: Mapping[str, Relation]
    entities: Mapping[str, Entity]
    languages: Mapping[str, Language]
    written: Mapping[str, Language] = field(default_factory=dict)

    @property
    def readable(self) -> Mapping[str, Language]:
        """Give the languages that documents may be written in, by code."""
        return {**self.written, **self.languages}
