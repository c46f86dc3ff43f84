"""tantivy, the engine in Rust, through its own Python package."""

from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from importlib import import_module
from pathlib import Path
from typing import Any

import msgspec

from benchmarks.corpus import Text
from benchmarks.engines.model import LONGEST, MOST, TITLE, Row, Search

_STEMS = "stems"
_STOP_WORDS = "stop-words.json"
_BYTES = 500_000_000


def build(folder: Path, texts: Sequence[Text], stop_words: frozenset[str]) -> None:
    """Index stems in one segment, with one thread and much memory."""
    (folder / _STOP_WORDS).write_bytes(msgspec.json.encode(sorted(stop_words)))
    tantivy: Any = import_module("tantivy")
    schema = tantivy.SchemaBuilder()
    schema.add_text_field("id", stored=True, tokenizer_name="raw", index_option="basic")
    schema.add_text_field("title", tokenizer_name=_STEMS)
    schema.add_text_field("text", stored=True, tokenizer_name=_STEMS)
    (folder / "index").mkdir()
    index = tantivy.Index(schema.build(), str(folder / "index"))
    index.register_tokenizer(_STEMS, _analyzer(tantivy, stop_words))
    writer = index.writer(_BYTES, 1)
    for text in texts:
        writer.add_document(tantivy.Document(**text._asdict()))
    writer.commit()
    writer.wait_merging_threads()


@contextmanager
def opened(folder: Path) -> Iterator[Search]:
    """Search with one searcher that stays open, and its own generator of snippets."""
    tantivy: Any = import_module("tantivy")
    index = tantivy.Index.open(str(folder / "index"))
    stop_words = msgspec.json.decode((folder / _STOP_WORDS).read_bytes())
    index.register_tokenizer(_STEMS, _analyzer(tantivy, stop_words))
    index.config_reader(num_warmers=1)
    searcher, schema = index.searcher(), index.schema

    def search(words: str) -> list[Row]:
        query = index.parse_query(words, ["title", "text"], {"title": TITLE})
        snippets = tantivy.SnippetGenerator.create(searcher, query, schema, "text")
        snippets.set_max_num_chars(LONGEST)
        return list(_rows(searcher, snippets, searcher.search(query, MOST).hits))

    yield search


def _rows(
    searcher: Any, snippets: Any, hits: Sequence[tuple[float, Any]]
) -> Iterator[Row]:
    for score, address in hits:
        found = searcher.doc(address)
        id_, text = found.get_first("id"), found.get_first("text")
        yield Row(id_, score, text, snippets.snippet_from_doc(found).fragment())


def _analyzer(tantivy: Any, stop_words: Iterable[str]) -> Any:
    builder = tantivy.TextAnalyzerBuilder(tantivy.Tokenizer.simple())
    steps = (
        tantivy.Filter.lowercase(),
        tantivy.Filter.ascii_fold(),
        tantivy.Filter.custom_stopword(list(stop_words)),
        tantivy.Filter.stemmer("english"),
    )
    for step in steps:
        builder = builder.filter(step)
    return builder.build()
