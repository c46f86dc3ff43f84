"""The language of a document or a query is told by letters and stop words."""

from itertools import chain

import pytest

from index.language.identification import (
    fold_stop_words,
    has_letters_of,
    identify_language,
)
from index.language.tokens import fold, norms
from index.vocabulary import Language, Vocabulary

LANGUAGES = {
    "en": Language(stop_words=("the", "of", "when", "did")),
    "es": Language(stop_words=("el", "de", "la", "era")),
    "fr": Language(stop_words=("le", "de", "la")),
}
_FOLDED = ("houses", "masthead", "furniture", "verbs")
STOP_WORDS = fold_stop_words(LANGUAGES)


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("When did the Protocol enter into force?", "en"),
        ("El protocolo de la Convención", "es"),
        ("Когда вступил в силу Протокол UNTOC?", "ru"),
        ("متى دخل البروتوكول حيز النفاذ؟", "ar"),
        ("UNTOC 议定书何时生效", "zh"),
        ("締約国会議はいつ開催されましたか", "ja"),
        ("CTOC/COP/2006/14", None),
        ("de la", None),
        ("2003", None),
        ("", None),
    ],
)
def test_language_is_told_by_letters_or_stop_words(
    text: str, language: str | None
) -> None:
    assert identify_language(norms(text), STOP_WORDS) == language


def test_lead_is_asked_for() -> None:
    words = norms("carbon era")

    assert identify_language(words, STOP_WORDS) == "es"
    assert identify_language(words, STOP_WORDS, lead=2) is None


@pytest.mark.parametrize(
    ("word", "language", "is_so"),
    [
        ("protocol", "en", True),
        ("protocol", "ru", False),
        ("протокол", "ru", True),
        ("протокол", "en", False),
        ("约", "zh", True),
        ("約", "ja", True),
        ("2003", "fr", True),
    ],
)
def test_letters_tell_what_a_word_may_be(word: str, language: str, is_so: bool) -> None:
    assert has_letters_of(word, language) is is_so


@pytest.mark.parametrize(
    ("text", "language"),
    [
        (
            "Comunicado de prensa. La Conferencia de las Partes inauguró hoy su "
            "período de sesiones, al que asisten representantes de 130 Estados.",
            "es",
        ),
        (
            "Communiqué de presse. La Conférence des Parties a ouvert aujourd'hui à "
            "Vienne sa session, à laquelle assistent les représentants de 130 États.",
            "fr",
        ),
        (
            "Press release. The Conference of the Parties opened its session in Vienna "
            "today; representatives of 130 States attend it.",
            "en",
        ),
    ],
)
def test_shipped_stop_words_tell_languages_of_latin_letters(
    vocabulary: Vocabulary, text: str, language: str
) -> None:
    stop_words = fold_stop_words(vocabulary.readable)

    assert identify_language(norms(text), stop_words, lead=2) == language


def test_shipped_words_are_folded_as_texts_are(vocabulary: Vocabulary) -> None:
    for language in vocabulary.readable.values():
        listed = chain(*(language.words.get(key, ()) for key in _FOLDED))
        words = [*language.stop_words, *language.months, *listed]
        assert [word for word in words if fold(word) != word] == []
