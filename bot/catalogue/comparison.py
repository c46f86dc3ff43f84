"""Two instruments, two sessions or any two things side by side."""

from collections.abc import Iterator, Sequence

from bot.answering.wording import capitalized, name_entity
from bot.catalogue.facts import about, label_of, lead_to, line, name_of, of_kind
from bot.catalogue.model import Entry, Guide, Listing
from bot.catalogue.naming import entities_in, numbers_in
from bot.catalogue.sessions import SESSION
from index.language.tokens import tokenize
from index.model import Entity, Statement, ValueKind

# What is short enough to stand beside another.
_SHORT: tuple[ValueKind, ...] = ("date", "interval", "number", "place")


def compare(guide: Guide, words: str) -> Listing:
    """Set two things side by side, relation by relation, each value cited."""
    pair = _pair(guide, words)
    if len(pair) < 2:
        return guide.usage("compare", guide.texts.compare_usage)
    one, other = pair
    title = guide.texts.compared.format(
        one=name_of(one, guide), other=name_entity(other, guide.tongue.code)
    )
    return Listing(
        title,
        tuple(_rows(guide, pair)),
        buttons=tuple(lead_to(guide, each) for each in pair),
    )


def _pair(guide: Guide, words: str) -> tuple[Entity, ...]:
    """Give the first two things named; bare numbers are those of sessions."""
    named = entities_in(guide, words)
    if named:
        return tuple(e for e in named if _is_stated(guide, e))[:2]
    tokens = tokenize(words, guide.tongue.code)
    sessions = {e.number: e for e in of_kind(guide.knowledge, SESSION)}
    numbers = dict.fromkeys(numbers_in(tokens, guide.tongue.words))
    return tuple(sessions[n] for n in numbers if n in sessions)[:2]


def _is_stated(guide: Guide, entity: Entity) -> bool:
    """Tell whether there is anything short to set beside another."""
    return bool(about(guide.knowledge, entity, kinds=_SHORT))


def _rows(guide: Guide, pair: Sequence[Entity]) -> Iterator[Entry]:
    stated = [about(guide.knowledge, entity, kinds=_SHORT) for entity in pair]
    told = {statement.relation for each in stated for statement in each}
    for relation in guide.knowledge.vocabulary.relations:
        if relation in told:
            label = f"{capitalized(label_of(guide, relation) or relation)}."
            cells = tuple(
                _cell(guide, entity, [s for s in each if s.relation == relation])
                for entity, each in zip(pair, stated, strict=True)
            )
            yield Entry(label, cells=cells)


def _cell(guide: Guide, entity: Entity, statements: Sequence[Statement]) -> Entry:
    name = name_of(entity, guide)
    if statements:
        return line(guide, name, statements)
    texts = guide.texts
    return Entry(texts.labelled.format(label=name, value=texts.not_stated))
