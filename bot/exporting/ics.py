"""Days as a calendar that phones and mail programs read: iCalendar, RFC 5545."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta

from icalendar import Calendar, Event


@dataclass(frozen=True, slots=True)
class Occasion:
    """Something that takes whole days, from the first to the last.

    `uid` stays the same when it is written again, so that calendars know it.
    """

    uid: str
    name: str
    first: date
    last: date
    place: str = ""
    told: str = ""
    url: str | None = None


def write_calendar(occasions: Iterable[Occasion], *, name: str, made: date) -> bytes:
    """Write occasions, in their order; `made` is the day on which they were known."""
    calendar = Calendar()
    calendar.add("prodid", "-//Palermo//EN")
    calendar.add("version", "2.0")
    calendar.add("method", "PUBLISH")
    calendar.add("x-wr-calname", name)
    stamp = datetime.combine(made, time(), UTC)
    for occasion in occasions:
        calendar.add_component(_event(occasion, stamp))
    written: bytes = calendar.to_ical()
    return written


def _event(occasion: Occasion, stamp: datetime) -> Event:
    event = Event()
    event.add("uid", f"{occasion.uid}@palermo")
    event.add("dtstamp", stamp)
    event.add("summary", occasion.name)
    event.add("dtstart", occasion.first)
    event.add("dtend", occasion.last + timedelta(days=1))  # the first day after it
    event.add("transp", "TRANSPARENT")  # whole days of a session block nobody's own
    optional = {
        "location": occasion.place,
        "description": occasion.told,
        "url": occasion.url,
    }
    for key, value in optional.items():
        if value:
            event.add(key, value)
    return event
