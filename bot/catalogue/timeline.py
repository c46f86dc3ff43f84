"""Everything that has a date, in the order in which it happened."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from itertools import groupby

from bot.answering.spans import Span, span_of_value
from bot.catalogue.facts import cite, label_of, name_of, write_value
from bot.catalogue.model import Entry, Guide, Listing
from bot.catalogue.naming import lineage, read_names
from bot.catalogue.pictures import picture_of_times
from bot.catalogue.views import kind_views
from index.language.times import find_times
from index.model import TIMES, Statement


@dataclass(frozen=True, slots=True)
class Period:
    """What part of a timeline is asked for.

    `words` are those that name the days, and `kind` is that of the entities to be
    shown, if only one is.
    """

    span: Span
    words: str
    kind: str | None


def dates(guide: Guide, _words: str) -> Listing:
    """List the dated facts, oldest first."""
    return Listing(guide.texts.dates, _entries(guide, dated(guide)))


def timeline(guide: Guide, words: str) -> Listing:
    """List what happened from one day to another, all or only of one kind."""
    period = read_period(guide, words)
    if period is None:
        return guide.usage("timeline", guide.texts.timeline_usage)
    within = tuple(s for s in dated(guide) if period.span.overlaps(_span(s)))
    shown = tuple(s for s in within if _is_of(guide, s, period.kind))
    entities = guide.knowledge.entities
    title = " ".join((guide.texts.timeline, period.words)).rstrip()
    return Listing(
        title,
        _entries(guide, shown),
        note=None if shown else guide.texts.timeline_none,
        buttons=kind_views(
            guide,
            " ".join(("/timeline", period.words)).rstrip(),
            (entities[s.entity] for s in within),
            shown=period.kind,
        ),
        pictures=picture_of_times(guide, title, shown),
    )


def read_period(guide: Guide, words: str) -> Period | None:
    """Read "2003 2005", "since March 2004 sessions"; None where no day is read.

    One date alone is where the timeline begins.
    """
    times = find_times(words, guide.tongue.words)
    kinds = read_names(guide, words).kinds
    if words and not times and not kinds:
        return None
    spans = [span_of_value(time.value) for time in times]
    is_open = len(spans) == 1 and times[0].value.kind != "interval"
    first = min((span.first for span in spans), default=date.min)
    last = date.max if is_open or not spans else max(span.last for span in spans)
    said = " – ".join(words[time.start : time.end] for time in times)
    return Period(Span(first, last), said, kinds[0] if kinds else None)


def dated(guide: Guide) -> tuple[Statement, ...]:
    """Give the statements of days, oldest first."""
    stated = guide.knowledge.statements
    return tuple(sorted((s for s in stated if s.value.kind in TIMES), key=_place))


def _is_of(guide: Guide, statement: Statement, kind: str | None) -> bool:
    entity = guide.knowledge.entities[statement.entity]
    return kind is None or kind in lineage(guide.knowledge, entity.kind)


def _span(statement: Statement) -> Span:
    return span_of_value(statement.value)


def _entries(guide: Guide, statements: tuple[Statement, ...]) -> tuple[Entry, ...]:
    return tuple(_merged(guide, statements))


def _merged(guide: Guide, statements: tuple[Statement, ...]) -> Iterator[Entry]:
    for _, group in groupby(statements, key=_place):
        alike = tuple(group)
        citations = tuple(cite(guide.knowledge, statement) for statement in alike)
        yield Entry(_describe(guide, alike[0]), citations)


def _place(statement: Statement) -> tuple[tuple[str, ...], str, str]:
    return statement.value.parts, statement.entity, statement.relation


def _describe(guide: Guide, statement: Statement) -> str:
    name = name_of(guide.knowledge.entities[statement.entity], guide)
    label = label_of(guide, statement.relation)
    what = f"{name}, {label}" if label else name
    said = write_value(guide, statement)
    return guide.texts.labelled.format(label=said, value=what)
