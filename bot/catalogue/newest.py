"""What is newest: documents, figures, and the sessions before and after today."""

from collections.abc import Iterator

from bot.answering.sources import cite_document
from bot.answering.spans import Span, span_of_value
from bot.catalogue.facts import label_of, lead_to, line, name_of, of_kind
from bot.catalogue.model import Entry, Guide, Listing
from bot.catalogue.sessions import SESSION
from bot.dates import format_date
from index.model import TIMES, Entity, Statement

_FIGURES = 4
_DOCUMENTS = 4


def latest(guide: Guide, _words: str) -> Listing:
    """List the last and the next session, the newest figures and documents."""
    entries = (*_sessions(guide), *_figures(guide), *_documents(guide))
    return Listing(guide.texts.latest, entries, a_page=len(entries) or 1)


def _sessions(guide: Guide) -> Iterator[Entry]:
    """Yield the last session that has begun, and the first one to come."""
    texts, days = guide.texts, _days(guide)
    begun = [each for each in days if each[0].first <= guide.today]
    coming = [each for each in days if each[0].first > guide.today]
    labelled = ((texts.last_session, begun[-1:]), (texts.next_session, coming[:1]))
    for label, found in labelled:
        for _, entity, dates in found:
            told = line(guide, name_of(entity, guide), dates)
            text = texts.labelled.format(label=label, value=told.text)
            yield Entry(text, told.citations, lead=lead_to(guide, entity))


def _days(guide: Guide) -> list[tuple[Span, Entity, tuple[Statement, ...]]]:
    """Give the sessions with their days, the oldest first."""
    found = []
    for entity in of_kind(guide.knowledge, SESSION):
        dates = tuple(
            s
            for s in guide.knowledge.statements
            if s.entity == entity.id and s.value.kind in TIMES
        )
        if dates:
            found.append((span_of_value(dates[0].value), entity, dates))
    return sorted(found, key=lambda each: each[0])


def _figures(guide: Guide) -> Iterator[Entry]:
    """Yield the newest numbers that hold for a day."""
    stated = guide.knowledge.statements
    dated = [s for s in stated if s.as_of and s.value.kind == "number"]
    dated.sort(key=lambda s: s.as_of or "")
    newest = {(s.entity, s.relation): s for s in dated}
    ranked = sorted(newest.values(), key=lambda s: s.as_of or "", reverse=True)
    for statement in ranked[:_FIGURES]:
        name = name_of(guide.knowledge.entities[statement.entity], guide)
        label = f"{name}, {label_of(guide, statement.relation)}"
        yield line(guide, label, (statement,))


def _documents(guide: Guide) -> Iterator[Entry]:
    documents = [d for d in guide.knowledge.documents.values() if d.date]
    documents.sort(key=lambda d: d.date or "", reverse=True)
    texts = guide.texts
    for document in documents[:_DOCUMENTS]:
        date = format_date(document.date or "", guide.tongue.words)
        text = texts.newest_document.format(date=date, title=document.title)
        yield Entry(text, (cite_document(document),))
