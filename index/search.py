"""Find passages: terms in, hits out. Nothing of Whoosh leaves this module."""

import threading
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from operator import itemgetter
from pathlib import Path
from typing import Any

from whoosh.index import open_dir
from whoosh.query import Or, Term
from whoosh.scoring import BM25F

from index.analysis import Sentence
from index.model import Passage
from index.ranking import closeness, idf
from index.schema import SEARCHED
from index.snippets import choose_snippet

# Looking at the words of more hits than these changed no measured result.
_REORDERED = 30
# A pasted page holds hundreds of words; the rarest tell what it is about.
_MOST_TERMS = 64


@dataclass(frozen=True, slots=True)
class Hit:
    """A passage that matched; `snippet` stands in `text` word for word.

    Scores compare the hits of one query, not those of two.
    """

    document: str
    passage: str
    locator: str
    score: float
    text: str
    snippet: str


class Weighting(BM25F):
    """BM25F with weights that stay above zero for the commonest term."""

    def idf(self, searcher: Any, fieldname: str, text: str) -> float:
        """Weigh a term of a field by the passages that have it."""
        having = searcher.doc_frequency(fieldname, text)
        return idf(searcher.doc_count_all(), having)


class AnyOf(Or):
    """The passages that hold any term.

    Scores are added up in an array, however many passages there are: measured on
    20,000, that halves the time and quarters the longest times.
    """

    matcher_type = Or.ARRAY_MATCHER


class Postings:
    """One generation's postings, opened for reading.

    Safe in many threads: a Whoosh searcher is not, so there is one, behind a
    lock. A searcher a thread was slower, for all wait for one interpreter. The
    files are mapped once, so they may be deleted meanwhile.

    Raises:
        Exception: Whatever Whoosh raises for files that it cannot read.
    """

    def __init__(self, folder: Path) -> None:
        index = open_dir(str(folder), readonly=True)
        # Whoosh finds most of a searcher's methods at run time.
        self._searcher: Any = index.searcher(weighting=Weighting())
        self._lock = threading.Lock()

    def __len__(self) -> int:
        """Count the passages."""
        count: int = self._searcher.doc_count_all()
        return count

    def search(self, terms: Sequence[str], limit: int) -> tuple[Hit, ...]:
        """Give the passages that hold most of the terms, best first."""
        with self._lock:
            weights = self._weights(terms)
            found = self._find(weights, max(limit, _REORDERED))
        near = [
            (score + closeness(_terms(row), weights), row)
            for score, row in found[:_REORDERED]
        ]
        near.sort(key=itemgetter(0), reverse=True)
        best = (near + found[_REORDERED:])[:limit]
        return tuple(_hit(score, row, weights) for score, row in best)

    def passage(self, passage_id: str) -> Passage | None:
        """Look a passage up by its id."""
        with self._lock:
            number = self._searcher.document_number(passage=passage_id)
            row = None if number is None else self._searcher.stored_fields(number)
        return None if row is None else _passage(row)

    def passages_of(self, document_id: str) -> tuple[Passage, ...]:
        """Give the passages of a document, in reading order."""
        with self._lock:
            # Rows were written in reading order.
            numbers = sorted(self._searcher.document_numbers(document=document_id))
            rows = [self._searcher.stored_fields(number) for number in numbers]
        return tuple(map(_passage, rows))

    def close(self) -> None:
        """Let go of the files; nothing can be found any more."""
        with self._lock:
            self._searcher.close()

    def _weights(self, terms: Sequence[str]) -> Mapping[str, float]:
        """Weigh the terms that any passage has, and keep the rarest."""
        searcher = self._searcher
        weights = {
            term: idf(len(self), searcher.doc_frequency("text", term))
            for term in terms
            if any(searcher.doc_frequency(field, term) for field in SEARCHED)
        }
        rarest = sorted(weights, key=lambda term: weights[term], reverse=True)
        return {term: weights[term] for term in rarest[:_MOST_TERMS]}

    def _find(
        self, terms: Iterable[str], limit: int
    ) -> list[tuple[float, dict[str, Any]]]:
        query = AnyOf(
            [
                Term(field, term, boost=boost)
                for term in terms
                for field, boost in SEARCHED.items()
            ]
        )
        results = self._searcher.search(query, limit=limit, optimize=False)
        return [(hit.score, hit.fields()) for hit in results]


def _hit(score: float, row: Mapping[str, Any], weights: Mapping[str, float]) -> Hit:
    return Hit(
        document=row["document"],
        passage=row["passage"],
        locator=row["locator"],
        score=score,
        text=row["text"],
        snippet=choose_snippet(row["text"], _sentences(row), weights),
    )


def _terms(row: Mapping[str, Any]) -> Iterator[str]:
    return (term for _, _, terms in row["sentences"] for term in terms.split())


def _sentences(row: Mapping[str, Any]) -> tuple[Sentence, ...]:
    return tuple(
        Sentence(start, end, tuple(terms.split()))
        for start, end, terms in row["sentences"]
    )


def _passage(row: Mapping[str, Any]) -> Passage:
    return Passage(
        id=row["passage"],
        document=row["document"],
        locator=row["locator"],
        heading=row["heading"],
        text=row["text"],
    )
