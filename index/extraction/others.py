"""The sessions of bodies that no vocabulary knows, told from those that are known."""

from collections.abc import Iterable, Iterator
from itertools import chain

from index.extraction.marking import Marker
from index.extraction.sentence import Mark, Sentence
from index.extraction.texts import Text
from index.language.mentions import Gazetteer
from index.vocabulary import Kind, Language

# A kind, and the number of one of its entities.
Counted = tuple[str, int]


class OthersFinder:
    """Finds the numbers of sessions that are of bodies not known here."""

    def __init__(
        self,
        kinds: Iterable[Kind],
        language: Language,
        *,
        gazetteer: Gazetteer,
        marker: Marker,
    ) -> None:
        """Take all kinds; those that are numbered count."""
        self._language = language
        self._gazetteer = gazetteer
        self._marker = marker
        spoken = [k for k in kinds if k.numbered and k.id in language.kinds]
        self._numbered = {k.id for k in spoken if k.part_of}
        self._foreign = {k.id for k in spoken if not k.part_of}
        self._anchors = gazetteer.anchors(self._numbered | self._foreign)

    def find(self, sentences: Iterable[Text]) -> frozenset[Counted]:
        """Give those that sentences give another owner, or "its" and no owner."""
        counting = (s for s in sentences if not self._anchors.isdisjoint(s.words))
        marked = (self._marker.mark(text, None)[0] for text in counting)
        return frozenset(chain.from_iterable(map(self._found, marked)))

    def _found(self, sentence: Sentence) -> Iterator[Counted]:
        marks = [*chain.from_iterable(sentence.marks.values())]
        named = {mark.entity for mark in marks}
        for mark in marks:
            if mark.kind in self._foreign:
                words = {t.norm for t in sentence.tokens[mark.first : mark.stop]}
                for kind in self._numbered:
                    if not words.isdisjoint(self._language.kinds[kind].heads):
                        yield kind, number_of(mark)
            elif mark.kind in self._numbered and is_its(mark, sentence, self._language):
                owners = self._gazetteer.wholes(mark.entity, mark.kind)
                if named.isdisjoint(owners):
                    yield mark.kind, number_of(mark)


def is_its(entity: Mark, sentence: Sentence, language: Language) -> bool:
    """Tell whether a pronoun stands before an entity: "its third session"."""
    before = sentence.tokens[max(entity.first - 1, 0) : entity.first]
    return any(token.norm in language.words.get("referring", ()) for token in before)


def number_of(mark: Mark) -> int:
    """Give the number of a numbered entity, 3 of `session-3`."""
    return int(mark.entity.rpartition("-")[2])
