"""What a document is about, by its title or by how it begins."""

from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from itertools import chain

from index.extraction.marking import Marker
from index.extraction.sentence import Mark
from index.language.mentions import Gazetteer
from index.language.sentences import split_sentences
from index.language.times import find_times
from index.language.tokens import tokenize
from index.model import Document, Passage, Value
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
        numbered: Container[str],
        code: str,
    ) -> None:
        """Take the names of entities, and what marks them in a sentence.

        `numbered` are the kinds whose entities are made by their numbers.
        """
        self._kinds = kinds
        self._language = language
        self._gazetteer = gazetteer
        self._marker = marker
        self._numbered = numbered
        self._code = code

    def find(
        self,
        document: Document,
        passages: Sequence[Passage],
        others: Container[tuple[str, int]],
    ) -> Mark | None:
        """Give what a document is about, by its title, else by how it begins.

        A title that names a body and the time of a meeting speaks of the meeting
        that the document dates so. One that names nothing leaves it to the first
        passage, where that names a single session or meeting. `others` are the kinds
        and numbers of sessions of bodies that are not known.
        """
        topic = self._marker.topic(document.title)
        if topic is None and passages:
            gathering = self._only_gathering(passages[0].text, others)
            return gathering or self._only_treaty(passages)
        if topic is None:
            return None
        times = find_times(document.title, self._language)
        if len(times) != 1 or not self._holds_meetings(topic.kind):
            return topic
        met = {
            mark.entity: mark
            for passage in passages
            for mark in self._dated(passage.text, topic, times[0].value)
        }
        return next(iter(met.values())) if len(met) == 1 else topic

    def _only_gathering(
        self, text: str, others: Container[tuple[str, int]]
    ) -> Mark | None:
        named = self._gazetteer.find(text, tokenize(text, self._code))
        met = {m.entity: m for m in named if m.entity and self.is_gathering(m.kind)}
        if len(met) != 1:
            return None
        ((entity, mention),) = met.items()
        whole = set(self._gazetteer.wholes(entity, mention.kind))
        is_bare = mention.kind in self._numbered and any(
            text[: mention.end].casefold().endswith(noun)
            for noun in self._language.kinds[mention.kind].heads
        )
        is_sure = not is_bare or any(m.entity in whole for m in named)
        is_others = any((mention.kind, n) in others for n in _numbers(entity))
        found = Mark(0, 0, mention.kind, entity=entity)
        return found if is_sure and not is_others else None

    def _only_treaty(self, passages: Iterable[Passage]) -> Mark | None:
        """Give the one treaty of its kind that a document names, and names first.

        Where a title names nothing ("A landmark treaty"), "the Protocol" is that one.
        """
        first: Mark | None = None
        for passage in passages:
            tokens = tokenize(passage.text, self._code)
            named = self._gazetteer.find(passage.text, tokens)
            treaties = {
                m.entity: Mark(0, 0, m.kind, entity=m.entity)
                for m in named
                if m.entity and not m.hint and self._gazetteer.parent(m.kind)
            }
            first = first or next(iter(treaties.values()), None)
            if first is None:
                continue
            others = self._gazetteer.others(passage.text, tokens)
            kinds = [*(t.kind for t in treaties.values() if t != first)]
            if first.kind in (*kinds, *(other.kind for other in others)):
                return None
        return first if first and self._gazetteer.is_open(first.kind) else None

    def _dated(self, text: str, body: Mark, time: Value) -> Iterator[Mark]:
        """Yield the meetings of a body in sentences that give just this time."""
        for start, end in split_sentences(text, self._language.abbreviations):
            said = text[start:end]
            if [t.value for t in find_times(said, self._language)] == [time]:
                sentence, _ = self._marker.mark(said, body)
                for mark in chain.from_iterable(sentence.marks.values()):
                    wholes = self._gazetteer.wholes(mark.entity, mark.kind)
                    if mark.entity and body.entity in wholes:
                        yield mark

    def is_gathering(self, kind: str) -> bool:
        """Tell whether a kind is one of sessions, or of the meetings of bodies."""
        found = self._kinds[kind]
        is_session = kind in self._numbered and not found.speaks_for_whole
        return is_session or found.held_by is not None

    def _holds_meetings(self, kind: str) -> bool:
        return any(other.held_by == kind for other in self._kinds.values())


def _numbers(entity: str) -> Iterator[int]:
    """Yield the number of a numbered entity, 3 of `session-3`."""
    digits = entity.rpartition("-")[2]
    if digits.isdecimal():
        yield int(digits)
