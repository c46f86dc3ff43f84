"""The bodies, and what the Conference decided."""

import re
from collections.abc import Iterator, Sequence

from bot.answering.wording import capitalized
from bot.catalogue.facts import (
    about,
    describe,
    lead_to,
    lines,
    name_of,
    of_kind,
    summarize,
)
from bot.catalogue.model import Entry, Guide, Listing
from bot.catalogue.naming import read_names
from bot.catalogue.sessions import SESSION, session_in
from bot.catalogue.views import kind_views
from bot.reply import Button
from index.model import Entity, ValueKind

BODY = "body"
_SHORT: tuple[ValueKind, ...] = ("date", "interval", "number", "place")
_PAIR = re.compile(r"-(\d+)-(\d+)$")  # decision-1-2: of the first session, the second


def bodies(guide: Guide, _words: str) -> Listing:
    """List the bodies: what each is, since when, and where."""
    entries = (_summary(guide, each) for each in of_kind(guide.knowledge, BODY))
    known = tuple(entry for entry in entries if entry.citations)
    return Listing(guide.texts.bodies, known)


def decisions(guide: Guide, words: str) -> Listing:
    """List decisions and resolutions: all, those of a session, or of one kind."""
    session = session_in(words, guide)
    if words and session is None and not read_names(guide, words).kinds:
        return guide.usage("decisions", guide.texts.session_unknown)
    decided = tuple(_decided(guide, session))
    kinds = [k for k in read_names(guide, words).kinds if k != SESSION]
    shown = [e for e in decided if not kinds or e.kind in kinds]
    texts = guide.texts
    number = f" {session.number}" if session else ""
    title = (
        texts.decisions_of.format(session=name_of(session, guide))
        if session
        else texts.decisions
    )
    return Listing(
        title,
        tuple(_entry(guide, each) for each in shown),
        note=None if shown else texts.decisions_none,
        buttons=(
            *kind_views(
                guide, f"/decisions{number}", decided, shown=kinds[0] if kinds else None
            ),
            *_by_session(guide, session),
        ),
    )


def _summary(guide: Guide, entity: Entity) -> Entry:
    described = describe(guide, entity)
    short = lines(guide, about(guide.knowledge, entity, kinds=_SHORT))
    facts = (*described, *short)
    return summarize(name_of(entity, guide), facts, lead=lead_to(guide, entity))


def _decided(guide: Guide, session: Entity | None) -> Sequence[Entity]:
    """Give what sessions decided, in the order of their numbers."""
    numbers = {e.number for e in of_kind(guide.knowledge, SESSION)}
    wanted = {session.number} if session else numbers
    numbered = [(_pair(guide, e), e) for e in guide.knowledge.entities.values()]
    decided = [(pair, e) for pair, e in numbered if pair and pair[0] in wanted]
    return [entity for _, entity in sorted(decided, key=lambda each: each[0])]


def _pair(guide: Guide, entity: Entity) -> tuple[int, int] | None:
    """Give the session's number and its own of what is numbered so, else None."""
    words = guide.tongue.words.kinds.get(entity.kind)
    match = _PAIR.search(entity.id) if words and words.pairs else None
    return (int(match[1]), int(match[2])) if match else None


def _entry(guide: Guide, entity: Entity) -> Entry:
    lead = lead_to(guide, entity)
    return summarize(name_of(entity, guide), describe(guide, entity), lead=lead)


def _by_session(guide: Guide, shown: Entity | None) -> Iterator[Button]:
    noun = guide.tongue.words.kinds[SESSION].singular[0]
    for session in of_kind(guide.knowledge, SESSION):
        if session != shown and _decided(guide, session):
            label = f"{capitalized(noun)} {session.number}"
            yield Button(label, f"/decisions {session.number}", way="view")
