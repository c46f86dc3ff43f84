"""The Convention and its Protocols."""

from bot.catalogue.facts import about, lines, name_of, of_kind, summarize
from bot.catalogue.model import Listing, Shelf
from bot.messages import LANGUAGE, messages_in


def protocols(shelf: Shelf, _words: str) -> Listing:
    """List the Protocols, each with its dates and figures."""
    knowledge = shelf.knowledge
    entries = (
        summarize(
            name_of(entity),
            lines(
                knowledge,
                about(knowledge, entity, kinds=("date", "interval", "number")),
            ),
        )
        for entity in of_kind(knowledge, "protocol")
    )
    return Listing(messages_in(LANGUAGE).protocols, tuple(entries))


def convention(shelf: Shelf, _words: str) -> Listing:
    """List what is stated of the Convention."""
    knowledge = shelf.knowledge
    entries = (
        entry
        for entity in of_kind(knowledge, "convention")
        for entry in lines(knowledge, about(knowledge, entity))
    )
    return Listing(messages_in(LANGUAGE).convention, tuple(entries))
