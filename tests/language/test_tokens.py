import unicodedata
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.language.tokens import fold, norms, restem, stem, stems, tokenize


@given(st.text())
def test_fold_keeps_every_offset(text: str) -> None:
    assert len(fold(text)) == len(text)


@given(st.text())
def test_tokens_stand_where_they_say(text: str) -> None:
    for token in tokenize(text, "en"):
        assert text[token.start : token.end] == token.text


@given(st.text())
def test_tokens_stand_apart_and_in_order(text: str) -> None:
    tokens = tokenize(text, "en")

    assert all(a.end <= b.start for a, b in pairwise(tokens))


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("COP3", ["cop", "3"]),
        ("CTOC/COP/2006/14", ["ctoc", "cop", "2006", "14"]),
        ("the 21st session", ["the", "21", "st", "session"]),
        ("Travaux Préparatoires", ["travaux", "preparatoires"]),
        ("State's", ["state", "s"]),
        ("российский Ёж", ["российский", "еж"]),
        ("Άρθρο", ["αρθρο"]),
        ("oﬃce ﬁnance", ["office", "finance"]),
        ("81² Parties³", ["81", "parties"]),
        ("مُكَافَحَة", ["مكافحه"]),
        ("مكـــافحة ـ", ["مكافحه"]),
        ("إلى أعلى مستوى", ["الي", "اعلي", "مستوي"]),
        ("عام ٢٠٠٣", ["عام", "2003"]),
        ("２００３年ＣＯＰ３", ["2003", "年", "cop", "3"]),
        ("公约UNTOC生效", ["公", "约", "untoc", "生", "效"]),
        ("한국", ["한국"]),
        ("", []),
    ],
)
def test_tokenize_cuts_and_folds(text: str, words: list[str]) -> None:
    assert [token.norm for token in tokenize(text, "en")] == words


def test_inflected_forms_share_a_stem() -> None:
    assert stems("protocols supplementing", "en") == stems("protocol supplement", "en")


def test_stem_leaves_words_of_unknown_languages_alone() -> None:
    assert stem("ratifications", "xx") == "ratifications"


@pytest.mark.parametrize(
    "text", ["Préparatoires", "российский", "Ёлка", "ação", "άλφα"]
)
def test_accents_set_apart_make_no_difference_but_in_offsets(text: str) -> None:
    apart = unicodedata.normalize("NFD", text)

    (token,) = tokenize(apart, "ru")

    assert token.norm == tokenize(text, "ru")[0].norm
    assert (token.start, token.end, token.text) == (0, len(apart), apart)


@given(st.text())
def test_stems_are_those_of_the_tokens(text: str) -> None:
    assert stems(text, "fr") == tuple(token.stem for token in tokenize(text, "fr"))


@given(st.text())
def test_folded_words_are_those_of_the_tokens(text: str) -> None:
    assert norms(text) == [token.norm for token in tokenize(text, "en")]


@given(st.text())
def test_words_cut_once_are_stemmed_as_if_cut_anew(text: str) -> None:
    assert restem(tokenize(text, "en"), "fr") == tokenize(text, "fr")
