"""What is seen sooner than read: counts over time, and what happened when."""

from collections.abc import Sequence
from datetime import date
from functools import partial
from itertools import groupby

from bot.answering.spans import span_of, span_of_value
from bot.answering.wording import capitalized
from bot.catalogue.facts import name_of, write_value
from bot.catalogue.model import Guide
from bot.catalogue.naming import lineage
from bot.exporting.plots import Lane, Series, plot_lanes, plot_series
from bot.reply import Picture
from index.model import Statement

_LEAST_POINTS = 2  # of a line; a single number needs no picture
_LEAST_EVENTS = 3


def picture_of_counts(
    guide: Guide, title: str, counts: Sequence[Sequence[Statement]]
) -> tuple[Picture, ...]:
    """Draw the counts of several entities over time, if there are enough of them."""
    dated = [sorted(filter(_dated, group), key=_dated) for group in counts]
    shown = [group for group in dated if len(group) >= _LEAST_POINTS]
    if not shown:
        return ()
    drawn = tuple(_series(guide, group) for group in shown)
    told = ". ".join(_tell(guide, group) for group in shown)
    caption = guide.texts.picture.format(title=title, told=told)
    return (Picture("parties.png", caption, partial(plot_series, title, drawn)),)


def picture_of_times(
    guide: Guide, title: str, statements: Sequence[Statement]
) -> tuple[Picture, ...]:
    """Draw what happened when, a lane for each kind of thing, if it is enough."""
    if len(statements) < _LEAST_EVENTS:
        return ()
    named = [(_kind_of(guide, s), s) for s in statements]
    named.sort(key=lambda each: each[0])
    lanes = tuple(
        Lane(name, tuple(_span(s) for _, s in group))
        for name, group in groupby(named, key=lambda each: each[0])
    )
    labelled = guide.texts.labelled
    counted = (labelled.format(label=e.name, value=len(e.spans)) for e in lanes)
    caption = guide.texts.picture.format(title=title, told=". ".join(counted))
    return (Picture("timeline.png", caption, partial(plot_lanes, title, lanes)),)


def _dated(count: Statement) -> str:
    return count.as_of or ""


def _series(guide: Guide, counts: Sequence[Statement]) -> Series:
    entity = guide.knowledge.entities[counts[0].entity]
    points = ((span_of(_dated(s)).first, int(s.value.parts[0])) for s in counts)
    return Series(name_of(entity, guide), tuple(points))


def _tell(guide: Guide, counts: Sequence[Statement]) -> str:
    """Tell the first and the last of some counts: all that a line shows at a glance."""
    name = name_of(guide.knowledge.entities[counts[0].entity], guide)
    ends = (write_value(guide, each) for each in (counts[0], counts[-1]))
    return guide.texts.labelled.format(label=name, value=" – ".join(ends))


def _kind_of(guide: Guide, statement: Statement) -> str:
    """Name the kind of what happened: "Sessions"."""
    entity = guide.knowledge.entities[statement.entity]
    for kind in reversed(tuple(lineage(guide.knowledge, entity.kind))):
        words = guide.tongue.words.kinds.get(kind)
        if words and words.plural:
            return capitalized(words.plural[0])
    return name_of(entity, guide)


def _span(statement: Statement) -> tuple[date, date]:
    span = span_of_value(statement.value)
    return span.first, span.last
