"""Words are alike by the edits between them."""

from index.language.likeness import edits_allowed, nearest_words


def test_longer_words_may_be_further_from_what_was_meant() -> None:
    assert [edits_allowed("x" * length) for length in (4, 7, 8, 11, 12)] == [
        1,
        1,
        2,
        2,
        3,
    ]


def test_nearest_word_comes_first() -> None:
    words = ("conventional", "convection", "convention", "party")

    assert nearest_words("convntion", words, edits=2) == ("convention", "convection")


def test_of_equally_near_words_the_one_that_begins_alike_comes_first() -> None:
    assert nearest_words("grein", ("brein", "grain"), edits=1) == ("grain", "brein")


def test_letters_that_are_swapped_are_one_edit() -> None:
    assert nearest_words("palemro", ("palermo",), edits=1) == ("palermo",)
