"""The meetings of bodies, which documents count: "it held its second meeting"."""

from collections.abc import Iterable, Iterator, Sequence

from index.language.mentions import Gazetteer, Mention
from index.language.numbered import counted_id, ordinal_forms
from index.language.numbers import occasions, ordinal_before
from index.language.tokens import Token, tokenize
from index.model import Entity
from index.vocabulary import Kind, Language, Vocabulary


class MeetingFinder:
    """Finds the counted meetings of bodies in texts of one language."""

    def __init__(self, vocabulary: Vocabulary, gazetteer: Gazetteer) -> None:
        """Take the bodies that are known, and how the language counts meetings."""
        self._language = vocabulary.languages[gazetteer.code]
        self._code = gazetteer.code
        self._gazetteer = gazetteer
        self._kinds = {k.id: k for k in vocabulary.kinds.values() if k.held_by}

    def found_in(self, title: str, texts: Iterable[str]) -> Iterator[Entity]:
        """Yield the meetings that a document counts, in reading order.

        A meeting is one of the only body that its sentence or, where that names
        none, the title of the document names.
        """
        if not self._kinds:
            return
        named = self._gazetteer.find(title, tokenize(title, self._code))
        host = self._only_body(named)
        for text in (title, *texts):
            tokens = tokenize(text, self._code)
            mentions = self._gazetteer.find(text, tokens)
            body = self._only_body(mentions) or host
            counted = find_counted(tokens, mentions, self._language, self._kinds)
            for _, _, kind_id, number in counted if body else ():
                kind = self._kinds.get(kind_id)
                if body and kind and body.kind == kind.held_by:
                    yield meeting_of(body, kind, number, self._language, self._code)

    def _only_body(self, mentions: Iterable[Mention]) -> Entity | None:
        hosts = {kind.held_by for kind in self._kinds.values()}
        named = {m.entity for m in mentions if m.kind in hosts and m.entity}
        return self._gazetteer.entities.get(named.pop()) if len(named) == 1 else None


def find_counted(
    tokens: Sequence[Token],
    mentions: Iterable[Mention],
    language: Language,
    held: Iterable[str],
) -> Iterator[tuple[int, int, str, int]]:
    """Find what a text counts: "its second meeting", "met for the second time".

    Yields the first token and that behind the last, the kind and the number. Of what
    happens so often, but is not named, it may be any of the kinds that are `held`.
    """
    for mention in mentions:
        if mention.entity is None and not mention.plural:
            ordinal = ordinal_before(tokens, mention.first, language)
            if ordinal is not None:
                number, first = ordinal
                yield first, mention.stop, mention.kind, number
    for first, stop, number in occasions(tokens, language):
        for kind in held:
            yield first, stop, kind, number


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
