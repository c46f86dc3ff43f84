from index.questions.phrases import PhraseBook, closes, folded, opens, stemmed


def test_folded_phrases_are_bare_words_longest_first() -> None:
    phrases = folded(["Té, please", "as soon as possible"])

    assert phrases == (("as", "soon", "as", "possible"), ("te", "please"))


def test_stemmed_phrases_meet_inflected_words() -> None:
    assert stemmed(["which dates"], "en") == stemmed(["which date"], "en")


def test_book_finds_phrases_that_overlap() -> None:
    book = PhraseBook([("what",), ("what", "date"), ("date", "of")])

    found = list(book.find(["on", "what", "date", "of"]))

    assert found == [(1, ("what",)), (1, ("what", "date")), (2, ("date", "of"))]


def test_book_finds_no_phrase_that_is_cut_off() -> None:
    assert list(PhraseBook([("what", "date")]).find(["what"])) == []


def test_opening_stands_at_the_beginning_only() -> None:
    assert opens(["is", "it", "true"], [("is", "it")])
    assert not opens(["so", "is", "it"], [("is", "it")])


def test_closing_stands_at_the_end_only() -> None:
    assert closes(["true", "is", "it"], [("is", "it")])
    assert not closes(["is", "it", "true"], [("is", "it")])
    assert not closes(["it"], [("is", "it")])


def test_book_finds_the_longest_phrase_at_either_end() -> None:
    book = PhraseBook([("is", "it", "true"), ("is", "it"), ("it",)])

    assert book.opens(["is", "it", "true", "that"]) == 3
    assert book.opens(["so", "is", "it"]) == 0
    assert book.closes(["true", "is", "it"]) == 2
    assert book.closes(["is", "it", "so"]) == 0
    assert (book.opens([]), book.closes([])) == (0, 0)
