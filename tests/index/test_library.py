"""A library answers from one generation, from any thread, until it is closed."""

import os
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from index.build import build
from index.errors import IndexUnavailableError
from index.library import Library, open_library
from index.questions.training import learn

QUERIES = ("grain", "ships in port", "lamp keeper", "what is the aim", "tugs", "2001")


def assert_answers(library: Library) -> None:
    assert library.search("grain")[0].document == "treaty"
    assert len(library.passages_of("lamps")) == 2
    assert library.passage("lamps#1") is not None
    assert library.lesson("en") == learn(library.knowledge, "en")


def test_hit_tells_where_it_stands(library: Library) -> None:
    hit = library.search("aim of the treaty")[0]

    assert (hit.document, hit.passage, hit.locator) == (
        "treaty",
        "treaty#2",
        "paragraph 2",
    )
    assert hit.text.startswith("Its aim is peace in ports. Ships")
    assert hit.snippet == "Its aim is peace in ports."


@pytest.mark.parametrize("query", ["", "\0", "?*()\"'", "zebra", "\ud800"])
def test_nothing_to_find_gives_no_hits(library: Library, query: str) -> None:
    assert library.search(query) == ()


@pytest.mark.parametrize(
    "query", ["grain*", "+grain", "(grain", '"grain', "NOT grain", "text:grain\0"]
)
def test_operators_are_plain_words(library: Library, query: str) -> None:
    assert "grain" in library.search(query)[0].text


def test_hundred_kilobytes_are_a_query(library: Library) -> None:
    assert library.search("grain ships " * 9000)[0].document == "treaty"


def test_stop_words_are_searched_if_there_is_nothing_else(library: Library) -> None:
    assert "was" in library.search("when was the")[0].text


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.text())
def test_any_text_is_a_query(library: Library, query: str) -> None:
    for hit in library.search(query, limit=3):
        assert hit.snippet in hit.text


def test_passage_is_found_by_its_id(library: Library) -> None:
    passage = library.passage("treaty#3")

    assert passage is not None
    assert passage.heading == "Aims"
    assert passage.locator == "paragraph 3"
    assert library.passage("treaty#9") is None


def test_passages_of_a_document_keep_their_order(library: Library) -> None:
    passages = library.passages_of("treaty")

    assert [passage.id for passage in passages] == ["treaty#1", "treaty#2", "treaty#3"]
    assert library.passages_of("unknown") == ()


def test_knowledge_comes_back_as_it_was_written(library: Library) -> None:
    knowledge = library.knowledge

    assert knowledge.documents["lamps"].title == "Lamps at sea"
    assert knowledge.vocabulary.relations["purpose"].of == ("treaty",)
    assert knowledge.statements[0].value.parts == ("Its aim is peace in ports",)
    assert len(library) == library.manifest.counts.passages


def test_eight_threads_find_what_one_finds(library: Library) -> None:
    queries = QUERIES * 40
    serial = [library.search(query) for query in queries]

    with ThreadPoolExecutor(8) as pool:
        parallel = list(pool.map(library.search, queries))

    assert parallel == serial


def test_library_answers_on_while_generations_come_and_go(
    library: Library, data_dir: Path, index_dir: Path
) -> None:
    for _ in range(4):
        build(data_dir, index_dir, full=True)

    assert not (index_dir / library.generation).exists()
    assert_answers(library)


SPOILS: dict[str, Callable[[Path], object]] = {
    "deleted": Path.unlink,
    "emptied": lambda path: os.truncate(path, 0),
    "cut short": lambda path: os.truncate(path, path.stat().st_size // 2),
    "overwritten": lambda path: path.write_bytes(b"\xff" * path.stat().st_size),
}


@pytest.mark.parametrize("spoil", SPOILS)
def test_library_answers_on_whatever_becomes_of_its_files(
    library: Library, index_dir: Path, spoil: str
) -> None:
    for path in filter(Path.is_file, index_dir.rglob("*")):
        SPOILS[spoil](path)

    assert_answers(library)


def test_missing_index_tells_how_to_build(tmp_path: Path) -> None:
    with pytest.raises(IndexUnavailableError) as caught:
        open_library(tmp_path / "my index")

    assert str(caught.value) == (
        f"there is no index in {tmp_path}/my index; "
        f"run: python -m index build --index '{tmp_path}/my index'"
    )


def test_lesson_is_the_one_learned_when_it_was_built(library: Library) -> None:
    assert library.lesson("en") == learn(library.knowledge, "en")
