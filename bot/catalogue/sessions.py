"""The sessions of the Conference and their themes."""

from collections.abc import Iterator

from bot.answering.wording import word_items
from bot.catalogue.facts import about, cite, lines, name_of, of_kind, summarize
from bot.catalogue.model import Entry, Guide, Listing
from index.knowledge import Knowledge
from index.language.tokens import tokenize
from index.model import Entity, ValueKind

_WHEN_AND_WHERE: tuple[ValueKind, ...] = ("date", "interval", "place")
SESSION = "session"  # the kind of the regular sessions
THEMES = ("themes", "additional-themes")  # the relations that hold them


def sessions(guide: Guide, _words: str = "") -> Listing:
    """List the sessions, each with its dates and place."""
    knowledge = guide.knowledge
    entries = (
        summarize(
            name_of(entity, guide),
            lines(guide, about(knowledge, entity, kinds=_WHEN_AND_WHERE)),
        )
        for entity in of_kind(knowledge, SESSION)
    )
    return Listing(
        guide.texts.sessions,
        tuple(entries),
        suggestions=_commands("session", knowledge),
    )


def session(guide: Guide, words: str) -> Listing:
    """List what is stated of one session; without its number, list the sessions."""
    if not words:
        return sessions(guide)
    entity = session_in(words, guide)
    if entity is None:
        return _unknown("session", guide)
    stated = about(guide.knowledge, entity)
    return Listing(name_of(entity, guide), tuple(lines(guide, stated)))


def themes(guide: Guide, words: str) -> Listing:
    """List the themes of one session, or of all where no number is given."""
    entity = session_in(words, guide)
    if words and entity is None:
        return _unknown("themes", guide)
    texts = guide.texts
    if entity:
        title = texts.themes_of.format(session=name_of(entity, guide))
        entries = tuple(_themes(guide, entity))
    else:
        title = texts.themes
        entries = tuple(_all_themes(guide))
    return Listing(title, entries, note=None if entries else texts.themes_unknown)


def session_in(words: str, guide: Guide) -> Entity | None:
    """Find the session that a number, a number word or an ordinal names."""
    language = guide.tongue.words
    known = {**language.numbers, **language.ordinals}
    norms = [token.norm for token in tokenize(words, guide.tongue.code)]
    numbers = {str(known.get(norm, norm)) for norm in norms}
    found = (e for e in of_kind(guide.knowledge, SESSION) if str(e.number) in numbers)
    return next(found, None)


def _unknown(command: str, guide: Guide) -> Listing:
    return Listing(
        guide.texts.session_unknown,
        suggestions=_commands(command, guide.knowledge),
    )


def _commands(command: str, knowledge: Knowledge) -> tuple[str, ...]:
    return tuple(f"/{command} {e.number}" for e in of_kind(knowledge, SESSION))


def _all_themes(guide: Guide) -> Iterator[Entry]:
    for entity in of_kind(guide.knowledge, SESSION):
        for theme in _themes(guide, entity):
            yield summarize(name_of(entity, guide), (theme,))


def _themes(guide: Guide, session: Entity) -> Iterator[Entry]:
    for statement in about(guide.knowledge, session):
        if statement.relation in THEMES:
            citation = cite(guide.knowledge, statement)
            for theme in word_items(statement.value, guide.tongue.words):
                yield Entry(theme, (citation,))
