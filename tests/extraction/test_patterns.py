import pytest

from index.extraction.patterns import (
    Match,
    match_pattern,
    openings_of,
    parse_pattern,
)
from index.extraction.sentence import Grammar, Mark, Sentence, View
from index.language.tokens import tokenize
from index.model import Value, ValueKind
from index.vocabulary import Relation


def view_of(text: str, *, value: ValueKind = "number") -> View:
    """Mark words in capitals as entities and numbers as numbers."""
    tokens = tokenize(text, "en")
    marks = {}
    for i, token in enumerate(tokens):
        if token.norm == "fifth" or token.norm.isdecimal():
            kind = "number" if token.norm.isdecimal() else "ordinal"
            marks[i] = (Mark(i, i + 1, kind, value=Value("number", (token.norm,))),)
        elif token.text.isupper() and len(token.text) > 1:
            marks[i] = (Mark(i, i + 1, "treaty", entity=token.norm),)
    sentence = Sentence(text, tokens, marks)
    relation = Relation("size", value, of=("treaty",))
    grammar = Grammar(["and", "or"], frozenset({"the"}), frozenset({"which"}))
    return View(sentence, relation, grammar)


def matches(pattern: str, text: str) -> list[Match]:
    parsed = parse_pattern(pattern, "en")
    return list(match_pattern(parsed, view_of(text), openings_of(parsed)))


def taken(pattern: str, text: str) -> list[dict[str, str]]:
    return [
        {
            name: mark.entity or (mark.value.parts[0] if mark.value else "")
            for name, mark in match.slots.items()
        }
        for match in matches(pattern, text)
    ]


@pytest.mark.parametrize("text", ["(a|b", "a)", "[a", "a]", "(a]", "[a)", "((a)"])
def test_a_bracket_that_is_not_closed_is_an_error(text: str) -> None:
    with pytest.raises(ValueError, match="unbalanced bracket"):
        parse_pattern(text, "en")


def test_words_match_by_stem() -> None:
    assert matches("ratified treaties", "They ratify a Treaty; ratifying treaties.")


@pytest.mark.parametrize(
    ("text", "fits"), [("it came", True), ("it went off", True), ("it stayed", False)]
)
def test_a_choice_takes_one_of_its_ways(text: str, fits: bool) -> None:
    assert bool(matches("it (came|went off)", text)) is fits


@pytest.mark.parametrize(
    ("text", "fits"),
    [("it came", True), ("it then came", True), ("it later came", False)],
)
def test_an_optional_word_may_be_missing(text: str, fits: bool) -> None:
    assert bool(matches("it [then] came", text)) is fits


def test_slots_take_what_is_marked() -> None:
    (slots,) = taken("{entity} has {value} parties", "In all, ALPHA has 12 parties.")

    assert slots == {"entity": "alpha", "value": "12"}


@pytest.mark.parametrize(
    ("pattern", "found"),
    [("{treaty} grew", [{"entity": "alpha"}]), ("{session} grew", [])],
)
def test_a_slot_may_take_one_kind_of_entity(
    pattern: str, found: list[dict[str, str]]
) -> None:
    assert taken(pattern, "ALPHA grew") == found


def test_an_article_may_stand_before_a_slot() -> None:
    assert taken("parties to {entity}", "parties to the ALPHA") == [{"entity": "alpha"}]


@pytest.mark.parametrize(
    ("pattern", "found"),
    [
        ("the {value:ordinal} State", [{"value": "fifth"}]),
        ("the {number:ordinal} State", [{"number": "fifth"}]),
        ("the {value} State", []),
    ],
)
def test_only_a_slot_for_ordinals_takes_one(
    pattern: str, found: list[dict[str, str]]
) -> None:
    assert taken(pattern, "the fifth State") == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("ALPHA, which follows BETA, grew", [{"entity": "alpha"}]),
        ("ALPHA, before BETA, grew", []),
    ],
)
def test_only_a_clause_that_is_joined_to_a_name_may_hold_another(
    text: str, found: list[dict[str, str]]
) -> None:
    assert taken("< {entity} grew", text) == found


@pytest.mark.parametrize(
    ("text", "items"),
    [
        ("in French, Thai and Urdu.", ("French", "Thai", "Urdu")),
        (
            "in order to sow, in time to reap and in all to eat",
            ("in order to sow", "in time to reap", "in all to eat"),
        ),
        ("in French and Urdu", None),
        ("in rows, columns and lines", None),
    ],
)
def test_a_row_of_names_or_of_phrases_that_begin_alike_is_a_list(
    text: str, items: tuple[str, ...] | None
) -> None:
    view = view_of(text, value="list")
    marks = [m for at in range(2) for m in view.marks_at(at, "value")]

    assert [m.value.parts for m in marks if m.value] == ([items] if items else [])


def test_a_gap_holds_any_words() -> None:
    found = taken("{entity} ... has {value}", "ALPHA, as we all know, has 12")

    assert found == [{"entity": "alpha", "value": "12"}]


def test_a_gap_never_passes_another_candidate_for_the_slot_before_it() -> None:
    found = taken("{entity} ... has {value}", "ALPHA precedes BETA, which has 12")

    assert found == [{"entity": "beta", "value": "12"}]


def test_a_gap_never_passes_another_candidate_for_the_slot_behind_it() -> None:
    (slots,) = taken("has ... {value}", "it has 12 members or 15")

    assert slots["value"] == "12"


def test_a_gap_before_a_value_ends_where_another_clause_begins() -> None:
    assert taken("{value} States ... {entity}", "12 States met and ALPHA began") == []


def test_a_free_gap_passes_anything() -> None:
    found = taken("{value} States ~ {entity}", "12 States, 15 others and the ALPHA")

    assert found == [{"value": "12", "entity": "alpha"}]


def test_a_match_tells_where_it_stands() -> None:
    (match,) = matches("{entity} began", "In May ALPHA began.")

    assert (match.first, match.stop) == (2, 4)


@pytest.mark.parametrize(
    ("pattern", "openings"),
    [
        ("it began", {"it"}),
        ("[in] {entity} began", {"in", "{entity}"}),
        ("< (so|[but] {value}) it", {"so", "but", "{value}"}),
        ("~ it began", None),
        ("[it]", None),
    ],
)
def test_what_may_stand_first_is_told_from_the_pattern(
    pattern: str, openings: set[str] | None
) -> None:
    assert openings_of(parse_pattern(pattern, "en")) == openings
