"""What a generation understood of a document: its statements, for an editor's eye."""

from collections.abc import Iterator
from textwrap import fill

from index.errors import InputError
from index.library import Library
from index.model import Statement
from index.suggestion import suggest

_ORIGINS = {"record": "by a record", "extracted": "drawn from the text"}


def describe_statements(library: Library, document_id: str) -> str:
    """Write what is stated by a document, in the order of its passages.

    Each statement is written as what it is of, its relation and its value, then where
    it comes from and the words relied on. A record with the same entity and relation,
    citing the same document, overrides what was drawn from the text.

    Raises:
        InputError: No document has that id.
    """
    documents = library.knowledge.documents
    if document_id not in documents:
        fix = suggest(document_id, documents, otherwise="see the list in /sources")
        raise InputError(f'no document has the id "{document_id}": {fix}')
    order = {p.id: n for n, p in enumerate(library.passages_of(document_id))}
    stated = [s for s in library.knowledge.statements if s.document == document_id]
    stated.sort(key=lambda statement: order[statement.passage])
    title = f"{documents[document_id].title} ({document_id})"
    if not stated:
        return f"{title}\n\nNothing is stated: it is only searched and quoted."
    return "\n\n".join((title, *map("\n".join, map(_lines, stated))))


def _lines(statement: Statement) -> Iterator[str]:
    value = " | ".join(statement.value.parts)
    dated = f" (as of {statement.as_of})" if statement.as_of else ""
    head = f"{statement.entity}  {statement.relation}{dated}"
    is_text = statement.value.kind == "text"
    yield head if is_text else f"{head}  {value}"
    origin = _ORIGINS[statement.origin]
    yield fill(
        f'{origin}, {statement.locator}: "{statement.quote}"',
        80,
        initial_indent="   ",
        subsequent_indent="   ",
    )
