"""Words that no passage has are respelled as passages and names spell them."""

import pytest

from index.library import Library


@pytest.mark.parametrize(
    ("query", "meant"),
    [
        ("lighthuose", "lighthouse"),
        ("Harbuor Treaty", "Harbour Treaty"),
        ("the kepeer of ships", "the keeper of ships"),
        ("keepr, lamp", "keeper, lamp"),
    ],
)
def test_misspelled_word_is_replaced_where_it_stands(
    library: Library, query: str, meant: str
) -> None:
    assert library.respell(query) == meant


@pytest.mark.parametrize(
    "query",
    ["", "lighthouse", "lamps", "elephant", "what", "5234", "ж", "grn", "公约生效"],
)
def test_what_may_be_right_is_left_alone(library: Library, query: str) -> None:
    assert library.respell(query) is None


def test_word_of_a_name_is_meant_only_if_a_passage_has_it(library: Library) -> None:
    known = library._respeller._named

    assert "harbour" in known
    assert library.respell("harbor") == "Harbour"


def test_pasted_text_is_not_respelled_to_its_end(library: Library) -> None:
    assert library.respell("lamp " * 100 + "lighthuose") is None


def test_misspelled_query_finds_what_was_meant(library: Library) -> None:
    (hit, *_) = library.search("lighthuose")

    assert "lighthouse" in hit.snippet
