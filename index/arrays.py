"""The postings of single terms, read from Whoosh into arrays and kept for a while."""

from collections.abc import Callable, Sequence
from itertools import chain
from typing import NamedTuple

import numpy as np
from numpy.typing import ArrayLike

from index.parts import Parts, Read
from index.ranking import idf
from index.schema import POSITION, SEARCHED
from index.scoring import Integers, Places, Reals, Scores, TermPostings, bm25

# Bytes of arrays that are kept, of terms and of families each.
_MEMORY = 96 << 20
# Bytes that one takes besides its arrays, roughly, known or not.
_OVERHEAD = 1000
_TEXT = "text"
_NOWHERE = Places(np.empty(0, "i4"), np.zeros(1, "i4"), np.empty(0, POSITION))
# Words that begin with so many letters of a stem in common are mostly of one family:
# "organization", "organize". That helps where stems fall apart, most of all in Russian.
_BEGINNING = 5
# What a word of the family counts beside the word itself.
_FAMILY = 0.5


class _Field(NamedTuple):
    """What the score of a posting in a field is reckoned from."""

    name: str
    boost: float
    lengths: Reals
    mean: float


_Reading = Callable[[str], TermPostings | None]


class _Kept:
    """Postings that were asked for last, within a bound of memory."""

    def __init__(self, read: _Reading, memory: int) -> None:
        self._read = read
        self._room = memory
        self._found: dict[str, TermPostings | None] = {}

    def get(self, key: str) -> TermPostings | None:
        """Give what was read of a key, now or before."""
        if key in self._found:
            postings = self._found.pop(key)
        else:
            postings = self._read(key)
            self._room -= _size(postings)
            while self._room < 0 and self._found:
                # What was asked for longest ago stands first.
                self._room += _size(self._found.pop(next(iter(self._found))))
        self._found[key] = postings
        return postings


class TermArrays:
    """The terms of one generation, read when they are first asked for.

    Those asked for last are kept. Not safe in many threads; what it gives is.
    """

    def __init__(self, parts: Parts, *, memory: int = _MEMORY) -> None:
        """Read the lengths of fields."""
        self._parts = parts
        self._count = parts.count
        self._fields = {
            name: _Field(name, boost, parts.lengths(name), parts.mean_length(name) or 1)
            for name, boost in SEARCHED.items()
        }
        self._terms = _Kept(self._read, memory)
        self._families = _Kept(self._read_family, memory)

    def term(self, term: str) -> TermPostings | None:
        """Give a term's postings in all fields, None where no passage has it."""
        return self._terms.get(term)

    def families(self, terms: Sequence[str]) -> list[TermPostings]:
        """Give the postings in texts of all terms that begin as one of these does."""
        beginnings = dict.fromkeys(term[:_BEGINNING] for term in terms)
        found = map(self._families.get, beginnings)
        return [postings for postings in found if postings]

    def rarest(self, terms: Sequence[str], most: int) -> Sequence[str]:
        """Give so many terms at most, of more the rarest that any passage has."""
        if len(terms) <= most:
            return terms
        frequency = self._parts.frequency
        held = (t for t in terms if any(frequency(f, t) for f in self._fields))
        return sorted(held, key=lambda term: frequency(_TEXT, term))[:most]

    def _read(self, term: str) -> TermPostings | None:
        found = {name: self._parts.read(name, term.encode()) for name in self._fields}
        held = {name: read for name, read in found.items() if read}
        scores = tuple(
            self._score(self._fields[name], np.array(r.passages, "i4"), r.frequencies)
            for name, r in held.items()
        )
        places = _place([held[_TEXT]]) if _TEXT in held else _NOWHERE
        weight = idf(self._count, len(places.passages))
        return TermPostings(weight, scores, places) if held else None

    def _read_family(self, beginning: str) -> TermPostings | None:
        terms = [beginning.encode()]
        if len(beginning) == _BEGINNING:
            terms = self._parts.beginning(_TEXT, beginning)
        found = [self._parts.read(_TEXT, term) for term in terms]
        members = [read for read in found if read]
        if not members:
            return None
        places = _place(members)
        held = places.passages
        scores = self._score(self._fields[_TEXT], held, np.diff(places.cuts))
        lesser = Scores(held, _FAMILY * scores.values)
        return TermPostings(idf(self._count, len(held)), (lesser,), places)

    def _score(
        self, field: _Field, passages: Integers, frequencies: ArrayLike
    ) -> Scores:
        values = bm25(
            np.asarray(frequencies, np.float64),
            field.lengths[passages],
            mean=field.mean,
            idf=idf(self._count, len(passages)),
        )
        return Scores(passages, field.boost * values)


def _place(terms: Sequence[Read]) -> Places:
    """Tell where any of some terms stands."""
    passages = np.fromiter(chain.from_iterable(t.passages for t in terms), "i4")
    counts = np.fromiter(chain.from_iterable(t.frequencies for t in terms), "i4")
    values = b"".join(chain.from_iterable(t.values for t in terms))
    positions = np.frombuffer(values, POSITION)
    owners = np.repeat(passages, counts)
    if len(terms) > 1:
        order = np.lexsort((positions, owners))
        owners, positions = owners[order], positions[order]
    held, firsts = np.unique(owners, return_index=True)
    return Places(held, np.append(firsts, len(owners)).astype("i4"), positions)


def _size(postings: TermPostings | None) -> int:
    return _OVERHEAD + (postings.size if postings else 0)
