"""Sessions and meetings as days of a calendar."""

from collections import Counter
from collections.abc import Iterator, Sequence

from bot.answering.spans import is_to_the_day, span_of_value
from bot.answering.wording import word_value
from bot.catalogue.facts import cite, line, name_of
from bot.catalogue.model import Entry, Guide, Listing
from bot.catalogue.naming import is_a
from bot.catalogue.sessions import SESSION
from bot.exporting.ics import Occasion, write_calendar
from bot.markup import web_address
from bot.reply import File
from index.model import TIMES, Entity, Statement

_KINDS = (SESSION, "meeting")
_PLACE = "place"


def calendar(guide: Guide, _words: str) -> Listing:
    """List the sessions and meetings with their days, and give them as a calendar.

    Those whose days are not known are told, but stand in no calendar.
    """
    texts = guide.texts
    dated = tuple(_dated(guide))
    to_the_day = [each for each in dated if _is_to_the_day(each[1])]
    occasions = [_occasion(guide, entity, days) for entity, days in to_the_day]
    content = write_calendar(occasions, name=texts.calendar, made=guide.today)
    left_out = len(dated) - len(to_the_day)
    file = File("palermo.ics", content)
    return Listing(
        texts.calendar,
        tuple(_entry(guide, entity, days) for entity, days in reversed(dated)),
        note=texts.calendar_left_out.format(count=left_out) if left_out else None,
        files=(file,) if occasions else (),
    )


def _dated(guide: Guide) -> Iterator[tuple[Entity, Sequence[Statement]]]:
    """Yield sessions and meetings with the days that most sources give, in order."""
    found = []
    for entity in guide.knowledge.entities.values():
        if any(is_a(guide.knowledge, entity, kind) for kind in _KINDS):
            days = [
                s
                for s in guide.knowledge.statements
                if s.entity == entity.id and s.value.kind in TIMES
            ]
            if days:
                found.append((entity, _agreed(days)))
    yield from sorted(found, key=lambda each: span_of_value(each[1][0].value))


def _agreed(days: Sequence[Statement]) -> Sequence[Statement]:
    """Give the statements of the value that stands in most of them."""
    (value, _), *_ = Counter(s.value for s in days).most_common()
    return [s for s in days if s.value == value]


def _is_to_the_day(days: Sequence[Statement]) -> bool:
    return all(map(is_to_the_day, days[0].value.parts))


def _entry(guide: Guide, entity: Entity, days: Sequence[Statement]) -> Entry:
    return line(guide, name_of(entity, guide), days)


def _occasion(guide: Guide, entity: Entity, days: Sequence[Statement]) -> Occasion:
    span = span_of_value(days[0].value)
    places = (
        s
        for s in guide.knowledge.statements
        if s.entity == entity.id and s.relation == _PLACE
    )
    place = next((word_value(s.value, guide.tongue.words) for s in places), "")
    cited = cite(guide.knowledge, days[0])
    return Occasion(
        entity.id,
        name_of(entity, guide),
        span.first,
        span.last,
        place=place,
        told=guide.texts.labelled.format(label=cited.title, value=cited.snippet),
        url=web_address(cited.url),
    )
