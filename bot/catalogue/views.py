"""Other views of the same listing, a tap away: filters by kind."""

from collections.abc import Iterable

from bot.answering.wording import capitalized
from bot.catalogue.model import Guide
from bot.catalogue.naming import lineage
from bot.reply import Button
from index.model import Entity


def kind_views(
    guide: Guide, command: str, entities: Iterable[Entity], *, shown: str | None
) -> tuple[Button, ...]:
    """Offer to show all, or only the entities of one kind.

    `command` shows all; behind it, the plural of a kind shows that kind alone.
    `shown` is what is shown now, and is not offered.
    """
    present = {_topmost(guide, entity) for entity in entities} - {shown}
    plurals = (
        _plural(guide, kind)
        for kind in guide.knowledge.vocabulary.kinds
        if kind in present
    )
    views = tuple(
        Button(capitalized(plural), f"{command} {plural}", way="view")
        for plural in plurals
        if plural
    )
    if shown is not None:
        return (Button(guide.texts.all_of_them, command, way="view"), *views)
    return views if len(views) > 1 else ()


def _topmost(guide: Guide, entity: Entity) -> str:
    return tuple(lineage(guide.knowledge, entity.kind))[-1]


def _plural(guide: Guide, kind: str) -> str:
    words = guide.tongue.words.kinds.get(kind)
    return words.plural[0] if words and words.plural else ""
