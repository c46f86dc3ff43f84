"""Places of paragraphs, as their source numbers them."""

import pytest

from index.reading.blocks import Block
from index.reading.locating import located


def places(*blocks: tuple[str, str] | tuple[str, str, int]) -> list[str | None]:
    made = [
        Block(text, heading, 1, page=page[0] if page else None)
        for heading, text, *page in blocks
    ]
    return [block.locator for block in located(made)]


def test_paragraphs_without_numbers_are_counted() -> None:
    assert places(("", "One."), ("", "Two.")) == ["paragraph 1", "paragraph 2"]


def test_numbers_are_those_of_the_source() -> None:
    assert places(("", "37. One."), ("", "38. Two.")) == [
        "paragraph 37",
        "paragraph 38",
    ]


def test_what_stands_between_numbers_is_a_passage() -> None:
    assert places(("", "Intro."), ("", "1. One."), ("", "Note.")) == [
        "passage 1",
        "paragraph 1",
        "passage 3",
    ]


def test_numbers_that_fall_are_those_of_a_list() -> None:
    assert places(("", "4. Four."), ("", "1. A list."), ("", "5. Five.")) == [
        "paragraph 4",
        "passage 2",
        "paragraph 5",
    ]


def test_numbers_that_begin_anew_in_each_article_name_it() -> None:
    assert places(
        ("Article 5. Aims", "1. One."),
        ("Article 5. Aims", "2. Two."),
        ("Part II > Article 6", "1. One."),
    ) == [
        "Article 5, paragraph 1",
        "Article 5, paragraph 2",
        "Article 6, paragraph 1",
    ]


def test_numbers_that_run_on_through_chapters_name_none() -> None:
    assert places(("Chapter I", "7. Seven."), ("Chapter II", "8. Eight.")) == [
        "paragraph 7",
        "paragraph 8",
    ]


def test_the_first_paragraph_without_a_number_has_the_place_of_its_article() -> None:
    assert places(("Article 5. Aims", "One."), ("Article 5. Aims", "Two.")) == [
        "Article 5",
        "paragraph 2",
    ]


def test_pages_go_before_numbers_and_counts() -> None:
    assert places(("", "1. One.", 1), ("", "Note.", 2), ("", "Note.", 2)) == [
        "page 1, paragraph 1",
        "page 2, passage 1",
        "page 2, passage 2",
    ]


def test_marks_of_the_source_stay() -> None:
    block = Block("One.", "", 1, locator="article 18")

    assert located([block]) == (block,)


@pytest.mark.parametrize("mark", ["paragraph 2", "paragraph 2.1"])
def test_no_place_is_given_twice(mark: str) -> None:
    marked = Block("One.", "", 1, locator="paragraph 2")
    other = Block("One.", "", 1, locator=mark)

    found = [block.locator for block in located([other, Block("Two.", "", 1), marked])]

    assert len({*found[1:]}) == 2
    assert found[1] not in {mark, "paragraph 2"}
