import pytest

from index.extraction.quotes import holds, quote_for
from index.model import Value, ValueKind
from index.vocabulary import Vocabulary

TEXT = (
    "The talks began in 1998. They ended on 15 November 2000 in New York. "
    "It has three aims: to prevent; to punish; and to protect. 57 States came."
)


def quote(vocabulary: Vocabulary, value: Value, text: str, *about: str) -> str:
    language = vocabulary.languages["en"]
    return quote_for(value, text, about=about, code="en", language=language)


@pytest.mark.parametrize(
    ("kind", "parts", "expected"),
    [
        ("date", ("1998",), "The talks began in 1998."),
        ("date", ("2000-11-15",), "They ended on 15 November 2000 in New York."),
        ("place", ("new  york",), "They ended on 15 November 2000 in New York."),
        ("number", ("57",), "57 States came."),
        (
            "list",
            ("to prevent", "to protect"),
            "It has three aims: to prevent; to punish; and to protect.",
        ),
    ],
)
def test_the_shortest_run_that_holds_the_value_is_quoted(
    vocabulary: Vocabulary, kind: ValueKind, parts: tuple[str, ...], expected: str
) -> None:
    assert quote(vocabulary, Value(kind, parts), TEXT) == expected


def test_a_list_over_several_lines_is_quoted_as_a_run(vocabulary: Vocabulary) -> None:
    text = "Aims:\n- prevention\n- punishment\n- protection\nEnd."

    found = quote(vocabulary, Value("list", ("prevention", "protection")), text)

    assert found == "prevention\n- punishment\n- protection"


def test_among_equals_the_one_on_the_topic_is_quoted(vocabulary: Vocabulary) -> None:
    text = "The sky fell on 3 July 2005. The Protocol began on 3 July 2005."

    found = quote(vocabulary, Value("date", ("2005-07-03",)), text, "Protocol")

    assert found == "The Protocol began on 3 July 2005."


def test_a_value_that_stands_nowhere_quotes_everything(vocabulary: Vocabulary) -> None:
    assert quote(vocabulary, Value("number", ("58",)), TEXT) == TEXT


@pytest.mark.parametrize(
    ("kind", "parts", "text"),
    [
        ("date", ("2005-07-03",), "4 July 2005"),
        ("date", ("2005-07",), "3 July 2005"),
        ("interval", ("2005-10-10", "2005-10-21"), "10-20 October 2005"),
        ("number", ("55",), "resolution 55/25"),
        ("name", ("Maria Lopez",), "Lopez, Maria"),
    ],
)
def test_a_value_is_not_held_by_what_only_resembles_it(
    vocabulary: Vocabulary, kind: ValueKind, parts: tuple[str, ...], text: str
) -> None:
    assert not holds(Value(kind, parts), text, vocabulary.languages["en"])
