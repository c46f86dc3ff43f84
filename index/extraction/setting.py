"""Where a sentence stands: its passage and its document."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from index.extraction.others import Counted, OthersFinder
from index.extraction.texts import Text
from index.language.sentences import split_sentences, split_with_items
from index.model import Document, Passage
from index.vocabulary import Language

MakeText = Callable[[str], Text]


@dataclass(frozen=True, slots=True)
class Said:
    """A sentence of a passage, and all of it that is one with the list behind it."""

    sentence: Text
    with_list: str


class PassageRead:
    """A passage as text; it is cut into sentences when these are asked for."""

    def __init__(self, passage: Passage, language: Language, text: MakeText) -> None:
        """Take a passage, and what makes texts of it and of its sentences."""
        self.passage = passage
        self.text = text(passage.text)
        self._make = text
        self._language = language

    @cached_property
    def sentences(self) -> Sequence[Said]:
        """Its sentences, in reading order."""
        text, abbreviations = self.passage.text, self._language.abbreviations
        ends = dict(split_with_items(text, abbreviations))
        return [
            Said(self._make(text[start:end]), text[start : ends.get(start, end)])
            for start, end in split_sentences(text, abbreviations)
        ]


class DocumentRead:
    """A document in its passages, which may be too many to be held as texts."""

    def __init__(
        self,
        document: Document,
        passages: Sequence[Passage],
        read: Callable[[Passage], PassageRead],
        *,
        others: OthersFinder,
    ) -> None:
        """Take a document, and what finds the sessions that are of others."""
        self.document = document
        self._passages = passages
        self._read = read
        self._others = others

    def passages(self) -> Iterator[PassageRead]:
        """Read the passages, one after the other."""
        return map(self._read, self._passages)

    @cached_property
    def counted_by_others(self) -> frozenset[Counted]:
        """The numbers of sessions that are of bodies not known, by their kinds."""
        return self._others.find(
            said.sentence for passage in self.passages() for said in passage.sentences
        )


@dataclass(frozen=True, slots=True)
class Setting:
    """What surrounds a sentence."""

    passage: PassageRead
    document: DocumentRead
