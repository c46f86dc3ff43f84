"""The articles of the instruments, as far as the documents tell of them."""

from collections.abc import Iterator, Sequence

from bot.answering.facts import is_at
from bot.answering.wording import capitalized, word_value
from bot.catalogue.facts import (
    cite,
    label_of,
    lead_to,
    name_of,
    of_kind,
    passage_number,
    share,
)
from bot.catalogue.links import payload_of_entity
from bot.catalogue.model import Entry, Guide, Listing
from bot.catalogue.naming import is_a
from bot.catalogue.pinpointing import Reference, read_reference
from bot.reply import Button
from index.model import Entity, Statement

ARTICLE = "article"  # the kind of all articles, whatever their instrument
_HEADING = "heading"  # the relation that holds what an article is headed


def article(guide: Guide, words: str) -> Listing:
    """List what is stated of an article, or of which instruments it may be."""
    if words in guide.knowledge.entities:
        return open_article(guide, guide.knowledge.entities[words])
    reference = read_reference(guide, words)
    if reference is None:
        return guide.usage("article", guide.texts.article_usage)
    found = _articles(guide, reference)
    if len(found) == 1:
        return open_article(guide, found[0], reference.place)
    number = reference.number
    if found:
        return Listing(
            guide.texts.article_many.format(number=number), _choices(guide, found)
        )
    near = _nearest(guide, reference)
    return Listing(
        guide.texts.article_unknown.format(number=number), _choices(guide, near)
    )


def open_article(guide: Guide, entity: Entity, place: str | None = None) -> Listing:
    """List what is stated of one article, or of a paragraph where it is told apart."""
    stated = [s for s in guide.knowledge.statements if s.entity == entity.id]
    headings = [s for s in stated if s.relation == _HEADING]
    rest = sorted((s for s in stated if s not in headings), key=_reading_order)
    placed = [s for s in rest if is_at(s, place)]
    texts = guide.texts
    note = texts.paragraph_unknown.format(place=place) if place and not placed else None
    return Listing(
        _title(guide, entity, headings),
        tuple(_told(guide, placed or rest or headings)),
        note=note,
        buttons=(
            *_neighbours(guide, entity),
            share(guide, payload_of_entity(entity)),
        ),
    )


def _articles(guide: Guide, reference: Reference) -> tuple[Entity, ...]:
    return tuple(
        entity
        for entity in _all(guide)
        if entity.number == reference.number
        and (not reference.wholes or entity.part_of in reference.wholes)
    )


def _all(guide: Guide) -> Iterator[Entity]:
    """Yield all articles, those of each instrument together."""
    order = list(guide.knowledge.entities)
    found = (
        e
        for e in guide.knowledge.entities.values()
        if is_a(guide.knowledge, e, ARTICLE)
    )
    yield from sorted(
        (e for e in found if e.part_of in order),
        key=lambda e: order.index(e.part_of or ""),
    )


def _nearest(guide: Guide, reference: Reference) -> tuple[Entity, ...]:
    """Give the same number of other instruments, and the nearest of those named."""
    wholes, number = reference.wholes, reference.number
    same = [e for e in _all(guide) if e.number == number]
    of_named = [e for e in _all(guide) if not wholes or e.part_of in wholes]
    near = sorted(of_named, key=lambda e: abs((e.number or 0) - number))
    return (*near[:1], *(e for e in same if e not in near[:1]))


def _choices(guide: Guide, articles: Sequence[Entity]) -> tuple[Entry, ...]:
    return tuple(_choice(guide, each) for each in articles)


def _choice(guide: Guide, entity: Entity) -> Entry:
    headings = [
        s
        for s in guide.knowledge.statements
        if s.entity == entity.id and s.relation == _HEADING
    ]
    citations = tuple(cite(guide.knowledge, s) for s in headings)
    title = _title(guide, entity, headings)
    return Entry(title, citations, lead=lead_to(guide, entity))


def _title(guide: Guide, entity: Entity, headings: Sequence[Statement]) -> str:
    name = name_of(entity, guide)
    if not headings:
        return name
    heading = word_value(headings[0].value, guide.tongue.words)
    return guide.texts.labelled.format(label=name, value=heading)


def _told(guide: Guide, statements: Sequence[Statement]) -> Iterator[Entry]:
    """Write each sentence once, a short value behind the name of its relation."""
    told = {(s.document, s.quote): s for s in reversed(statements)}
    for statement in reversed(told.values()):
        text = word_value(statement.value, guide.tongue.words)
        if statement.value.kind != "text":
            label = capitalized(label_of(guide, statement.relation))
            text = guide.texts.labelled.format(label=label, value=text)
        yield Entry(text, (cite(guide.knowledge, statement),))


def _reading_order(statement: Statement) -> tuple[str, int]:
    return statement.document, passage_number(statement.passage)


def _neighbours(guide: Guide, entity: Entity) -> Iterator[Button]:
    """Yield a way to the article before and to the one behind."""
    numbered = of_kind(guide.knowledge, entity.kind)
    at = numbered.index(entity)
    for each, sign in (
        (numbered[at - 1 : at], "← {}"),
        (numbered[at + 1 : at + 2], "{} →"),
    ):
        for neighbour in each:
            label = sign.format(neighbour.number)
            yield lead_to(guide, neighbour, label=label, way="view")
