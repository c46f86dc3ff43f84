"""What reading leaves for the next build, so that it reads only what has changed."""

from collections.abc import Iterable, Mapping
from hashlib import sha256
from typing import Any

import msgspec

from index.errors import Fault
from index.reading.blocks import Block
from index.reading.drafts import Draft
from index.reading.files import Files, Seen
from index.reading.sidecars import sidecar_of
from index.vocabulary import Vocabulary


class KeptDraft(msgspec.Struct, frozen=True, array_like=True, gc=False):
    """What one file was read as, and what is wrong with it as a file.

    `source` has the digests of the file and of its sidecar. Without `fields` no
    document could be made of it.
    """

    source: str
    faults: tuple[Fault, ...]
    fields: dict[str, Any] | None
    blocks: tuple[Block, ...] = ()

    def draft(self, file: str) -> Draft | None:
        """Give the draft that was read."""
        if self.fields is None:
            return None
        return Draft(file, self.fields, self.blocks)


class KeptReading(msgspec.Struct, frozen=True):
    """What was read of a data folder that had no other faults than left out files.

    `vocabulary_digest` and `records_digest` are those of their files. `cited` has the
    file, and its source, of each document that records cite; it is None where records
    were left out with their documents.
    """

    vocabulary_digest: str
    records_digest: str
    vocabulary: Vocabulary
    seen: dict[str, Seen]
    drafts: dict[str, KeptDraft]
    cited: dict[str, tuple[str, str]] | None


def source_of(file: str, files: Files) -> str:
    """Tell what a document is read from: the digests of its file and its sidecar."""
    own, beside = files.seen[file], files.seen.get(sidecar_of(file))
    return f"{own.digest}{beside.digest}" if beside else own.digest


def still_good(drafts: Mapping[str, KeptDraft], files: Files) -> dict[str, KeptDraft]:
    """Give the drafts whose files and sidecars are there and the same."""
    return {
        file: draft
        for file, draft in drafts.items()
        if file in files.seen and draft.source == source_of(file, files)
    }


def mark_of(parts: Iterable[str]) -> str:
    """Give a short text that differs wherever one of the parts does."""
    return sha256("\0".join(parts).encode()).hexdigest()[:32]
