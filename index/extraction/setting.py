"""Where a sentence stands: its passage and its document, read once for all."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from index.extraction.others import Counted, OthersFinder
from index.extraction.texts import Text
from index.model import Document, Passage


@dataclass(frozen=True, slots=True)
class Said:
    """A sentence of a passage, and all of it that is one with the list behind it."""

    sentence: Text
    with_list: str


@dataclass(frozen=True, slots=True)
class PassageRead:
    """A passage as text and in its sentences."""

    passage: Passage
    text: Text
    sentences: Sequence[Said]


class DocumentRead:
    """A document in its passages."""

    def __init__(
        self,
        document: Document,
        passages: Sequence[PassageRead],
        others: OthersFinder,
    ) -> None:
        """Take a document, and what finds the sessions that are of others."""
        self.document = document
        self.passages = passages
        self._others = others

    @cached_property
    def counted_by_others(self) -> frozenset[Counted]:
        """The numbers of sessions that are of bodies not known, by their kinds."""
        return self._others.find(
            said.sentence for passage in self.passages for said in passage.sentences
        )


@dataclass(frozen=True, slots=True)
class Setting:
    """What surrounds a sentence."""

    passage: PassageRead
    document: DocumentRead
