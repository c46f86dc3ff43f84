"""The Whoosh indexes of one generation, read as if they were one."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import chain
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray
from whoosh.codec.whoosh3 import W3Codec
from whoosh.util.numeric import byte_to_length

from index.held import open_held
from index.layout import LAYOUT, Layout, decode_layout, numbers_of
from index.schema import BASE, POSITION, REST, Positions
from index.scoring import APART, Integers, Reals

# Whoosh rounds the length of a field to what fits into a byte.
_LENGTHS = np.array([byte_to_length(byte) for byte in range(256)], np.float64)
_NOWHERE = np.empty(0, np.int64)


class Read(NamedTuple):
    """All postings of one term of one field, the first passage first.

    `places` tells where the term stands, as those of a `Family` do, if the field has
    positions.
    """

    passages: Integers
    frequencies: Integers
    places: Integers


class Parts:
    """The base and, behind a small change, the rest: `index.layout` tells of both.

    Not safe in many threads.

    Raises:
        Exception: Whatever Whoosh raises for files that it cannot read.
    """

    def __init__(self, files: Mapping[str, bytes]) -> None:
        self._layout: Layout | None = None
        if LAYOUT in files:
            self._layout = layout = decode_layout(files[LAYOUT])
            base = _Part(files, BASE, numbers_of(layout.base))
            self._parts = [base, _Part(files, REST, numbers_of(layout.rest))]
        else:
            self._parts = [_Part(files, BASE)]
        self.count = sum(len(part.live) for part in self._parts)
        self._rows = np.empty(self.count, np.int32)
        self._owners = np.empty(self.count, np.int8)
        for owner, part in enumerate(self._parts):
            self._owners[part.numbers[part.live]] = owner
            self._rows[part.numbers[part.live]] = part.live

    def mean_length(self, field: str) -> float:
        """Give the mean of the terms that a field of a passage has."""
        if self._layout is None:
            total = self._parts[0].reader.field_length(field)
        else:
            total = self._layout.lengths[field]
        return float(total / (self.count or 1))

    def lengths(self, field: str) -> Reals:
        """Give the terms that a field has, as Whoosh rounds them, of each passage."""
        lengths = np.zeros(self.count)
        for part in self._parts:
            lengths[part.numbers[part.live]] = part.lengths(field)[part.live]
        return lengths

    def beginning(self, field: str, letters: str) -> list[bytes]:
        """Give the terms of a field that begin so, sorted; some may be gone."""
        found = (part.beginning(field, letters) for part in self._parts)
        return sorted(set(chain.from_iterable(found)))

    def frequency(self, field: str, term: str) -> int:
        """Tell how many passages have a term in a field."""
        if self._layout is None:
            return int(self._parts[0].reader.doc_frequency(field, term))
        read = self.read(field, term.encode())
        return len(read.passages) if read else 0

    def read(self, field: str, term: bytes) -> Read | None:
        """Read the postings of a term, None where no passage has it."""
        found = [read for part in self._parts if (read := part.read(field, term))]
        if len(found) < 2:
            return found[0] if found else None
        passages, frequencies, places = map(np.concatenate, zip(*found, strict=True))
        order = passages.argsort()
        return Read(passages[order], frequencies[order], np.sort(places))

    def stored(self, number: int) -> Mapping[str, Any]:
        """Give what is stored of a passage."""
        reader = self._parts[self._owners[number]].reader
        fields: Mapping[str, Any] = reader.stored_fields(int(self._rows[number]))
        return fields

    def having(self, field: str, value: str) -> list[int]:
        """Give the passages that have a value in a field, in reading order."""
        found = (part.having(field, value) for part in self._parts)
        return sorted(chain.from_iterable(found))

    def close(self) -> None:
        """Let go of the files."""
        for part in self._parts:
            part.close()


class _Part:
    """One Whoosh index of one segment, whose rows have `numbers`.

    Those of rows that are gone are below zero; `live` are the other rows.
    """

    def __init__(
        self,
        files: Mapping[str, bytes],
        name: str,
        numbers: NDArray[np.int32] | None = None,
    ) -> None:
        # Whoosh finds most of a searcher's methods at run time.
        self._searcher: Any = open_held(files, name).searcher()
        self.reader: Any = self._searcher.reader()
        self._count: int = self.reader.doc_count_all()
        whole = np.arange(self._count)
        self.numbers = whole if numbers is None else numbers.astype(np.int64)
        self.live = whole[self.numbers >= 0]

    def lengths(self, field: str) -> Reals:
        """Read the file of lengths at once; Whoosh gives them one by one."""
        lengths = np.zeros(self._count)
        if not self._count:
            return lengths
        storage, segment = self.reader.storage(), self.reader.segment()
        codec: Any = W3Codec
        name = codec.column_filename(segment, f"_{field}_len")
        # Where no passage has the field, it has no file; where the last ones have
        # not, the file is shorter.
        if storage.file_exists(name):
            with storage.open_file(name) as file:
                known = np.frombuffer(file.read(), np.uint8)
            lengths[: len(known)] = _LENGTHS[known]
        return lengths

    def beginning(self, field: str, letters: str) -> Iterator[bytes]:
        """Yield the terms of a field that begin so."""
        if self._count:
            yield from self.reader.expand_prefix(field, letters)

    def read(self, field: str, term: bytes) -> Read | None:
        """Read the postings of a term, None where no live row has it."""
        if (field, term) not in self.reader:
            return None
        blocks = list(_blocks(self.reader.postings(field, term)))
        passages = self.numbers[np.concatenate([rows for rows, _, _ in blocks])]
        frequencies = np.concatenate([counts for _, counts, _ in blocks])
        live = (passages >= 0).nonzero()[0]
        if not len(live):
            return None
        places = _NOWHERE
        if isinstance(self.reader.schema[field].format, Positions):
            values = chain.from_iterable(values for _, _, values in blocks)
            positions = np.frombuffer(b"".join(values), POSITION)
            places = np.repeat(passages * APART, frequencies) + positions
        # Those of rows that are gone are below zero too.
        return Read(passages[live], frequencies[live], places[places >= 0])

    def having(self, field: str, value: str) -> list[int]:
        """Give the numbers of the live rows that have a value in a field."""
        if (field, value) not in self.reader:
            return []
        numbers = self.numbers[list(self.reader.postings(field, value).all_ids())]
        found: list[int] = numbers[numbers >= 0].tolist()
        return found

    def close(self) -> None:
        """Let go of the files."""
        self._searcher.close()


def _blocks(matcher: Any) -> Iterator[tuple[Integers, Integers, Sequence[bytes]]]:
    """Give document numbers, weights and values of a term, a block at a time.

    Whoosh offers them one by one only, which takes ten times as long. It keeps the
    steps from one number to the next, and no weights where all are 1.
    """
    while matcher.is_active():
        matcher._read_data()
        steps, weights, values = matcher._data
        rows = np.fromiter(steps, np.int64, len(steps)).cumsum()
        yield rows, np.full(len(steps), weights or 1, np.int64), values
        matcher._next_block()
