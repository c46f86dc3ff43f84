import pytest

from index.language.names import find_names, find_places
from index.vocabulary import Vocabulary


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("It met in Vienna.", ["Vienna"]),
        ("It met in Palermo, Italy, on Monday.", ["Palermo, Italy"]),
        ("the session (Vienna, 9 October 2006)", ["Vienna"]),
        ("at New York and in San José", ["New York", "San José"]),
        ("in October 2005", []),
        ("in a city", []),
        ("Vienna is big", []),
    ],
)
def test_places_are_capitals_after_a_preposition_or_a_bracket(
    vocabulary: Vocabulary, text: str, places: list[str]
) -> None:
    found = find_places(text, vocabulary.languages["en"])

    assert [place.value.parts[0] for place in found] == places
    assert [text[place.start : place.end] for place in found] == places


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("chaired by Maria Lopez of Peru", ["Maria Lopez of Peru"]),
        ("chaired by Victor G. Garcia", ["Victor G. Garcia"]),
        (
            "the Secretary-General of the League wrote",
            ["Secretary-General of the League"],
        ),
        ("The Pilot Office wrote", ["Pilot Office"]),
        ("chaired by Mr. Jun Takeda", ["Mr. Jun Takeda"]),
        ("In May Maria Lopez left", []),
        ("on 3 July 2005", []),
        ("said Maria", []),
    ],
)
def test_names_are_two_capitals_or_more(
    vocabulary: Vocabulary, text: str, names: list[str]
) -> None:
    found = find_names(text, vocabulary.languages["en"])

    assert [name.value.parts[0] for name in found] == names
