"""Palermo and its peers, each asked for the ten best passages with snippets."""

from importlib.util import find_spec

from benchmarks.engines import bm25s, fts5, palermo, tantivy, whoosh
from benchmarks.engines.model import Engine

OURS = Engine("Palermo", palermo.build, palermo.opened)
PEERS = (
    Engine("tantivy", tantivy.build, tantivy.opened, package="tantivy"),
    Engine("bm25s", bm25s.build, bm25s.opened, package="bm25s"),
    Engine("SQLite FTS5", fts5.build, fts5.opened),
    Engine("plain Whoosh", whoosh.build, whoosh.opened, is_slow=True),
)


def installed_peers() -> tuple[Engine, ...]:
    """Give the peers that this interpreter can import."""
    return tuple(peer for peer in PEERS if find_spec(peer.package))
