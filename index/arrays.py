"""The postings of single terms, read from Whoosh into arrays and kept for a while."""

from collections.abc import Iterator, Sequence
from itertools import chain
from typing import Any, NamedTuple

import numpy as np
from whoosh.codec.whoosh3 import W3Codec
from whoosh.util.numeric import byte_to_length

from index.ranking import idf
from index.schema import POSITION, SEARCHED
from index.scoring import Places, Reals, Scores, TermPostings, bm25

# Bytes of arrays that are kept.
_MEMORY = 64 << 20
# Bytes that a term takes besides its arrays, roughly, known or not.
_OVERHEAD = 1000
_TEXT = "text"
# No passage has this number.
_NOWHERE = Places(np.array([-1], "i4"), np.zeros(2, "i4"), np.empty(0, POSITION))
# Whoosh rounds the length of a field to what fits into a byte.
_LENGTHS = np.array([byte_to_length(byte) for byte in range(256)], np.float64)


class _Field(NamedTuple):
    """What the score of a posting in a field is reckoned from."""

    name: str
    boost: float
    lengths: Reals
    mean: float


class _Read(NamedTuple):
    """All postings of one term of one field, as Whoosh gives them."""

    passages: Sequence[int]
    frequencies: Sequence[float]
    values: Sequence[bytes]


class TermArrays:
    """The terms of one generation, read when they are first asked for.

    Those asked for last are kept, as many as memory is set aside for. Not safe in
    many threads, what it gives is.
    """

    def __init__(self, searcher: Any, *, memory: int = _MEMORY) -> None:
        """Read the lengths of fields; the searcher is Whoosh's."""
        self._reader = searcher.reader()
        self._count: int = searcher.doc_count_all()
        self._room = memory
        self._kept: dict[str, TermPostings | None] = {}
        self._fields = [
            _Field(
                name, boost, self._lengths(name), searcher.avg_field_length(name) or 1
            )
            for name, boost in SEARCHED.items()
            if self._count
        ]

    def get(self, term: str) -> TermPostings | None:
        """Give a term's postings in all fields, None where no passage has it."""
        if term in self._kept:
            postings = self._kept.pop(term)
        else:
            postings = self._read(term)
            self._room -= _size(postings)
            while self._room < 0 and self._kept:
                # What was asked for longest ago stands first.
                self._room += _size(self._kept.pop(next(iter(self._kept))))
        self._kept[term] = postings
        return postings

    def _lengths(self, field: str) -> Reals:
        storage, segment = self._reader.storage(), self._reader.segment()
        codec: Any = W3Codec
        name = codec.column_filename(segment, f"_{field}_len")
        lengths = np.zeros(self._count)
        # Where no passage has the field, it has no file; where the last ones have
        # not, the file is shorter.
        if storage.file_exists(name):
            with storage.open_file(name) as file:
                known = np.frombuffer(file.read(), np.uint8)
            lengths[: len(known)] = _LENGTHS[known]
        return lengths

    def _read(self, term: str) -> TermPostings | None:
        found = [(f, self._read_field(f.name, term.encode())) for f in self._fields]
        held = [(field, read) for field, read in found if read]
        if not held:
            return None
        texts = {field.name: read for field, read in held}.get(_TEXT)
        weight = idf(self._count, len(texts.passages) if texts else 0)
        scores = tuple(self._score(field, read) for field, read in held)
        if texts is None:
            return TermPostings(weight, scores, _NOWHERE)
        cuts = np.cumsum([0, *texts.frequencies], dtype="i4")
        positions = np.frombuffer(b"".join(texts.values), POSITION)
        places = Places(scores[0].passages, cuts, positions)
        return TermPostings(weight, scores, places)

    def _read_field(self, field: str, term: bytes) -> _Read | None:
        if (field, term) not in self._reader:
            return None
        blocks = zip(*_blocks(self._reader.postings(field, term)), strict=True)
        return _Read(*(tuple(chain.from_iterable(part)) for part in blocks))

    def _score(self, field: _Field, read: _Read) -> Scores:
        passages = np.array(read.passages, "i4")
        values = bm25(
            np.array(read.frequencies, np.float64),
            field.lengths[passages],
            mean=field.mean,
            idf=idf(self._count, len(passages)),
        )
        return Scores(passages, field.boost * values)


def _blocks(matcher: Any) -> Iterator[tuple[Any, Any, Any]]:
    """Give document numbers, weights and values of a term, a block at a time.

    Whoosh offers them one by one only, which takes ten times as long.
    """
    while matcher.is_active():
        matcher.id(), matcher.weight(), matcher.value()
        yield matcher._ids, matcher._weights, matcher._values
        matcher._next_block()


def _size(postings: TermPostings | None) -> int:
    return _OVERHEAD + (postings.size if postings else 0)
