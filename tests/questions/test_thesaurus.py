from index.language.tokens import tokenize
from index.questions.thesaurus import Thesaurus

THESAURUS = Thesaurus({"city": ["town", "municipality"]}, "en")


def test_synonyms_share_a_head() -> None:
    assert THESAURUS.words("towns") == THESAURUS.words("city") == {"citi"}


def test_other_words_are_their_own_heads() -> None:
    assert THESAURUS.head("lamp") == "lamp"


def test_token_keeps_what_was_written() -> None:
    (token,) = tokenize("Towns", "en")

    worded = THESAURUS.token(token)

    assert (worded.text, worded.norm, worded.stem) == ("Towns", "towns", "citi")


def test_words_of_several_texts_are_gathered() -> None:
    assert THESAURUS.words("a lamp", "towns") == {"a", "lamp", "citi"}


def test_words_of_another_language_share_the_head_too() -> None:
    thesaurus = Thesaurus({"ville": ["cite"]}, "fr", {"cite": ["city", "town"]})

    assert thesaurus.words("town", "ville", "cité") == {"vill"}


def test_word_of_its_own_language_keeps_its_meaning() -> None:
    thesaurus = Thesaurus({"siege": ["place"]}, "fr", {"lieu": ["place"]})

    assert thesaurus.words("place") == thesaurus.words("siège")
