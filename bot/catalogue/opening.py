"""Open one thing: all that is stated of an entity, or a passage in its document."""

from collections.abc import Iterator

from rapidfuzz import fuzz, process

from bot.answering.model import Answer
from bot.answering.sources import cite_document
from bot.catalogue.articles import ARTICLE, open_article
from bot.catalogue.facts import about, lead_to, lines, name_of, share
from bot.catalogue.links import (
    Place,
    find_entity,
    find_passage,
    payload_of_entity,
    payload_of_passage,
)
from bot.catalogue.model import Entry, Guide, Listing
from bot.catalogue.naming import is_a
from bot.dates import format_date
from bot.markup import web_address
from bot.reply import Button, Way
from index.model import Document, Entity, Passage

_MOST_SOURCES = 8
_MOST_NAMED = 3  # sources that are told apart by a word, not by a mere number
_MOST_LEADS = 4
_LEAST_ALIKE = 50  # of 100, for what is offered in place of what is gone


def open_payload(guide: Guide, payload: str) -> Listing:
    """Open what a link or a button leads to, or offer what is nearest to it."""
    entity = find_entity(guide.shelf, payload)
    if entity is not None:
        return open_entity(guide, entity)
    place = find_passage(guide.shelf, payload)
    return open_passage(guide, place) if place else _gone(guide, payload)


def open_entity(guide: Guide, entity: Entity) -> Listing:
    """List what is stated of an entity, as fits its kind."""
    if is_a(guide.knowledge, entity, ARTICLE):
        return open_article(guide, entity)
    stated = about(guide.knowledge, entity)
    return Listing(
        name_of(entity, guide),
        tuple(lines(guide, stated)),
        buttons=(share(guide, payload_of_entity(entity)),),
    )


def open_passage(guide: Guide, place: Place) -> Listing:
    """Show a passage whole, its document's provenance, and the way on and back."""
    passage = place.passage
    document = guide.knowledge.documents[passage.document]
    passages = guide.shelf.passages_of(document.id)
    at = passages.index(passage)
    texts = guide.texts
    cited = cite_document(
        document, passage=passage.id, locator=passage.locator, snippet=passage.text
    )
    told = (Entry(text) for text in _provenance(guide, document, passage))
    title = texts.passage.format(
        locator=passage.locator, number=at + 1, count=len(passages)
    )
    ways = (
        *_turn(texts.passage_before, passages[max(at - 1, 0) : at]),
        *_turn(texts.passage_after, passages[at + 1 : at + 2]),
    )
    return Listing(
        title,
        (*told, Entry("", (cited,))),
        note=None if place.is_same else texts.passage_changed,
        buttons=(*ways, *_out(guide, document, passage), *_stated(guide, passage)),
        is_source=True,
    )


def sources_of(guide: Guide, answer: Answer) -> tuple[Button, ...]:
    """Give a button for each passage that an answer cites, that opens it in context."""
    numbers: dict[str, int] = {}
    for number, citation in enumerate(answer.citations, start=1):
        numbers.setdefault(citation.passage, number)
    found = {n: guide.shelf.passage(id_) for id_, n in numbers.items()}
    cited = {n: passage for n, passage in found.items() if passage}
    texts = guide.texts
    if len(cited) == 1:
        labels = dict.fromkeys(cited, texts.source)
    else:
        is_few = len(cited) <= _MOST_NAMED
        label = texts.source_numbered if is_few else "[{number}]"
        labels = {number: label.format(number=number) for number in cited}
    buttons = (_opening(labels[n], passage) for n, passage in cited.items())
    return tuple(buttons)[:_MOST_SOURCES]


def _opening(label: str, passage: Passage, *, way: Way = "source") -> Button:
    return Button(label, f"/start {payload_of_passage(passage)}", way=way)


def _turn(label: str, beside: tuple[Passage, ...]) -> Iterator[Button]:
    for passage in beside:
        yield _opening(label, passage, way="view")


def _out(guide: Guide, document: Document, passage: Passage) -> Iterator[Button]:
    """Yield the ways out of the chat: to the original, and a link to this passage."""
    if url := web_address(document.url):
        yield Button(guide.texts.original, url, way="link")
    yield share(guide, payload_of_passage(passage))


def _stated(guide: Guide, passage: Passage) -> tuple[Button, ...]:
    """Give the ways to what the passage states something of."""
    stated = guide.knowledge.statements
    ids = dict.fromkeys(s.entity for s in stated if s.passage == passage.id)
    entities = (guide.knowledge.entities[id_] for id_ in ids)
    return tuple(lead_to(guide, each) for each in entities)[:_MOST_LEADS]


def _provenance(guide: Guide, document: Document, passage: Passage) -> Iterator[str]:
    texts = guide.texts
    told = (
        (texts.provenance_publisher, document.publisher),
        (texts.provenance_date, format_date(document.date or "", guide.tongue.words)),
        (texts.provenance_language, document.language),
        (texts.provenance_section, passage.heading),
    )
    for label, value in told:
        if value:
            yield texts.labelled.format(label=label, value=value)


def _gone(guide: Guide, payload: str) -> Listing:
    """Say kindly that something is not there, and offer what is called alike."""
    name = payload.partition("_")[0]
    entities, documents = guide.knowledge.entities, guide.knowledge.documents
    leads = {id_: lead_to(guide, entity) for id_, entity in entities.items()}
    for id_, document in documents.items():
        for passage in guide.shelf.passages_of(id_)[:1]:
            leads[id_] = _opening(document.title, passage, way="lead")
    found = process.extract(
        name,
        list(leads),
        scorer=fuzz.ratio,
        score_cutoff=_LEAST_ALIKE,
        limit=_MOST_LEADS,
    )
    near = tuple(leads[id_] for id_, _, _ in found)
    texts = guide.texts
    return Listing(
        texts.link_gone, note=texts.did_you_mean if near else None, buttons=near
    )
