import pytest

from bot.answering.wording import (
    capitalized,
    joined,
    word_count,
    word_date,
    word_interval,
    word_list,
    word_statement,
    word_value,
)
from index.knowledge import Knowledge
from index.model import Value, ValueKind
from index.vocabulary import Language
from tests.harbour import ENTITIES, only, state


@pytest.mark.parametrize(
    ("iso", "written"),
    [("2005-07-03", "3 July 2005"), ("2005-07", "July 2005"), ("2005", "2005")],
)
def test_dates_are_written_as_precisely_as_they_are_known(
    english: Language, iso: str, written: str
) -> None:
    assert word_date(iso, english) == written


@pytest.mark.parametrize(
    ("first", "last", "written"),
    [
        ("2005-10-10", "2005-10-21", "10–21 October 2005"),
        ("2004-06-28", "2004-07-09", "28 June – 9 July 2004"),
        ("2003-12-30", "2004-01-02", "30 December 2003 – 2 January 2004"),
        ("2004-06", "2004-07", "June–July 2004"),
        ("2004", "2006", "2004–2006"),
        ("2004-06-28", "2004-06-28", "28 June 2004"),
    ],
)
def test_intervals_say_once_what_both_days_share(
    english: Language, first: str, last: str, written: str
) -> None:
    assert word_interval(first, last, english) == written


@pytest.mark.parametrize(
    ("kind", "parts", "written"),
    [
        ("date", ("2005",), "2005"),
        ("interval", ("2005-10-10", "2005-10-21"), "10–21 October 2005"),
        ("list", ("a", "b", "c"), "a, b and c"),
        ("number", ("81",), "81"),
        ("place", ("Palermo, Italy",), "Palermo, Italy"),
    ],
)
def test_values_are_written_by_their_kind(
    english: Language, kind: ValueKind, parts: tuple[str, ...], written: str
) -> None:
    assert word_value(Value(kind, parts), english) == written


def test_short_lists_need_no_comma(english: Language) -> None:
    assert word_list(["a"], english) == "a"
    assert word_list(["a", "b"], english) == "a and b"


def test_small_counts_are_words_and_others_digits(english: Language) -> None:
    assert word_count(3, english) == "three"
    assert word_count(21, english) == "21"


@pytest.mark.parametrize(
    ("iso", "sentence"),
    [
        ("2010-05-02", "The Harbour Treaty entered into force on 2 May 2010."),
        ("2010-05", "The Harbour Treaty entered into force in May 2010."),
        ("2008", "The Harbour Treaty entered into force in 2008."),
    ],
)
def test_statement_sets_its_date_into_time(
    port: Knowledge, iso: str, sentence: str
) -> None:
    worded = word_statement(
        state("harbour", "entry-into-force", "date", iso),
        ENTITIES["harbour"],
        code="en",
        language=port.vocabulary.languages["en"],
    )

    assert worded == sentence


def test_planned_statement_has_a_wording_of_its_own(port: Knowledge) -> None:
    worded = word_statement(
        only("pilots", "entry-into-force"),
        ENTITIES["pilots"],
        code="en",
        language=port.vocabulary.languages["en"],
        is_planned=True,
    )

    assert worded == "The Pilot Protocol was to enter into force on 1 January 2019."


def test_figure_tells_the_date_that_it_holds_for(port: Knowledge) -> None:
    worded = word_statement(
        state("harbour", "parties", "number", "55", as_of="2014-06-10"),
        ENTITIES["harbour"],
        code="en",
        language=port.vocabulary.languages["en"],
    )

    assert worded == "As of 10 June 2014, the Harbour Treaty had 55 parties."


def test_entity_without_a_name_is_called_by_its_id(port: Knowledge) -> None:
    worded = word_statement(
        state("reef", "entry-into-force", "date", "2008"),
        None,
        code="en",
        language=port.vocabulary.languages["en"],
    )

    assert worded == "Reef entered into force in 2008."


def test_capital_changes_the_first_letter_only() -> None:
    assert capitalized("the UN office") == "The UN office"
    assert capitalized("") == ""


def test_joined_leaves_out_what_is_empty() -> None:
    assert joined(["Yes.", "", "It did."]) == "Yes. It did."
