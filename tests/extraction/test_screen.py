from index.extraction.patterns import parse_pattern
from index.extraction.screen import DATE, LIST, NUMBER, Screen, needs_of, sketch
from index.language.tokens import tokenize
from index.reading import Data
from index.vocabulary import Vocabulary


def needs(pattern: str, **slots: frozenset[str]) -> set[frozenset[str]]:
    return set(needs_of(parse_pattern(pattern, "en"), slots))


def test_every_word_is_needed() -> None:
    assert needs("it began") == {frozenset({"it"}), frozenset({"began"})}


def test_of_a_choice_one_way_is_needed() -> None:
    assert needs("(came|went)") == {frozenset({"came", "went"})}


def test_what_may_be_missing_is_not_needed() -> None:
    assert needs("[so] ... ~ {entity}") == set()


def test_slots_need_what_is_given_for_them() -> None:
    assert needs("{value}", value=DATE) == {DATE}


def test_a_sketch_tells_what_a_text_may_hold(vocabulary: Vocabulary) -> None:
    english = vocabulary.languages["en"]

    def sketched(text: str) -> set[str]:
        return sketch(text, tokenize(text, "en"), english)

    assert sketched("in 2005") == {"in", "2005"} | DATE | NUMBER
    assert sketched("two (or so)") >= NUMBER | LIST
    assert sketched("none") == {"none"}


def test_a_screen_lets_through_what_has_all_that_is_needed() -> None:
    came, both = frozenset({"came"}), frozenset({"went", "left"})
    screen = Screen([(came, both), (both,), ()])

    assert screen.fitting({"came", "left"}) == [0, 1, 2]
    assert screen.fitting({"went"}) == [1, 2]
    assert screen.fitting({"came"}) == [2]
    assert screen.fitting(set()) == [2]


def test_every_shipped_pattern_needs_something(
    shipped: Data, vocabulary: Vocabulary
) -> None:
    slots = {"entity": frozenset({"it"})}
    patterns = [
        sentence
        for words in vocabulary.languages["en"].relations.values()
        for sentence in words.sentences
    ]

    assert [p for p in patterns if not needs_of(parse_pattern(p, "en"), slots)] == []
