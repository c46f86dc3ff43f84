"""Which article is meant: "18", "18 UNTOC", "art. 5 smuggling", "12 (8)"."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from bot.catalogue.model import Guide
from bot.catalogue.naming import Named, lineage, numbers_in, read_names
from index.language.mentions import Mention
from index.language.tokens import Token

INSTRUMENT = "instrument"  # the kind of all that articles belong to


@dataclass(frozen=True, slots=True)
class Reference:
    """An article as it is asked for.

    `place` is its paragraph, `wholes` the instruments that it may be of; without
    any, it may be of all.
    """

    number: int
    place: str | None
    wholes: tuple[str, ...]


def read_reference(guide: Guide, words: str) -> Reference | None:
    """Read "18", "18 UNTOC", "art. 5 smuggling" or "12 (8)"; None without a number."""
    named = read_names(guide, words)
    free = tuple(_outside(named, guide))
    numbered = [m.entity for m in named.mentions if m.entity and m.is_within]
    number = next(numbers_in(free, guide.tongue.words), None)
    if number is None:
        return None
    wholes = (*_instruments(named, guide), *_wholes(guide, numbered))
    return Reference(number, _place(named.text, free), wholes)


def _outside(named: Named, guide: Guide) -> Iterator[Token]:
    """Yield the words that belong to no name of an instrument."""
    spans = [m for m in named.mentions if _is_instrument(m, guide)]
    for token in named.tokens:
        if not any(m.start <= token.start < m.end for m in spans):
            yield token


def _is_instrument(mention: Mention, guide: Guide) -> bool:
    return INSTRUMENT in lineage(guide.knowledge, mention.kind)


def _instruments(named: Named, guide: Guide) -> Iterator[str]:
    for mention in named.mentions:
        if mention.entity and _is_instrument(mention, guide):
            yield mention.entity


def _wholes(guide: Guide, numbered: Sequence[str]) -> Iterator[str]:
    """Yield the instruments named together with their article."""
    kinds = guide.knowledge.vocabulary.kinds
    for entity in numbered:
        kind = kinds.get(entity.rpartition("-")[0])
        if kind and kind.part_of:
            yield kind.part_of


def _place(text: str, free: Sequence[Token]) -> str | None:
    """Give the paragraph behind the number: "12 (8)", "12.8", "2 (a)", "12 para 8"."""
    first = next((n for n, token in enumerate(free) if token.norm.isdecimal()), None)
    for token in free[first + 1 :] if first is not None else ():
        is_bracketed = text[: token.start].rstrip().endswith("(")
        if token.norm.isdecimal() or (is_bracketed and len(token.norm) == 1):
            return token.norm
    return None
