"""The counts of States Parties, now or as of a date."""

from collections.abc import Iterator, Sequence
from itertools import groupby

from bot.catalogue.facts import line, name_of, newest
from bot.catalogue.model import Entry, Guide, Listing
from bot.catalogue.pictures import picture_of_counts
from bot.dates import format_date
from index.knowledge import Knowledge
from index.language.times import find_times
from index.model import Statement

PARTIES = "parties"  # the relation that counts them


def parties(guide: Guide, words: str) -> Listing:
    """List the newest counts, or those known on the date that `words` hold.

    Where the documents reach no further back, the earliest count is given; a note
    says so whenever a count is not of the very date.
    """
    knowledge = guide.knowledge
    asked = _date_in(words, guide)
    shown = tuple(_counts(knowledge, asked))
    entries = tuple(_entry(guide, counts) for counts in shown)
    is_exact = all(_dated(s).startswith(asked or "") for each in shown for s in each)
    note = _note(guide, words, asked=asked, is_exact=is_exact)
    title = guide.texts.parties
    pictures = picture_of_counts(guide, title, tuple(_counted(knowledge)))
    return Listing(title, entries, note=note, pictures=pictures)


def _date_in(words: str, guide: Guide) -> str | None:
    times = find_times(words, guide.tongue.words)
    return times[0].value.parts[-1] if times else None


def _counts(knowledge: Knowledge, asked: str | None) -> Iterator[tuple[Statement, ...]]:
    for counts in _counted(knowledge):
        yield _known(counts, asked) if asked else tuple(newest(counts))


def _counted(knowledge: Knowledge) -> Iterator[tuple[Statement, ...]]:
    """Yield all counts of each entity, in the order of the entities."""
    order = list(knowledge.entities)
    counted = (s for s in knowledge.statements if s.relation == PARTIES)
    ranked = sorted(counted, key=lambda s: order.index(s.entity))
    for _, group in groupby(ranked, key=lambda s: s.entity):
        yield tuple(group)


def _known(counts: Sequence[Statement], asked: str) -> tuple[Statement, ...]:
    """Give the last counts up to a date, or the first ones after it."""
    dates = sorted({_dated(s) for s in counts})
    earlier = [date for date in dates if date <= asked or date.startswith(asked)]
    date = earlier[-1] if earlier else dates[0]
    return tuple(s for s in counts if _dated(s) == date)


def _dated(count: Statement) -> str:
    return count.as_of or ""


def _entry(guide: Guide, counts: Sequence[Statement]) -> Entry:
    entity = guide.knowledge.entities[counts[0].entity]
    return line(guide, name_of(entity, guide), counts)


def _note(guide: Guide, words: str, *, asked: str | None, is_exact: bool) -> str | None:
    texts = guide.texts
    if asked is None:
        return texts.date_not_read if words else None
    date = format_date(asked, guide.tongue.words)
    return None if is_exact else texts.parties_nearest.format(date=date)
