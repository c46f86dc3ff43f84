"""The sessions of the Conference and their themes."""

from collections.abc import Iterator

from bot.catalogue.facts import about, cite, lines, name_of, of_kind, summarize
from bot.catalogue.model import Entry, Listing, Shelf
from bot.messages import LANGUAGE, messages_in
from index.knowledge import Knowledge
from index.language.tokens import tokenize
from index.model import Entity, ValueKind

_WHEN_AND_WHERE: tuple[ValueKind, ...] = ("date", "interval", "place")
THEMES = ("themes", "additional-themes")  # the relations that hold them


def sessions(shelf: Shelf, _words: str = "") -> Listing:
    """List the sessions, each with its dates and place."""
    knowledge = shelf.knowledge
    entries = (
        summarize(
            name_of(entity),
            lines(knowledge, about(knowledge, entity, kinds=_WHEN_AND_WHERE)),
        )
        for entity in of_kind(knowledge, "session")
    )
    return Listing(
        messages_in(LANGUAGE).sessions,
        tuple(entries),
        suggestions=_commands("session", knowledge),
    )


def session(shelf: Shelf, words: str) -> Listing:
    """List what is stated of one session; without its number, list the sessions."""
    if not words:
        return sessions(shelf)
    entity = _session_in(words, shelf.knowledge)
    if entity is None:
        return _unknown("session", shelf.knowledge)
    stated = about(shelf.knowledge, entity)
    return Listing(name_of(entity), tuple(lines(shelf.knowledge, stated)))


def themes(shelf: Shelf, words: str) -> Listing:
    """List the themes of one session, or of all where no number is given."""
    knowledge = shelf.knowledge
    entity = _session_in(words, knowledge)
    if words and entity is None:
        return _unknown("themes", knowledge)
    texts = messages_in(LANGUAGE)
    if entity:
        title = texts.themes_of.format(session=name_of(entity))
        entries = tuple(_themes(knowledge, entity))
    else:
        title = texts.themes
        entries = tuple(_all_themes(knowledge))
    return Listing(title, entries, note=None if entries else texts.themes_unknown)


def _session_in(words: str, knowledge: Knowledge) -> Entity | None:
    """Find the session that a number, a number word or an ordinal names."""
    language = knowledge.vocabulary.languages[LANGUAGE]
    known = {**language.numbers, **language.ordinals}
    norms = [token.norm for token in tokenize(words, LANGUAGE)]
    numbers = {str(known.get(norm, norm)) for norm in norms}
    found = (e for e in of_kind(knowledge, "session") if str(e.number) in numbers)
    return next(found, None)


def _unknown(command: str, knowledge: Knowledge) -> Listing:
    return Listing(
        messages_in(LANGUAGE).session_unknown,
        suggestions=_commands(command, knowledge),
    )


def _commands(command: str, knowledge: Knowledge) -> tuple[str, ...]:
    return tuple(f"/{command} {e.number}" for e in of_kind(knowledge, "session"))


def _all_themes(knowledge: Knowledge) -> Iterator[Entry]:
    for entity in of_kind(knowledge, "session"):
        for theme in _themes(knowledge, entity):
            yield summarize(name_of(entity), (theme,))


def _themes(knowledge: Knowledge, session: Entity) -> Iterator[Entry]:
    for statement in about(knowledge, session):
        if statement.relation in THEMES:
            citation = cite(knowledge, statement)
            for theme in statement.value.parts:
                yield Entry(theme, (citation,))
