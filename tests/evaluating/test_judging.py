"""When an answer is right, and when its citation bears it out."""

import pytest

from bot.answering.model import Answer
from bot.evaluating.judging import Judgement, is_borne_out, judge, says
from index.model import Passage
from index.questions.task import Task
from index.vocabulary import Language
from tests.evaluating.conftest import REFUSAL, a_citation, a_task, an_answer

ENGLISH = Language(
    months={"july": 7, "september": 9},
    words={"yes": ("Yes.",), "no": ("No.",), "range": ("to",)},
)
FRENCH = Language(months={"juillet": 7}, words={"yes": ("Oui.",), "no": ("Non.",)})
PASSAGES = {
    "page#1": Passage("page#1", "page", "paragraph 1", "The lamps", "It was in 1999.")
}

LAMPS = a_task(expect=(("3 July 2005",), ("lamp", "lantern")), reject=("2003",))
TO_REFUSE = a_task(refuse=True)


def borne_out(task: Task, answer: Answer) -> bool:
    return is_borne_out(task, answer, PASSAGES.get, (ENGLISH, FRENCH))


@pytest.mark.parametrize(
    ("text", "words", "is_said"),
    [
        ("on 3 July 2005.", "3 july 2005", True),
        ("on 13 July 2005.", "3 July 2005", False),
        ("In November.", "No", False),
        ("“UNIS/CP/497”", "UNIS/CP/497", True),
    ],
)
def test_words_are_looked_for_whole(text: str, words: str, is_said: bool) -> None:
    assert says(text, words) is is_said


@pytest.mark.parametrize(
    ("task", "answer", "judgement"),
    [
        (LAMPS, an_answer("The lamp: 3 July 2005."), "right"),
        (LAMPS, an_answer("The lantern: 3 July 2005."), "right"),
        (LAMPS, an_answer("3 July 2005."), "wrong"),
        (LAMPS, an_answer("The lamp: 3 July 2005, not 2003."), "wrong"),
        (LAMPS, REFUSAL, "refused"),
        (TO_REFUSE, REFUSAL, "right"),
        (TO_REFUSE, an_answer("The lamp."), "wrong"),
    ],
)
def test_answer_is_judged_by_what_it_says(
    task: Task, answer: Answer, judgement: Judgement
) -> None:
    assert judge(task, answer) == judgement


def test_points_and_note_are_said_too() -> None:
    answer = an_answer("Two:", points=("the lamp",), note="Since 3 July 2005.")

    assert judge(LAMPS, answer) == "right"


def test_what_is_only_cited_is_not_said() -> None:
    answer = an_answer("The lamp.", citations=(a_citation("3 July 2005"),))

    assert judge(LAMPS, answer) == "wrong"


@pytest.mark.parametrize(
    ("expected", "snippet"),
    [
        ("3 July 2005", "It began on 3 July 2005."),
        ("3 July 2005", "It began on July 3, 2005."),
        ("3 juillet 2005", "It began on 3 July 2005."),
        ("July 2005", "It began on 3 July 2005."),
        ("3 to 5 July 2005", "It lasted 3-5 July 2005."),
        ("3 July 2005", "It lasted 3-5 July 2005."),
        ("1999", "What else the passage says."),
        ("the lamps", "What stands above the passage."),
    ],
)
def test_value_stands_in_what_is_cited(expected: str, snippet: str) -> None:
    answer = an_answer("...", citations=(a_citation(snippet),))

    assert borne_out(a_task(expect=((expected,),)), answer)


@pytest.mark.parametrize(
    ("expected", "snippet"),
    [
        ("3 July 2005", "It began in July 2005."),
        ("3 July 2005", "It began on 4 July 2005."),
        ("3 to 5 July 2005", "It lasted from 3 to 6 July 2005."),
        ("two lamps", "It has 2 lamps."),
    ],
)
def test_value_stands_nowhere_in_what_is_cited(expected: str, snippet: str) -> None:
    answer = an_answer("...", citations=(a_citation(snippet),))

    assert not borne_out(a_task(expect=((expected,),)), answer)


@pytest.mark.parametrize(
    ("source", "is_of_it"),
    [("page", True), ("HC/1/9", True), (None, True), ("release", False)],
)
def test_cited_document_is_the_source_asked(source: str | None, is_of_it: bool) -> None:
    task = a_task(expect=(("lamp",),), source=source)
    answer = an_answer("...", citations=(a_citation("A lamp."),))

    assert borne_out(task, answer) is is_of_it


def test_one_citation_has_both_value_and_source() -> None:
    task = a_task(expect=(("lantern",),), source="release")
    other = a_citation("Nothing.", document="release", passage="release#1")

    answer = an_answer("...", citations=(a_citation("A lantern."), other))

    assert not borne_out(task, answer)


def test_yes_or_no_alone_needs_no_words_of_the_source() -> None:
    answer = an_answer("Yes.", citations=(a_citation("Something else."),))

    assert borne_out(a_task(expect=(("Yes", "oui"),)), answer)


def test_what_stands_beside_yes_or_no_is_looked_for() -> None:
    answer = an_answer("No.", citations=(a_citation("No lamps."),))

    assert not borne_out(a_task(expect=(("No",), ("lantern",))), answer)


def test_nothing_bears_out_an_answer_without_citations() -> None:
    assert not borne_out(a_task(expect=(("Yes",),)), an_answer("Yes."))


def test_nothing_bears_out_what_ought_to_be_refused() -> None:
    answer = an_answer("...", citations=(a_citation("A lamp."),))

    assert not borne_out(TO_REFUSE, answer)
