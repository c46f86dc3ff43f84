import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.language.tokens import stem, tokenize
from index.questions.spelling import Speller, load_dictionary

WORDS = {"protocol": 9, "convention": 5, "ratification": 3, "parties": 2, "party": 7}
SPELLER = Speller(
    WORDS,
    known=frozenset(stem(word, "en") for word in WORDS),
    dictionary=frozenset({"forth", "parity"}),
    language="en",
)


def repaired(text: str) -> str:
    (token,) = tokenize(text, "en")
    return SPELLER.repair(token).norm


@pytest.mark.parametrize(
    ("typo", "word"),
    [
        ("protcol", "protocol"),
        ("Protokol", "protocol"),
        ("convnetion", "convention"),
        ("ratifcaton", "ratification"),
        ("partyy", "party"),
    ],
)
def test_misspelled_words_are_repaired(typo: str, word: str) -> None:
    assert repaired(typo) == word


@pytest.mark.parametrize(
    "word",
    [
        "protocols",  # known by its stem
        "forth",
        "parity",  # a word of the dictionary, one edit from a known one
        "PROTCOL",  # an acronym, as far as anyone can tell
        "ptry",
        "2004",
        "elephant",
        "prtcl",
        "protocol" * 4,
    ],
)
def test_other_words_are_left_alone(word: str) -> None:
    assert repaired(word) == word.lower()


def test_word_of_another_stem_is_repaired_by_one_edit() -> None:
    speller = Speller(
        {"trafficking": 1}, known={"traffic"}, dictionary=(), language="en"
    )
    misspelled, word = tokenize("trafficing traffics", "en")

    assert speller.repair(misspelled).norm == "trafficking"
    assert speller.repair(word).norm == "traffics"


def test_commonest_of_equally_near_words_is_taken() -> None:
    speller = Speller({"lamp": 1, "lump": 8}, known=(), dictionary=(), language="en")
    (token,) = tokenize("lomp", "en")

    assert speller.repair(token).norm == "lump"


def test_first_letter_counts_more_than_the_others() -> None:
    speller = Speller({"gate": 9, "late": 1}, known=(), dictionary=(), language="en")
    (token,) = tokenize("lare", "en")

    assert speller.repair(token).norm == "late"


@given(st.text())
def test_repair_keeps_the_place_of_a_word(text: str) -> None:
    for token in tokenize(text, "en"):
        repaired = SPELLER.repair(token)

        assert (repaired.start, repaired.end) == (token.start, token.end)
        assert repaired.text == token.text


def test_dictionary_knows_english_and_no_invented_language() -> None:
    assert "treaty" in load_dictionary("en")
    assert "treaty" not in load_dictionary("xx")
