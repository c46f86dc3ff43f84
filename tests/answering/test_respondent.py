import pytest

from bot.answering.model import Answer
from bot.answering.respondent import Respondent
from bot.answering.understanding import THRESHOLD
from tests.harbour import BESIDE, PAGE, passage_text


def told(answer: Answer) -> str:
    return " ".join((answer.headline, *answer.points, answer.note or ""))


@pytest.mark.parametrize(
    ("question", "words"),
    [
        ("When did the Harbour Treaty enter into force?", "2 May 2010"),
        ("harbour treaty entry into force", "2 May 2010"),
        ("wen did the lantern protocol enter into forse", "4 March 2012"),
        ("Good morning! Please, where was the first session held?", "Porto"),
        ("When is the third session held?", "was planned for 14–18 May 2018"),
        ("How many parties does the Harbour Treaty have?", "As of 10 June 2014"),
        ("What does the Harbour Treaty aim at?", "keeps the peace in ports"),
        ("Which protocol entered into force on 4 March 2012?", "The Lamp Protocol"),
        ("Did the Lamp Protocol enter into force in 2014?", "No. The Lamp Protocol"),
        ("What happened on 2 May 2010?", "The Harbour Treaty entered into force"),
        ("Harbour Treaty", "2 May 2010"),
        ("What do keepers of a lighthouse sign at dusk?", BESIDE),
    ],
)
def test_questions_are_answered_with_citations(
    respondent: Respondent, question: str, words: str
) -> None:
    answer = respondent.ask(question)

    assert answer.answered
    assert words in told(answer)
    assert answer.question == question
    assert answer.citations
    for citation in answer.citations:
        assert citation.snippet in passage_text(citation.document)


@pytest.mark.parametrize(
    "question",
    [
        "Who is the depositary of the Harbour Treaty?",
        "What is the purpose of the Lamp Protocol?",
        "When was the ninth session held?",
        "When did the Madrid Convention enter into force?",
        "Who won the football match?",
        "Hello",
        "How many parties will the Harbour Treaty have in 2030?",
        "storms",
        "?",
        "",
        "ship " * 400,
    ],
)
def test_questions_without_an_answer_are_refused(
    respondent: Respondent, question: str
) -> None:
    answer = respondent.ask(question)

    assert not answer.answered
    assert answer.headline
    assert answer.citations == ()
    assert answer.question == question


@pytest.mark.parametrize(
    ("question", "words"),
    [
        ("how many parties are there", "the Harbour Treaty had 55 parties"),
        ("entry into force date?", "The Harbour Treaty entered into force on 2 May"),
        ("What does it aim at?", "keeps the peace in ports"),
    ],
)
def test_what_names_nothing_is_asked_of_the_default_topic(
    respondent: Respondent, question: str, words: str
) -> None:
    assert words in told(respondent.ask(question))


def test_default_topic_is_left_where_the_chat_has_one(respondent: Respondent) -> None:
    answer = respondent.ask("entry into force date?", ["What is the Lamp Protocol?"])

    assert "4 March 2012" in told(answer)
    assert "Harbour Treaty" not in told(answer)


@pytest.mark.parametrize(
    ("day", "count", "is_nearest"),
    [("in 2011", "40", False), ("in 2012", "40", True), ("in 2009", "40", True)],
)
def test_figure_for_a_date_that_is_not_covered_is_the_nearest(
    respondent: Respondent, day: str, count: str, is_nearest: bool
) -> None:
    answer = respondent.ask(f"How many parties did the Harbour Treaty have {day}?")

    assert f"had {count} parties" in answer.headline
    assert ("nearest" in (answer.note or "")) is is_nearest
    assert answer.as_of == "2011-06-01"


def test_two_questions_of_a_message_are_both_answered(respondent: Respondent) -> None:
    answer = respondent.ask(
        "Where was the second session held? When did the Lamp Protocol take effect?"
    )

    assert "Lisbon" in told(answer)
    assert "4 March 2012" in told(answer)
    assert len(answer.citations) == 2


def test_what_can_be_answered_is_answered(respondent: Respondent) -> None:
    answer = respondent.ask(
        "Who won the football match? Where was the second session held?"
    )

    assert answer.answered
    assert "Lisbon" in told(answer)


def test_when_and_where_are_both_answered(respondent: Respondent) -> None:
    answer = respondent.ask("When and where was the second session held?")

    assert "10–21 October 2015" in told(answer)
    assert "Lisbon" in told(answer)


@pytest.mark.parametrize(
    ("history", "question", "words"),
    [
        (["When was the second session held?"], "where?", "Lisbon"),
        (["When was the second session held?"], "and the third?", "14–18 May 2018"),
        (
            ["When did the Harbour Treaty enter into force?"],
            "and the lamps one?",
            "The Lamp Protocol entered into force",
        ),
        (
            ["How many parties does the Harbour Treaty have?"],
            "as of when?",
            "10 June 2014",
        ),
        (
            ["Where was the second session held?", "Who won the football match?"],
            "When was it held?",
            "10–21 October 2015",
        ),
    ],
)
def test_follow_up_leans_on_the_question_before(
    respondent: Respondent, history: list[str], question: str, words: str
) -> None:
    assert words in told(respondent.ask(question, history))


def test_follow_up_without_history_is_refused(respondent: Respondent) -> None:
    assert not respondent.ask("as of when?").answered


def test_sure_answers_lie_above_the_threshold(respondent: Respondent) -> None:
    answer = respondent.ask("When did the Harbour Treaty enter into force?")

    assert THRESHOLD <= answer.confidence <= 1


def test_same_question_gets_the_same_answer(respondent: Respondent) -> None:
    question = "How many parties does the Harbour Treaty have?"

    assert respondent.ask(question) == respondent.ask(question)


def test_digest_is_cited_as_one(respondent: Respondent) -> None:
    answer = respondent.ask("What does the Harbour Treaty aim at?")

    (citation,) = answer.citations
    assert (citation.form, citation.title) == ("digest", PAGE.title)


def test_first_session_is_dated_by_both_sources(respondent: Respondent) -> None:
    answer = respondent.ask("When was the first session held?")

    assert "2–10 June 2014" in f"{answer.headline} {answer.note}"
    assert "2–9 June 2014" in f"{answer.headline} {answer.note}"
    assert {c.document for c in answer.citations} == {"release", "page"}
