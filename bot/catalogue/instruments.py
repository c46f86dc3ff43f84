"""The Convention and its Protocols."""

from bot.catalogue.facts import about, lines, name_of, of_kind, summarize
from bot.catalogue.model import Guide, Listing


def protocols(guide: Guide, _words: str) -> Listing:
    """List the Protocols, each with its dates and figures."""
    knowledge = guide.knowledge
    entries = (
        summarize(
            name_of(entity, guide),
            lines(
                guide,
                about(knowledge, entity, kinds=("date", "interval", "number")),
            ),
        )
        for entity in of_kind(knowledge, "protocol")
    )
    return Listing(guide.texts.protocols, tuple(entries))


def convention(guide: Guide, _words: str) -> Listing:
    """List what is stated of the Convention."""
    knowledge = guide.knowledge
    entries = (
        entry
        for entity in of_kind(knowledge, "convention")
        for entry in lines(guide, about(knowledge, entity))
    )
    return Listing(guide.texts.convention, tuple(entries))
