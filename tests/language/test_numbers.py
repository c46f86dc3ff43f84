from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.language.numbers import find_numbers, read_ordinal, read_roman
from index.language.tokens import tokenize
from index.vocabulary import Language, Vocabulary


@pytest.fixture(scope="module")
def english(vocabulary: Vocabulary) -> Language:
    language = vocabulary.languages["en"]
    large = {"hundred": 100, "thousand": 1_000, "million": 1_000_000}
    return replace(language, numbers={**language.numbers, **large})


def numbers_in(text: str, language: Language) -> list[tuple[str, str]]:
    found = find_numbers(text, language)
    return [(n.value.parts[0], text[n.start : n.end]) for n in found]


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("57 States, four observers", [("57", "57"), ("4", "four")]),
        ("twenty-one", [("21", "twenty-one")]),
        ("two three", [("2", "two"), ("3", "three")]),
        ("1,234 and 1 234", [("1234", "1,234"), ("1234", "1 234")]),
        ("two hundred and five", [("205", "two hundred and five")]),
        ("one hundred and forty-seven", [("147", "one hundred and forty-seven")]),
        ("three thousand and two", [("3002", "three thousand and two")]),
        ("5 million people", [("5000000", "5 million")]),
        ("sixty, five", [("65", "sixty, five")]),
        ("81 States.", [("81", "81")]),
    ],
)
def test_cardinals_are_read_in_digits_and_in_words(
    english: Language, text: str, numbers: list[tuple[str, str]]
) -> None:
    assert numbers_in(text, english) == numbers


@pytest.mark.parametrize(
    "text",
    [
        "A/RES/55/25",
        "55/255",
        "CTOC/COP/2006/14",
        "COP3",
        "COP-3",
        "1.5",
        "1.234.567",
        "2,5",
        "1st",
        "20%",
        "$50",
        "two-thirds",
        "two-and-a-half",
        "10-21",
    ],
)
def test_what_counts_no_things_is_no_number(english: Language, text: str) -> None:
    assert numbers_in(f"in {text} of", english) == []


@given(st.integers(0, 10**9))
def test_any_number_is_read_back_with_and_without_commas(
    vocabulary: Vocabulary, number: int
) -> None:
    for text in (str(number), f"{number:,}"):
        found = numbers_in(f"about {text} things", vocabulary.languages["en"])

        assert found == [(str(number), text)]


@pytest.mark.parametrize(
    ("text", "ordinal"),
    [
        ("first", (1, 1)),
        ("21st", (21, 2)),
        ("twenty-first", (21, 2)),
        ("12th session", (12, 2)),
        ("21", (None, 0)),
        ("12x", (None, 0)),
        ("", (None, 0)),
    ],
)
def test_ordinals_are_read_in_digits_and_in_words(
    english: Language, text: str, ordinal: tuple[int | None, int]
) -> None:
    assert read_ordinal(tokenize(text, "en"), english) == ordinal


@pytest.mark.parametrize(
    ("word", "number"),
    [("I", 1), ("IV", 4), ("XIX", 19), ("XXXIX", 39), ("IIII", None), ("", None)],
)
def test_roman_numerals_are_read(word: str, number: int | None) -> None:
    assert read_roman(word) == number


@pytest.mark.parametrize("word", ["i", "iv", "x", "Mix", "L"])
def test_roman_numerals_are_capitals(word: str) -> None:
    assert read_roman(word) is None
