"""What a document is about, by its title or by how it begins."""

from collections.abc import Iterator, Mapping
from itertools import chain

from index.extraction.marking import Marker
from index.extraction.sentence import Mark
from index.extraction.setting import DocumentRead
from index.extraction.texts import Text
from index.language.mentions import Gazetteer
from index.language.times import find_times
from index.model import Value
from index.vocabulary import Kind, Language


class TopicFinder:
    """Finds what documents in one language are about."""

    def __init__(
        self,
        kinds: Mapping[str, Kind],
        language: Language,
        *,
        gazetteer: Gazetteer,
        marker: Marker,
    ) -> None:
        """Take the names of entities, and what marks them in a sentence."""
        self._kinds = kinds
        self._language = language
        self._gazetteer = gazetteer
        self._marker = marker

    def find(self, document: DocumentRead) -> Mark | None:
        """Give what a document is about, by its title, else by how it begins.

        A title that names a body and the time of a meeting speaks of the meeting
        that the document dates so. One that names nothing leaves it to the first
        passage, where that names a single session or meeting. `others` are the kinds
        and numbers of sessions of bodies that are not known.
        """
        title = document.document.title
        topic = self._marker.topic(Text(title, self._gazetteer, self._language))
        if topic is None:
            return self._only_gathering(document) or self._only_treaty(document)
        times = find_times(title, self._language)
        if len(times) != 1 or not self._holds_meetings(topic.kind):
            return topic
        met = {
            mark.entity: mark
            for passage in document.passages()
            for said in passage.sentences
            for mark in self._dated(said.sentence, topic, times[0].value)
        }
        return next(iter(met.values())) if len(met) == 1 else topic

    def _only_gathering(self, document: DocumentRead) -> Mark | None:
        first = next(document.passages(), None)
        text = first.text if first else None
        named = text.mentions if text else ()
        met = {m.entity: m for m in named if m.entity and self.is_gathering(m.kind)}
        if len(met) != 1 or text is None:
            return None
        ((entity, mention),) = met.items()
        whole = set(self._gazetteer.wholes(entity, mention.kind))
        is_bare = self.is_numbered(mention.kind) and any(
            text.text[: mention.end].casefold().endswith(noun)
            for noun in self._language.kinds[mention.kind].heads
        )
        is_sure = not is_bare or any(m.entity in whole for m in named)
        found = Mark(0, 0, mention.kind, entity=entity)
        others = document.counted_by_others
        is_others = is_sure and any(
            (mention.kind, n) in others for n in _numbers(entity)
        )
        return found if is_sure and not is_others else None

    def _only_treaty(self, document: DocumentRead) -> Mark | None:
        """Give the one treaty of its kind that a document names, and names first.

        Where a title names nothing ("A landmark treaty"), "the Protocol" is that one.
        """
        first: Mark | None = None
        for passage in document.passages():
            treaties = {
                m.entity: Mark(0, 0, m.kind, entity=m.entity)
                for m in passage.text.mentions
                if m.entity and not m.hint and self._gazetteer.parent(m.kind)
            }
            first = first or next(iter(treaties.values()), None)
            if first is None:
                continue
            kinds = [*(t.kind for t in treaties.values() if t != first)]
            if first.kind in (*kinds, *(other.kind for other in passage.text.others)):
                return None
        return first if first and self._gazetteer.is_open(first.kind) else None

    def _dated(self, text: Text, body: Mark, time: Value) -> Iterator[Mark]:
        """Yield the meetings of a body in a sentence that gives just this time."""
        if [t.value for t in find_times(text.text, self._language)] == [time]:
            sentence, _ = self._marker.mark(text, body)
            for mark in chain.from_iterable(sentence.marks.values()):
                wholes = self._gazetteer.wholes(mark.entity, mark.kind)
                if mark.entity and body.entity in wholes:
                    yield mark

    def is_numbered(self, kind: str) -> bool:
        """Tell whether the entities of a kind are made by their numbers."""
        found = self._kinds[kind]
        is_spoken = kind in self._language.kinds
        return found.numbered and found.part_of is not None and is_spoken

    def is_gathering(self, kind: str) -> bool:
        """Tell whether a kind is one of sessions, or of the meetings of bodies."""
        found = self._kinds[kind]
        is_session = self.is_numbered(kind) and not found.speaks_for_whole
        return is_session or found.held_by is not None

    def _holds_meetings(self, kind: str) -> bool:
        return any(other.held_by == kind for other in self._kinds.values())


def _numbers(entity: str) -> Iterator[int]:
    """Yield the number of a numbered entity, 3 of `session-3`."""
    digits = entity.rpartition("-")[2]
    if digits.isdecimal():
        yield int(digits)
