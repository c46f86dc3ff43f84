"""Everything that a generation knows beside its postings."""

from collections.abc import Mapping
from dataclasses import dataclass

from index.model import Document, Entity, Statement
from index.vocabulary import Vocabulary


@dataclass(frozen=True, slots=True)
class Knowledge:
    """The documents, the entities and what is stated of them, with the words."""

    documents: Mapping[str, Document]
    entities: Mapping[str, Entity]
    statements: tuple[Statement, ...]
    vocabulary: Vocabulary
