"""The postings of single terms, read from Whoosh into arrays and kept for a while."""

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np

from index.language.likeness import edits_allowed, likest_words, nearest_words
from index.parts import Parts
from index.ranking import idf
from index.recent import Recent
from index.schema import SEARCHED
from index.scoring import APART, Family, Integers, Reals, TermPostings, bm25, count_up

# Bytes of arrays that are kept, of terms and of families each.
_MEMORY = 96 << 20
# Bytes that one takes besides its arrays, roughly, known or not.
_OVERHEAD = 1000
_TEXT = "text"
# Words that begin with so many letters of a stem in common are mostly of one family:
# "organization", "organize". That helps where stems fall apart, most of all in Russian.
_BEGINNING = 5
# So many first letters are right in nearly every misspelled word. Terms that share
# fewer are more to look at: too many for each query, few enough for a suggestion.
_SAME = 3
_ALIKE = 2
# What a word of the family counts beside the word itself.
_FAMILY = 0.5


class _Field(NamedTuple):
    """What the score of a posting in a field is reckoned from."""

    boost: float
    lengths: Reals
    mean: float


class TermArrays:
    """The terms of one generation, read when they are first asked for.

    Those asked for last are kept. Not safe in many threads; what it gives is.
    """

    def __init__(self, parts: Parts, *, memory: int = _MEMORY) -> None:
        """Read the lengths of fields."""
        self._parts = parts
        self._count = parts.count
        self._fields = {
            name: _Field(boost, parts.lengths(name), parts.mean_length(name) or 1)
            for name, boost in SEARCHED.items()
        }
        self._terms = Recent(self._read, _size, memory=memory)
        self._families = Recent(self._read_family, _size, memory=memory)

    def term(self, term: str) -> TermPostings | None:
        """Give a term's postings in all fields, None where no passage has it."""
        return self._terms.get(term)

    def families(self, terms: Sequence[str]) -> list[Family]:
        """Give the postings in texts of all terms that begin as one of these does."""
        beginnings = dict.fromkeys(term[:_BEGINNING] for term in terms)
        found = map(self._families.get, beginnings)
        return [family for family in found if family]

    def rarest(self, terms: Sequence[str], most: int) -> Sequence[str]:
        """Give so many terms at most, of more the rarest that any passage has."""
        if len(terms) <= most:
            return terms
        frequency = self._parts.frequency
        held = (t for t in terms if any(frequency(f, t) for f in self._fields))
        return sorted(held, key=lambda term: frequency(_TEXT, term))[:most]

    def with_nearest(self, terms: Sequence[str]) -> list[str]:
        """Add to terms that no passage has the one of texts that is spelled nearest.

        Where a term is known that begins so, it may be the same word as another
        language stems it.
        """
        known = {term[:_SAME] for term in terms if self.term(term)}
        unknown = (t for t in terms if _may_be_wrong(t) and t[:_SAME] not in known)
        meant = filter(None, map(self._nearest, unknown))
        return list(dict.fromkeys((*terms, *meant)))

    def like(self, term: str) -> tuple[str, ...]:
        """Give some terms of texts that begin and go on most as one does."""
        return likest_words(term, self._begun(term[:_ALIKE]))

    def _nearest(self, term: str) -> str | None:
        begun = self._begun(term[:_SAME])
        near = nearest_words(term, begun, edits=edits_allowed(term))
        return next(filter(self.term, near), None)

    def _begun(self, letters: str) -> list[str]:
        return [term.decode() for term in self._parts.beginning(_TEXT, letters)]

    def _read(self, term: str) -> TermPostings | None:
        found = {name: self._parts.read(name, term.encode()) for name in self._fields}
        held = {name: read for name, read in found.items() if read}
        if not held:
            return None
        values = [
            self._score(self._fields[name], read.passages, read.frequencies)
            for name, read in held.items()
        ]
        passages = np.concatenate([read.passages for read in held.values()], dtype="i4")
        having = len(held[_TEXT].passages) if _TEXT in held else 0
        return TermPostings(idf(self._count, having), passages, np.concatenate(values))

    def _read_family(self, beginning: str) -> Family | None:
        terms = [beginning.encode()]
        if len(beginning) == _BEGINNING:
            terms = self._parts.beginning(_TEXT, beginning)
        found = ((term.decode(), self._parts.read(_TEXT, term)) for term in terms)
        members = {term: read for term, read in found if read}
        if not members:
            return None
        places = np.concatenate([read.places for read in members.values()])
        words = np.repeat(
            np.arange(len(members), dtype=np.int32),
            [read.frequencies.sum() for read in members.values()],
        )
        if len(members) > 1:
            order = np.argsort(places)
            places, words = places[order], words[order]
        passages, frequencies = count_up(places // APART)
        values = self._score(self._fields[_TEXT], passages, frequencies)
        return Family(
            idf(self._count, len(passages)),
            passages.astype(np.int32),
            _FAMILY * values,
            places=places,
            words=words,
            numbers={term: number for number, term in enumerate(members)},
        )

    def _score(self, field: _Field, passages: Integers, frequencies: Integers) -> Reals:
        values = bm25(
            frequencies.astype(np.float64),
            field.lengths[passages],
            mean=field.mean,
            idf=idf(self._count, len(passages)),
        )
        return field.boost * values


def _may_be_wrong(term: str) -> bool:
    return len(term) >= _BEGINNING and term.isalpha()


def _size(postings: TermPostings | None) -> int:
    return _OVERHEAD + (postings.size if postings else 0)
