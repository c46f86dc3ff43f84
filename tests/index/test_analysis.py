"""Text becomes the same terms in passages and in queries."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.analysis import cut, query_analyzer, sentences_of, terms_of
from index.language.tokens import stem
from index.vocabulary import Language

ENGLISH = Language(stop_words=("the", "of", "when", "did"))
SPANISH = Language(stop_words=("el", "de"))
VOCABULARY = {"en": ENGLISH, "es": SPANISH}


@pytest.mark.parametrize(
    ("text", "terms"),
    [
        ("The Protocols entered into force", "the protocol enter into forc"),
        ("PROTOCOL protocol Protocols", "protocol protocol protocol"),
        ("CTOC/COP/2006/14", "ctoc cop 2006 14"),
        ("article 32(2)", "articl 32 2"),
        ("Élan, naïve", "elan naiv"),
        ("\ufeffmigrants\x00 smuggled", "migrant smuggl"),
        ("?*() \"'", ""),
        ("", ""),
    ],
)
def test_english_text_becomes_folded_stems(text: str, terms: str) -> None:
    assert terms_of(text, "en") == tuple(terms.split())


@pytest.mark.parametrize(
    ("language", "one", "other"),
    [
        ("fr", "conventions", "convention"),
        ("es", "protocolos", "protocolo"),
        ("ru", "протоколы", "протокола"),
        ("ru", "отчётом", "отчета"),
        ("es", "convención", "CONVENCION"),
        ("ar", "الاتِّفاقيّة", "إتفاقيه"),
        ("zh", "２００３年", "2003年"),
    ],
)
def test_each_language_has_its_own_stems(language: str, one: str, other: str) -> None:
    assert terms_of(one, language) == terms_of(other, language)


@pytest.mark.parametrize(
    ("text", "terms"),
    [
        ("缔约方", "缔 缔约 约 约方 方"),
        ("公约，生效", "公 公约 约 生 生效 效"),
        ("第3届COP会议", "第 3 届 cop 会 会议 议"),
    ],
)
def test_chinese_text_becomes_signs_and_pairs_of_neighbours(
    text: str, terms: str
) -> None:
    assert terms_of(text, "zh") == tuple(terms.split())


ANY_SCRIPT = st.text(st.sampled_from("aé .。\n1٣ЁйِـةىاللوСтран公约方テ３"))


@given(ANY_SCRIPT, st.sampled_from(["en", "fr", "es", "ru", "ar", "zh", "xx"]))
def test_terms_stand_where_the_text_was_cut(text: str, language: str) -> None:
    pieces = cut(text)

    assert terms_of(text, language) == tuple(stem(p.norm, language) for p in pieces)
    assert all(0 <= p.start < p.end <= len(text) for p in pieces)
    assert [p.start for p in pieces] == sorted(p.start for p in pieces)


@given(ANY_SCRIPT)
def test_a_piece_cut_again_ends_with_the_same_terms(text: str) -> None:
    for piece in cut(text):
        assert piece.norm in [p.norm for p in cut(text[piece.start : piece.end])]


def test_endless_word_is_cut() -> None:
    (term,) = terms_of("x" * 100_000, "en")

    assert len(term) < 100


@given(st.text(alphabet="abc. \n!?ABC1é\ufeff公约。！"))
def test_terms_of_the_sentences_are_the_terms_of_the_text(text: str) -> None:
    sentences = sentences_of(text, "en")

    joined = tuple(term for sentence in sentences for term in sentence.terms)
    assert joined == terms_of(text, "en")


@pytest.mark.parametrize(
    ("query", "terms"),
    [
        ("When did the protocols enter?", "protocol enter"),
        ("protocol Protocols PROTOCOL", "protocol"),
        ("when did the", "when did the"),
        ("ports AND ships OR NOT grain*", "port and ship or not grain"),
        ('title:"grain" (ships~2)^3', "titl grain ship 2 3"),
        ("", ""),
    ],
)
def test_query_becomes_its_distinct_telling_terms(query: str, terms: str) -> None:
    analyzer = query_analyzer(["en"], VOCABULARY)

    assert analyzer.terms_of(query, 100) == tuple(terms.split())


def test_query_in_no_sure_language_is_stemmed_in_each_of_the_passages() -> None:
    analyzer = query_analyzer(["es", "en"], VOCABULARY)

    terms = analyzer.terms_of("the protocolos", 100)

    assert terms == (*terms_of("protocolos", "en"), *terms_of("protocolos", "es"))


def test_query_in_a_sure_language_is_stemmed_in_it_alone() -> None:
    analyzer = query_analyzer(["es", "en"], VOCABULARY)

    assert analyzer.terms_of("when did the protocolos", 100) == ("protocolo",)


def test_stop_words_of_other_languages_stay_in_a_sure_one() -> None:
    analyzer = query_analyzer(["es", "en"], VOCABULARY)

    assert "el" in analyzer.terms_of("when did the El Paso", 100)


def test_word_in_other_letters_is_stemmed_in_each_language_of_the_passages() -> None:
    analyzer = query_analyzer(["en", "ru"], VOCABULARY)

    terms = analyzer.terms_of("когда вступил протокол trafficking", 100)

    assert {"traffick", "trafficking"} <= set(terms)


def test_query_in_a_language_of_no_passage_keeps_no_stop_word_of_it() -> None:
    analyzer = query_analyzer(["en"], VOCABULARY)

    assert analyzer.terms_of("el protocolo de Palermo", 100) == ("protocolo", "palermo")


def test_chinese_stop_words_leave_with_their_signs() -> None:
    words = {"zh": Language(stop_words=("什么", "的"))}

    terms = query_analyzer(["zh"], words).terms_of("公约的什么", 100)

    assert terms == ("公", "公约", "约", "约的", "的什")


def test_language_without_words_still_stems() -> None:
    analyzer = query_analyzer(["fr"], VOCABULARY)

    assert analyzer.terms_of("conventions", 100) == terms_of("convention", "fr")


def test_words_beyond_the_limit_are_not_looked_at() -> None:
    analyzer = query_analyzer(["en"], VOCABULARY)

    assert analyzer.terms_of("grain ships ports", 2) == ("grain", "ship")
