"""What the words behind a command name: entities, kinds, numbers, places."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from rapidfuzz import fuzz, process

from bot.catalogue.model import Guide
from bot.messages import LANGUAGE
from index.knowledge import Knowledge
from index.language.mentions import Mention
from index.language.tokens import Token, fold, tokenize
from index.model import Entity
from index.vocabulary import Kind, Language

_LEAST_ALIKE = 65  # of 100, for a name to be offered in place of an unknown one
_MOST_ALIKE = 5


@dataclass(frozen=True, slots=True)
class Named:
    """The mentions in some words, and the words themselves."""

    text: str
    tokens: tuple[Token, ...]
    mentions: tuple[Mention, ...]

    @property
    def entities(self) -> tuple[str, ...]:
        """The ids named, in reading order, each once, the likelier of a name first."""
        named = ((m.entity, *m.also) for m in self.mentions if m.entity)
        return tuple(dict.fromkeys(id_ for ids in named for id_ in ids if id_))

    @property
    def kinds(self) -> tuple[str, ...]:
        """The kinds named without an entity: "sessions"."""
        return tuple(m.kind for m in self.mentions if m.entity is None)


def read_names(guide: Guide, words: str) -> Named:
    """Find what words name in the language of the guide, else in the default one."""
    for code in dict.fromkeys((guide.tongue.code, LANGUAGE)):
        tokens = tokenize(words, code)
        mentions = guide.names(code).find(words, tokens)
        if mentions:
            break
    return Named(words, tokens, mentions)


def entities_in(guide: Guide, words: str) -> tuple[Entity, ...]:
    """Give the entities that words name, in reading order; an id names its own."""
    known = guide.knowledge.entities
    if words in known:
        return (known[words],)
    return tuple(
        known[id_] for id_ in read_names(guide, words).entities if id_ in known
    )


def lineage(knowledge: Knowledge, kind_id: str) -> Iterator[str]:
    """Yield a kind and those above it."""
    kinds = knowledge.vocabulary.kinds
    kind: Kind | None = kinds.get(kind_id, Kind(kind_id))
    while kind is not None:
        yield kind.id
        kind = kinds.get(kind.parent or "")


def is_a(knowledge: Knowledge, entity: Entity, kind: str) -> bool:
    """Tell whether an entity is of a kind, or of one below it."""
    return kind in lineage(knowledge, entity.kind)


def numbers_in(tokens: Sequence[Token], language: Language) -> Iterator[int]:
    """Yield the numbers among words: digits, number words and ordinals."""
    known = {**language.numbers, **language.ordinals}
    for token in tokens:
        if token.norm.isdecimal():
            yield int(token.norm)
        elif token.norm in known:
            yield known[token.norm]


def alike(guide: Guide, words: str, entities: Sequence[Entity]) -> tuple[Entity, ...]:
    """Give the entities whose names are most like unknown words, the likest first."""
    names = {
        (entity.id, name): fold(name)
        for entity in entities
        for name in (
            entity.names.get(guide.tongue.code, entity.id),
            *entity.aliases.get(guide.tongue.code, ()),
            *entity.hints.get(guide.tongue.code, ()),
        )
    }
    found = process.extract(
        fold(words),
        names,
        scorer=fuzz.WRatio,
        score_cutoff=_LEAST_ALIKE,
        limit=2 * _MOST_ALIKE,
    )
    ids = dict.fromkeys(key[0] for _, _, key in found)
    return tuple(guide.knowledge.entities[id_] for id_ in ids)[:_MOST_ALIKE]
