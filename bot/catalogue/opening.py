"""Open one thing: all that is stated of an entity."""

from bot.catalogue.articles import ARTICLE, open_article
from bot.catalogue.facts import about, lines, name_of
from bot.catalogue.model import Guide, Listing
from bot.catalogue.naming import is_a
from index.model import Entity


def open_entity(guide: Guide, entity: Entity) -> Listing:
    """List what is stated of an entity, as fits its kind."""
    if is_a(guide.knowledge, entity, ARTICLE):
        return open_article(guide, entity)
    stated = about(guide.knowledge, entity)
    return Listing(name_of(entity, guide), tuple(lines(guide, stated)))
