"""How a command line speaks of one document."""

from collections import Counter
from collections.abc import Iterator

from index.model import Document
from index.reading import Data
from index.reading.sidecars import sidecar_of

_WANTED = ("symbol", "publisher", "date", "url")


def describe_document(file: str, document: Document, passages: int) -> str:
    """Say what a document is taken for, and what is not known of it."""
    known = (document.title, document.symbol, document.publisher, document.date)
    lacking = [name for name in _WANTED if getattr(document, name) is None]
    said = ", ".join(filter(None, (*known, document.language)))
    count = f"{passages:,} passage{'s' if passages != 1 else ''}"
    unknown = f"; not known: {', '.join(lacking)}" if lacking else ""
    return f"{file}: {said}, {count}{unknown}"


def describe_added(data: Data) -> Iterator[str]:
    """Describe each document that has its provenance in a file beside it."""
    passages = Counter(passage.document for passage in data.passages)
    for document in data.documents:
        file = data.files[document.id]
        if sidecar_of(file) in data.trees:
            yield describe_document(file, document, passages[document.id])
