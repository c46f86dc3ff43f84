"""Statements in words: their names, labels, values and citations."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from bot.answering.model import Citation
from bot.answering.said import differing
from bot.answering.sources import cite_document
from bot.answering.wording import (
    capitalized,
    name_entity,
    word_date,
    word_items,
    word_value,
)
from bot.catalogue.links import payload_of_entity
from bot.catalogue.model import Entry, Guide
from bot.reply import Button, Way
from index.knowledge import Knowledge
from index.model import TIMES, Entity, Statement, ValueKind

DESCRIPTION = "description"  # the relation that tells what something is


def of_kind(knowledge: Knowledge, kind: str) -> tuple[Entity, ...]:
    """Give the entities of a kind: numbered ones in their order, others as listed."""
    found = (entity for entity in knowledge.entities.values() if entity.kind == kind)
    return tuple(sorted(found, key=lambda entity: entity.number or 0))


def about(
    knowledge: Knowledge, entity: Entity, *, kinds: Iterable[ValueKind] | None = None
) -> tuple[Statement, ...]:
    """Give what is stated of an entity, in the order of the relations.

    Of a figure or status only the newest is given; `kinds` limits the values.
    """
    order = list(knowledge.vocabulary.relations)
    stated = (s for s in knowledge.statements if s.entity == entity.id)
    if kinds is not None:
        wanted = frozenset(kinds)
        stated = (s for s in stated if s.value.kind in wanted)
    ranked = sorted(stated, key=lambda s: order.index(s.relation))
    groups = groupby(ranked, key=lambda s: s.relation)
    return tuple(s for _, group in groups for s in newest(tuple(group)))


def newest(statements: tuple[Statement, ...]) -> Iterator[Statement]:
    """Keep the statements of the latest date; all of them where none is dated."""
    latest = max(s.as_of or "" for s in statements)
    return (s for s in statements if (s.as_of or "") == latest)


def lines(guide: Guide, statements: Iterable[Statement]) -> Iterator[Entry]:
    """Write one entry a relation, such as "Entry into force: 3 July 2005".

    Statements of a relation must follow one another.
    """
    for relation, group in groupby(statements, key=lambda s: s.relation):
        yield line(guide, capitalized(label_of(guide, relation)), tuple(group))


def line(guide: Guide, label: str, statements: Sequence[Statement]) -> Entry:
    """Write what several statements of one matter say.

    Values that differ are all given; a value that several documents hold is written
    once and cited for each.
    """
    times = [s for s in statements if s.value.kind in TIMES]
    told = [s for s in statements if s not in times or s in differing(times)]
    values = dict.fromkeys(write_value(guide, s) for s in told)
    is_prose = all(s.value.kind == "text" for s in told)
    said = (" " if is_prose else "; ").join(values)
    labelled = guide.texts.labelled.format(label=label, value=said)
    text = labelled if label else said
    return Entry(text, tuple(cite(guide.knowledge, s) for s in statements))


def summarize(
    name: str, facts: Iterable[Entry], *, lead: Button | None = None
) -> Entry:
    """Write what is known of one thing as a single entry."""
    known = tuple(facts)
    citations = tuple(citation for fact in known for citation in fact.citations)
    said = (name, *(fact.text.removesuffix(".") for fact in known))
    return Entry(". ".join(said), citations, lead=lead)


def describe(guide: Guide, entity: Entity) -> tuple[Entry, ...]:
    """Write what tells best what an entity is, in the words of a document."""
    stated = [s for s in guide.knowledge.statements if s.entity == entity.id]
    described = [s for s in stated if s.relation == DESCRIPTION] or [
        s for s in stated if s.value.kind == "text"
    ]
    return tuple(
        Entry(word_value(s.value, guide.tongue.words), (cite(guide.knowledge, s),))
        for s in described[:1]
    )


def lead_to(
    guide: Guide, entity: Entity, *, label: str = "", way: Way = "lead"
) -> Button:
    """Give the button that opens all that is stated of an entity."""
    return Button(
        label or name_of(entity, guide), f"/start {payload_of_entity(entity)}", way=way
    )


def share(guide: Guide, payload: str) -> Button:
    """Give the button that hands out a link to what is shown."""
    return Button(guide.texts.copy_link, payload, way="share")


def passage_number(passage: str) -> int:
    """Give the place of a passage among those of its document, from 1."""
    return int(passage.rpartition("#")[2])


def label_of(guide: Guide, relation: str) -> str:
    """Name a relation; the empty text where it has no name."""
    named = guide.tongue.words.relations.get(relation)
    return named.label if named else ""


def name_of(entity: Entity, guide: Guide) -> str:
    """Name an entity as a line begins: "The Firearms Protocol"."""
    return capitalized(name_entity(entity, guide.tongue.code))


def write_value(guide: Guide, statement: Statement) -> str:
    """Write a value for a reader, with the date that it holds for."""
    language = guide.tongue.words
    is_list = statement.value.kind == "list"
    text = (
        "; ".join(word_items(statement.value, language))  # items may be whole sentences
        if is_list
        else word_value(statement.value, language)
    )
    if statement.as_of is None:
        return text
    date = word_date(statement.as_of, language)
    return guide.texts.value_as_of.format(value=text, date=date)


def cite(knowledge: Knowledge, statement: Statement) -> Citation:
    """Cite the passage that supports a statement, with the words relied on."""
    return cite_document(
        knowledge.documents[statement.document],
        passage=statement.passage,
        locator=statement.locator,
        snippet=statement.quote,
    )
