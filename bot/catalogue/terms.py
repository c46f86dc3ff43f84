"""Terms and what they mean."""

from collections.abc import Iterator

from bot.answering.wording import word_value
from bot.catalogue.facts import cite, lead_to, name_of
from bot.catalogue.model import Entry, Guide, Listing
from bot.catalogue.naming import alike, entities_in
from index.model import Entity, Statement

TERM = "term"  # the kind of what a glossary lists
# The relations that tell what something is, the most exact first.
_MEANINGS = ("definition", "description")


def define(guide: Guide, words: str) -> Listing:
    """Give what a term means; without one, list the terms."""
    terms = tuple(_terms(guide))
    if not words:
        entries = tuple(Entry(name_of(e, guide), lead=lead_to(guide, e)) for e in terms)
        return Listing(guide.texts.terms, entries, a_page=_A_PAGE)
    found = [each for each in entities_in(guide, words) if _meanings(guide, each)]
    # "Trafficking in persons" is a term, and short for a Protocol.
    defined = [each for each in found if each in terms] or found
    if defined:
        return _definition(guide, defined[0])
    near = alike(guide, words, terms)
    texts = guide.texts
    return Listing(
        texts.define_unknown.format(words=words),
        note=texts.did_you_mean if near else None,
        buttons=tuple(lead_to(guide, each) for each in near),
        suggestions=(f"/search {words}",),
    )


_A_PAGE = 12  # terms by name alone


def _terms(guide: Guide) -> Iterator[Entity]:
    for entity in guide.knowledge.entities.values():
        if entity.kind == TERM and _meanings(guide, entity):
            yield entity


def _meanings(guide: Guide, entity: Entity) -> tuple[Statement, ...]:
    """Give what tells what an entity is, of the most exact relation that does."""
    stated = [s for s in guide.knowledge.statements if s.entity == entity.id]
    for relation in _MEANINGS:
        if found := tuple(s for s in stated if s.relation == relation):
            return found
    return ()


def _definition(guide: Guide, entity: Entity) -> Listing:
    entries = tuple(
        Entry(
            word_value(statement.value, guide.tongue.words),
            (cite(guide.knowledge, statement),),
        )
        for statement in _meanings(guide, entity)
    )
    return Listing(name_of(entity, guide), entries)
