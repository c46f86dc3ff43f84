"""Open the generation that is served: all that the bot reads."""

from collections.abc import Mapping
from functools import cached_property
from pathlib import Path
from types import TracebackType
from typing import Self

import msgspec

from index.analysis import query_analyzer
from index.errors import GenerationError
from index.knowledge import Knowledge
from index.manifest import Manifest, contents
from index.model import Passage
from index.questions.lesson import Lesson
from index.respelling import Respeller
from index.search import Hit, Postings
from index.soundness import find_sound, read_sound, required
from index.storage import KNOWLEDGE, LESSONS, POSTINGS, below, decode_knowledge

MOST_HITS = 1000
# Words of a query that are looked at; a longer one is a pasted text.
_LONGEST_QUERY = 2000


class Library:
    """One generation, open for reading, safe to use from many threads.

    It holds all that it answers from, so it goes on whatever becomes of the files.
    `refused` tells why not a newer one was opened.
    """

    refused: tuple[str, ...] = ()

    def __init__(
        self,
        manifest: Manifest,
        knowledge: Knowledge,
        postings: Postings,
        lessons: Mapping[str, bytes],
    ) -> None:
        self.generation = manifest.generation
        self.manifest = manifest
        self.knowledge = knowledge
        self._postings = postings
        self._lessons = lessons
        languages = {document.language for document in knowledge.documents.values()}
        self._analyzer = query_analyzer(languages, knowledge.vocabulary.readable)

    def __len__(self) -> int:
        """Count the passages."""
        return len(self._postings)

    @cached_property
    def _respeller(self) -> Respeller:
        """Read the names of entities when a query is first respelled."""
        documents, entities = self.knowledge.documents, self.knowledge.entities
        names = (
            name
            for entity in entities.values()
            for aliases in entity.aliases.values()
            for name in aliases
        )
        return Respeller(
            self._postings,
            self._analyzer,
            languages={code: document.language for code, document in documents.items()},
            names=names,
        )

    def search(self, query: str, limit: int = 10) -> tuple[Hit, ...]:
        """Give the passages that hold most of the query's words, best first.

        Every word is plain text: there is no query language. Words that carry no
        content count only where there are no others.

        Args:
            query: Anything, of any length.
            limit: 1 to 1000.
        """
        terms = self._analyzer.terms_of(query, _LONGEST_QUERY)
        return self._postings.search(terms, limit) if terms else ()

    def respell(self, query: str) -> str | None:
        """Give what a query may have been meant to say, None if it may be right.

        Words that no passage has are replaced by words that one has.
        """
        return self._respeller.respell(query)

    def passage(self, passage_id: str) -> Passage | None:
        """Look a passage up by its id."""
        return self._postings.passage(passage_id)

    def passages_of(self, document_id: str) -> tuple[Passage, ...]:
        """Give the passages of a document in reading order; none if unknown."""
        return self._postings.passages_of(document_id)

    def lesson(self, code: str) -> Lesson:
        """Give what was learned of a language of the vocabulary."""
        return msgspec.msgpack.decode(self._lessons[code], type=Lesson)

    def close(self) -> None:
        """Let go of the generation; nothing can be found any more."""
        self._postings.close()

    def __enter__(self) -> Self:
        """Give itself, to be closed at the end of the block."""
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        """Close."""
        self.close()


def open_library(index_dir: Path) -> Library:
    """Open the generation that is served, or the newest before it that is sound.

    Raises:
        IndexUnavailableError: There is none.
    """
    standing = find_sound(index_dir, open_generation)
    library = required(index_dir, standing)
    library.refused = standing.refused
    return library


def open_generation(folder: Path, manifest: Manifest | None = None) -> Library:
    """Open one generation, published or about to be.

    Its files are held against their checksums first, unless its manifest was made of
    them just now.

    Raises:
        GenerationError: It is damaged, gone, or built by another version.
    """
    if manifest is None:
        manifest, files = read_sound(folder)
    else:
        files = contents(folder)
    try:
        knowledge = decode_knowledge(files[KNOWLEDGE])
    except msgspec.DecodeError as error:
        raise GenerationError(f"{folder} holds what nobody can decode") from error
    postings, lessons = (below(room, files) for room in (POSTINGS, LESSONS))
    return Library(manifest, knowledge, postings=Postings(postings), lessons=lessons)
