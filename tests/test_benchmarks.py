"""The benchmark runs to its end; what it measures is asserted nowhere."""

import json
import re
from dataclasses import asdict
from pathlib import Path

import msgspec
import pytest
from click.testing import CliRunner

from benchmarks.__main__ import main
from benchmarks.corpus import generate_texts, read_texts
from benchmarks.peers import PEERS, Entry, Peer
from benchmarks.timing import Timings

TEXTS = 3
ENGINES = ("Palermo", "SQLite FTS5", "plain Whoosh")


def measured(line: str) -> tuple[str, str]:
    """Give what a row is about: the first two columns, without its figures."""
    what, engine, *_ = re.split(r"\s{2,}", line)
    return re.sub(r" \([\d,]+ passages\)", "", what), engine


def test_every_row_is_printed(tmp_path: Path) -> None:
    corpus = tmp_path / "corpus.jsonl"
    texts = [{"id": t.title, **asdict(t)} for t in generate_texts(TEXTS)]
    corpus.write_text("\n".join(map(json.dumps, texts)), encoding="utf-8")

    result = CliRunner().invoke(
        main, ["--quick", "--corpus", str(corpus)], catch_exceptions=False
    )

    assert [measured(line) for line in result.output.splitlines()[4:]] == [
        ("full build, shipped data", "Palermo"),
        ("process start to first answer", "Palermo"),
        ("question to answer", "Palermo"),
        *(("search, shipped data", engine) for engine in ENGINES),
        ("resident once open, shipped data", "Palermo"),
        (f"full build, {TEXTS} texts", "Palermo"),
        *((f"search, {TEXTS} texts", engine) for engine in ENGINES),
        (f"resident once open, {TEXTS} texts", "Palermo"),
    ]


@pytest.mark.parametrize("peer", PEERS.values(), ids=PEERS.keys())
def test_peer_finds_any_word_and_its_forms(peer: Peer, tmp_path: Path) -> None:
    entries = (
        Entry("lamps", "Lamps at sea", "Keepers light two lamps."),
        Entry("ships", "Harbours", "A pilot guides ships."),
        Entry("grain", "Trade", "Grain is carried."),
    )

    with peer(tmp_path, entries) as search:
        found = {row[0] for row in search("harbour keeper")}

    assert found == {"lamps", "ships"}


def test_texts_need_their_words(tmp_path: Path) -> None:
    corpus = tmp_path / "corpus.jsonl"
    corpus.write_text('{"id": "1", "title": "no text"}\n', encoding="utf-8")

    with pytest.raises(msgspec.DecodeError, match="text"):
        read_texts(corpus)


def test_generated_texts_are_the_same_in_every_run() -> None:
    assert generate_texts(3) == generate_texts(5)[:3]


@pytest.mark.parametrize(("percent", "least"), [(50, 2.0), (95, 4.0), (99, 4.0)])
def test_percentile_is_a_time_that_was_measured(percent: int, least: float) -> None:
    timings = Timings((4.0, 1.0, 3.0, 2.0))

    assert timings.percentile(percent) == least
