"""Text becomes the same terms in passages and in queries."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.analysis import query_analyzer, sentences_of, terms_of
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
    ],
)
def test_each_language_has_its_own_stems(language: str, one: str, other: str) -> None:
    assert terms_of(one, language) == terms_of(other, language)


def test_endless_word_is_cut() -> None:
    (term,) = terms_of("x" * 100_000, "en")

    assert len(term) < 100


@given(st.text(alphabet="abc. \n!?ABC1é\ufeff"))
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


def test_query_is_stemmed_in_each_language_of_the_passages() -> None:
    analyzer = query_analyzer(["es", "en"], VOCABULARY)

    terms = analyzer.terms_of("the protocolos of", 100)

    assert terms == (*terms_of("protocolos", "en"), *terms_of("protocolos", "es"))


def test_language_without_words_still_stems() -> None:
    analyzer = query_analyzer(["fr"], VOCABULARY)

    assert analyzer.terms_of("conventions", 100) == terms_of("convention", "fr")


def test_words_beyond_the_limit_are_not_looked_at() -> None:
    analyzer = query_analyzer(["en"], VOCABULARY)

    assert analyzer.terms_of("grain ships ports", 2) == ("grain", "ship")
