"""The meetings of bodies, which documents count: "it held its second meeting"."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from index.language.mentions import Gazetteer, Mention
from index.language.numbered import counted_id, ordinal_forms
from index.language.numbers import occasions, ordinal_before
from index.language.tokens import tokenize
from index.model import Entity
from index.vocabulary import Kind, Language, Vocabulary


class MeetingFinder:
    """Finds the counted meetings of bodies in texts of one language."""

    def __init__(
        self, vocabulary: Vocabulary, entities: Mapping[str, Entity], code: str
    ) -> None:
        """Take the bodies that are known, and how the language counts meetings."""
        self._language = vocabulary.languages[code]
        self._entities = entities
        self._code = code
        self._gazetteer = Gazetteer(vocabulary, entities, code)
        self._kinds = {k.id: k for k in vocabulary.kinds.values() if k.held_by}

    def found_in(self, title: str, texts: Iterable[str]) -> Iterator[Entity]:
        """Yield the meetings that a document counts, in reading order.

        A meeting is one of the only body that its sentence or, where that names
        none, the title of the document names.
        """
        host = self._only_body(title, self._mentions(title)) if self._kinds else None
        for text in (title, *texts) if self._kinds else ():
            mentions = self._mentions(text)
            body = self._only_body(text, mentions) or host
            for kind, number in self._counted(text, mentions) if body else ():
                if body and body.kind == kind.held_by:
                    yield meeting_of(body, kind, number, self._language, self._code)

    def _mentions(self, text: str) -> Sequence[Mention]:
        return self._gazetteer.find(text, tokenize(text, self._code))

    def _only_body(self, text: str, mentions: Iterable[Mention]) -> Entity | None:
        hosts = {kind.held_by for kind in self._kinds.values()}
        named = {m.entity for m in mentions if m.kind in hosts and m.entity}
        return self._entities.get(named.pop()) if len(named) == 1 else None

    def _counted(
        self, text: str, mentions: Iterable[Mention]
    ) -> Iterator[tuple[Kind, int]]:
        tokens = tokenize(text, self._code)
        for mention in mentions:
            kind = self._kinds.get(mention.kind)
            if kind is None or mention.entity or mention.plural:
                continue
            ordinal = ordinal_before(tokens, mention.first, self._language)
            if ordinal is not None:
                yield kind, ordinal[0]
        for _, _, number in occasions(tokens, self._language):
            for kind in self._kinds.values():
                yield kind, number


def meeting_of(
    body: Entity, kind: Kind, number: int, language: Language, code: str
) -> Entity:
    """Make the entity of a counted meeting, with every name that one may give it."""
    templates = language.kinds[kind.id].counted
    called = (*body.aliases.get(code, ()), *body.hints.get(code, ()))
    ordinals = ordinal_forms(number, language)
    display = templates[0].replace("{ordinal}", ordinals[0])
    return Entity(
        counted_id(body.id, kind.id, number),
        kind.id,
        {code: display.replace("{whole}", body.names[code])},
        {
            code: tuple(
                template.replace("{ordinal}", ordinal).replace("{whole}", whole)
                for template in templates[1:]
                for ordinal in ordinals
                for whole in called
            )
        },
        part_of=body.id,
    )
