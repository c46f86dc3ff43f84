import pytest

from index.language.detection import LanguageDetector
from index.vocabulary import Language, Vocabulary


@pytest.fixture(scope="session")
def detector(vocabulary: Vocabulary) -> LanguageDetector:
    return LanguageDetector(vocabulary.languages)


@pytest.mark.parametrize(
    "text",
    [
        "When did the Firearms Protocol enter into force?",
        "how many parties in 2004",
        "where was it held",
        "dates of COP 6",
        "who chaired the first session",
        "What are the travaux préparatoires?",
        "When was the Convention de Palerme adopted?",
        "tell me about article 5",
        "UN document symbol COP 1",
    ],
)
def test_english_is_known(detector: LanguageDetector, text: str) -> None:
    assert detector.detect(text) == "en"


@pytest.mark.parametrize(
    "text",
    [
        "Quand la Convention est-elle entrée en vigueur ?",
        "dates de la COP 6",
        "qui est depositaire de la convention",
        "entree en vigueur protocole traite",
        "combien darticle dans la convension",
        "Où s'est tenue la deuxième session ?",
        "et le Protocole sur les armes à feu ?",
        "Que veut dire « trafficking in persons » ?",
        "numéro article extradition",
        "Merci beaucoup",
        "QUAND A EU LIEU LA PREMIERE SESSION",
    ],
)
def test_french_is_known(detector: LanguageDetector, text: str) -> None:
    assert detector.detect(text) == "fr"


@pytest.mark.parametrize(
    "text",
    ["", "COP 3", "Convention 2004", "55/25", "👍", "?", "cop6 dates", "extradition"],
)
def test_what_may_be_of_any_language_tells_nothing(
    detector: LanguageDetector, text: str
) -> None:
    assert detector.detect(text) is None


def test_first_text_that_tells_decides(detector: LanguageDetector) -> None:
    texts = ("COP 3", "Et la deuxième ?", "When was the first?")

    assert detector.choose(texts, hint="en") == "fr"


@pytest.mark.parametrize(
    ("hint", "code"),
    [("fr", "fr"), ("fr-CA", "fr"), ("FR", "fr"), ("de", None), ("", None)],
)
def test_hint_counts_where_no_text_tells(
    detector: LanguageDetector, hint: str, code: str | None
) -> None:
    assert detector.choose(("COP 3",), hint=hint) == code


def test_letters_tell_a_language_of_another_script() -> None:
    russian = Language(words={"month_names": ("январь", "февраль")})
    detector = LanguageDetector({"en": Language(stop_words=("the",)), "ru": russian})

    assert detector.detect("Щ") is None
    assert detector.detect("Где январь?") == "ru"


def test_only_language_is_known_by_its_words() -> None:
    detector = LanguageDetector({"en": Language(stop_words=("the",))})

    assert detector.detect("the treaty") == "en"
    assert detector.detect("Vertrag") is None


@pytest.mark.parametrize(("hint", "code"), [("en", "en"), ("fr", "fr"), (None, "fr")])
def test_one_word_that_may_be_a_name_leaves_it_to_the_hint(
    detector: LanguageDetector, hint: str | None, code: str
) -> None:
    assert detector.choose(("infractions article 2",), hint=hint) == code
