"""The benchmark runs to its end; what it measures is asserted nowhere."""

import json
import re
from collections.abc import Sequence
from itertools import cycle
from pathlib import Path

import msgspec
import pytest
from click.testing import CliRunner

from benchmarks.__main__ import main
from benchmarks.corpus import Text, draw_queries, generate_texts, read_texts
from benchmarks.engines import OURS, PEERS, installed_peers
from benchmarks.engines.model import Engine
from benchmarks.rebuilding.load import Pace, measure
from benchmarks.timing import Timings, time_in_turn
from index.build import build
from index.generations import current_generation

TEXTS = 3
ENGINES = (OURS, *installed_peers())


def run(*options: str) -> list[str]:
    result = CliRunner().invoke(main, ["--quick", *options], catch_exceptions=False)
    return result.output.splitlines()


def begun(lines: Sequence[str], names: Sequence[str]) -> list[str]:
    """Give those of some names that lines begin with, in the order of the lines."""
    return [name for line in lines for name in names if line.startswith(name + " ")]


def test_every_engine_builds_and_searches_the_same_texts(tmp_path: Path) -> None:
    corpus = tmp_path / "corpus.jsonl"
    texts = [text._asdict() for text in generate_texts(TEXTS)]
    corpus.write_text("\n".join(map(json.dumps, texts)), encoding="utf-8")

    lines = run("--no-shipped", "--queries", "4", "--corpus", str(corpus))

    assert f"{TEXTS} texts" in "".join(lines)
    tail = lines[-len(ENGINES) :]
    assert begun(tail, [engine.name for engine in ENGINES]) == [
        engine.name for engine in ENGINES
    ]


def test_engine_that_is_not_installed_is_left_out_and_named() -> None:
    lines = run("--no-shipped", "--queries", "2", "--sizes", str(TEXTS))

    for peer in PEERS:
        is_left_out = f"{peer.name} is left out, for it is not installed" in lines
        assert is_left_out == (peer not in ENGINES)


def test_shipped_data_is_held_against_its_budgets() -> None:
    lines = run("--queries", "2", "--sizes", str(TEXTS))

    assert begun(lines, ["full build", "process start", "question to", "memory"]) == [
        "full build",
        "process start",
        "question to",
        "memory",
    ]


@pytest.mark.parametrize("sizes", ["0", "few", "1,,2"])
def test_sizes_must_be_counts(sizes: str) -> None:
    result = CliRunner().invoke(main, ["--sizes", sizes])

    assert "give counts with commas" in result.output


@pytest.mark.parametrize("engine", ENGINES, ids=lambda engine: engine.name)
def test_engine_finds_any_word_and_its_forms(engine: Engine, tmp_path: Path) -> None:
    texts = (
        Text("lamps", "Lamps at sea", "Keepers light two lamps."),
        Text("ships", "Harbours", "A pilot guides ships."),
        Text("grain", "Trade", "Grain is carried."),
    )
    engine.build(tmp_path, texts, frozenset({"is"}))

    with engine.opened(tmp_path) as search:
        found = {row.id: row.text for row in search("harbour keeper xqzv")}

    assert found == {text.id: text.text for text in texts[:2]}


@pytest.mark.parametrize("engine", ENGINES, ids=lambda engine: engine.name)
def test_snippets_of_engines_hold_the_word_and_are_alike(
    engine: Engine, tmp_path: Path
) -> None:
    text = f"{'Tugs wait. ' * 60}Grain is carried.{' Tugs wait.' * 60}"
    engine.build(tmp_path, [Text("grain", "Trade", text)], frozenset())

    with engine.opened(tmp_path) as search:
        (row,) = search("grain")

    assert "Grain" in row.snippet
    assert len(row.snippet) <= 320


def test_texts_need_their_words(tmp_path: Path) -> None:
    corpus = tmp_path / "corpus.jsonl"
    corpus.write_text('{"id": "1", "title": "no text"}\n', encoding="utf-8")

    with pytest.raises(msgspec.DecodeError, match="text"):
        read_texts(corpus)


def test_generated_texts_are_the_same_in_every_run() -> None:
    assert generate_texts(3) == generate_texts(5)[:3]


def test_queries_are_a_few_words_of_a_text_and_some_that_nothing_has() -> None:
    texts = generate_texts(20)
    known = {word for text in texts for word in re.findall(r"\w+", text.text.lower())}

    queries = [query.split() for query in draw_queries(texts, 50, stop_words=())]

    assert all(2 <= len(words) <= 9 for words in queries)
    assert 0 < sum(not known.issuperset(words) for words in queries) < 50


def test_actions_take_turns_at_their_inputs() -> None:
    done: list[tuple[str, str]] = []
    actions = {name: lambda given, n=name: done.append((n, given)) for name in "ab"}

    timings = time_in_turn(actions, {"a": ["x", "y"], "b": ["x"]}, rounds=2)

    first, second = (
        [("b", "x"), ("a", "x"), ("a", "y")],
        [("a", "x"), ("a", "y"), ("b", "x")],
    )
    assert done == first + second
    assert [len(timings[name].seconds) for name in "ab"] == [4, 2]


@pytest.mark.parametrize(("percent", "least"), [(50, 2.0), (95, 4.0), (99, 4.0)])
def test_percentile_is_a_time_that_was_measured(percent: int, least: float) -> None:
    timings = Timings((4.0, 1.0, 3.0, 2.0))

    assert timings.percentile(percent) == least


async def test_replies_are_right_from_many_tasks_while_builds_go_on(
    tmp_path: Path,
) -> None:
    data, index = tmp_path / "data", tmp_path / "index"
    (data / "documents").mkdir(parents=True)
    (data / "documents" / "lamps.txt").write_text("Every lighthouse keeps two lamps.")
    first = build(data, index).generation
    questions = cycle(["Who keeps two lamps?", "/search lighthouse", "/sources"])

    measured = await measure(data, index, questions, Pace(30, seconds=1, windows=2))

    assert len(measured.idle.seconds) == len(measured.rebuilding.seconds) == 60
    assert measured.builds >= 2
    assert current_generation(index) != first
    assert measured.wrong == ()
