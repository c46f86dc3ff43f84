"""Hits as the command line prints them: for a reader, as JSON, line by line."""

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import asdict
from textwrap import fill
from typing import Any

from index.library import MOST_HITS, Library


def search_lines(
    lines: Iterable[bytes], library: Library, limit: int
) -> Iterator[dict[str, Any]]:
    """Answer `{"id", "query", "limit"?}` with `{"id", "hits"}`, in order.

    A line that is anything else is answered with `{"id"?, "error"}`. Blank lines
    are passed over.
    """
    for line in lines:
        if line.strip():
            yield _answer(line, library, limit)


def describe_hits(library: Library, query: str, limit: int) -> str:
    """Search, and write the hits for a reader: where each stands, and its snippet.

    A query with words that no passage has is written as it may have been meant.
    """
    meant = library.respell(query)
    asked = (f"Did you mean: {meant}?",) if meant else ()
    hits = library.search(query, limit)
    if not hits:
        return "\n".join(("Nothing found.", *asked))
    documents = library.knowledge.documents
    listed = (
        f"{place}. {documents[hit.document].title}, {hit.locator} "
        f"({hit.document}, {hit.score:.2f})\n"
        + fill(hit.snippet, 80, initial_indent="   ", subsequent_indent="   ")
        for place, hit in enumerate(hits, start=1)
    )
    return "\n\n".join((*asked, *listed))


def describe_hits_as_json(library: Library, query: str, limit: int) -> str:
    """Search, and write `{"query", "hits"}` on one line."""
    return json_line({"query": query, "hits": _hits(library, query, limit)})


def _answer(line: bytes, library: Library, limit: int) -> dict[str, Any]:
    try:
        request = json.loads(line.decode("utf-8-sig"))
    except (ValueError, RecursionError):
        return {"error": 'the line is not JSON; write {"id": ..., "query": ...}'}
    if not isinstance(request, dict):
        return {"error": 'the line is not an object; write {"id": ..., "query": ...}'}
    known = {"id": request["id"]} if "id" in request else {}
    limit = request.get("limit", limit)
    fault = _fault(request, limit)
    if fault:
        return {**known, "error": fault}
    return {**known, "hits": _hits(library, request["query"], limit)}


def _fault(request: Mapping[str, Any], limit: Any) -> str | None:
    if "id" not in request:
        return 'there is no id; add "id", which the answer repeats'
    if not isinstance(request.get("query"), str):
        return 'there is no query; add "query", a string'
    # JSON's true is no number, though Python's is.
    if type(limit) is not int or not 1 <= limit <= MOST_HITS:
        return f"the limit must be a whole number from 1 to {MOST_HITS}"
    return None


def _hits(library: Library, query: str, limit: int) -> list[dict[str, Any]]:
    return [asdict(hit) for hit in library.search(query, limit)]


def json_line(value: dict[str, Any]) -> str:
    """Write JSON on one line, as people read it."""
    return json.dumps(value, ensure_ascii=False)
