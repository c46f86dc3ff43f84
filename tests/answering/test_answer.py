from datetime import date

import pytest

from bot.answering.answer import Answerer
from bot.answering.model import Answer
from index.knowledge import Knowledge
from index.library import Library
from tests.harbour import employ, know, state, teach


def told(answer: Answer) -> str:
    return " ".join((answer.headline, *answer.points, answer.note or ""))


@pytest.mark.parametrize(
    ("question", "words"),
    [
        ("When did the Firearms Protocol enter into force?", "3 July 2005"),
        ("When was the first session held?", "28 June – 9 July 2004"),
        ("COP2 dates", "10–21 October 2005"),
        ("When is the thirteenth session?", "was planned for October 2026"),
        ("Did the Firearms Protocol enter into force in 2004?", "No."),
        ("Why did the Firearms Protocol enter into force in 1999?", "Not quite."),
        ("How many parties did the Convention have in 1999?", "nearest"),
        ("What is the total of States Parties to the Convention?", "parties"),
    ],
)
def test_shipped_data_is_answered_from(
    answerer: Answerer, question: str, words: str
) -> None:
    answer = answerer.ask(question)

    assert answer.answered
    assert words in told(answer)


def test_two_protocols_of_one_message_are_both_answered(answerer: Answerer) -> None:
    answer = answerer.ask(
        "When did the Firearms Protocol enter into force? "
        "When did the Trafficking Protocol enter into force?"
    )

    assert "3 July 2005" in told(answer)
    assert "25 December 2003" in told(answer)
    assert len(answer.citations) == 2


@pytest.mark.parametrize("language", [None, "en", "xx", ""])
def test_language_without_words_is_answered_in_english(
    answerer: Answerer, language: str | None
) -> None:
    answer = answerer.ask("Where was the second session held?", (), language)

    assert answer.language == "en"
    assert "Vienna" in answer.headline


def test_day_tells_what_is_past(library: Library) -> None:
    question = "Did the Firearms Protocol enter into force?"

    late = Answerer(library, date(2026, 1, 1)).ask(question)
    early = Answerer(library, date(2004, 1, 1)).ask(question)

    assert late.headline.startswith("Yes.")
    assert not early.headline.startswith("Yes.")


def test_sources_that_differ_are_both_told_and_cited(port: Knowledge) -> None:
    english = port.vocabulary.languages["en"]
    quotes = {
        "page": "The Lamp Protocol entered into force on 4 March 2012.",
        "release": "The Lamp Protocol entered into force on 5 March 2012.",
    }
    statements = (
        state(
            "lamps",
            "entry-into-force",
            "date",
            day,
            quote=quotes[document],
            document=document,
        )
        for document, day in (("page", "2012-03-04"), ("release", "2012-03-05"))
    )
    knowledge = know(english, *statements)
    training = teach(knowledge)
    respondent = employ(knowledge, training)

    answer = respondent.ask("When did the Lamp Protocol enter into force?")

    assert "4 March 2012" in answer.headline
    assert "5 March 2012" in (answer.note or "")
    assert {c.snippet for c in answer.citations} == set(quotes.values())


@pytest.mark.parametrize(
    "question",
    [
        "Is it true that the Firearms Protocol did not enter into force in 2005?",
        "Did the first session last 40 days?",
        "Did 57 States Parties and 41 signatories attend the first session?",
        "Did the first session end on 8 July 2004?",
        "Did the first session last from 28 June to 8 July 2004?",
        "Was the second session held 1-21 October 2005?",
    ],
)
def test_what_is_not_so_is_not_confirmed(answerer: Answerer, question: str) -> None:
    assert not answerer.ask(question).headline.startswith("Yes.")


def test_status_is_the_one_of_the_time_asked_for(answerer: Answerer) -> None:
    answer = answerer.ask(
        "As of July 2004, when was the next session of the Conference planned?"
    )

    assert answer.as_of == "2004-07-09"


@pytest.mark.parametrize("mark", ["\u00ad", "\u200b", "\u2060"])
def test_marks_within_a_word_do_not_cut_it(answerer: Answerer, mark: str) -> None:
    text = f"When did the Fire{mark}arms Proto{mark}col enter into force?"

    assert "3 July 2005" in answerer.ask(text).headline


@pytest.mark.parametrize(
    ("claim", "lead"),
    [
        ("The Firearms Protocol entered into force in 2005", "Supported."),
        ("The Convention was adopted in 2000 and entered into force in 2003", "Supp"),
        ("The Convention was adopted in 2000 and entered into force in 2005", "Contra"),
        ("The Convention and the Firearms Protocol entered into force in 2003", "Con"),
        ("The Firearms Protocol was adopted on 31 May 2001", "Supported."),
        ("The first session was held in Palermo", "Contradicted."),
        ("The Firearms Protocol has 21 articles", "Supported."),
        ("COP 12 took place in Geneva in 2024", "Contradicted."),
        ("The thirteenth session was held in October 2026", "The documents say this;"),
        ("The thirteenth session was planned for October 2026", "Supported."),
        ("The Convention supplements the Firearms Protocol", "The documents say this;"),
        ("The Convention has 147 parties", "The documents say this;"),
        ("The Protocols entered into force in 2003", "The documents say this;"),
        ("The Convention bans nuclear weapons", "Not in the documents."),
    ],
)
def test_claims_are_held_against_the_documents(
    answerer: Answerer, claim: str, lead: str
) -> None:
    answer = answerer.verify(claim)

    assert answer.headline.startswith(lead)
    assert bool(answer.citations) is answer.answered


@pytest.mark.parametrize(
    ("question", "suggestion"),
    [
        ("list of signatory ships of the trafficking protocol", "Trafficking"),
        ("themes of the twentieth session", "session"),
        ("When did the Convention enter into force for France?", "enter into force"),
    ],
)
def test_refusal_suggests_what_is_near(
    answerer: Answerer, question: str, suggestion: str
) -> None:
    answer = answerer.ask(question)

    assert not answer.answered
    assert suggestion in " ".join(answer.suggestions)
    assert len(set(answer.suggestions)) == len(answer.suggestions) <= 3


def test_two_questions_joined_by_and_are_both_answered(answerer: Answerer) -> None:
    answer = answerer.ask(
        "When did the Firearms Protocol enter into force "
        "and where was the first session held?"
    )

    assert answer.answered


def test_year_long_period_is_no_event_of_a_day(answerer: Answerer) -> None:
    answer = answerer.ask("What happened on 3 July 2005?")

    assert "programme of work" not in " ".join(answer.points)


@pytest.mark.parametrize(
    ("question", "verdict"),
    [
        ("Did the Convention enter into force before 2004?", "Yes."),
        ("Did the Trafficking Protocol enter into force before January 2004?", "Yes."),
        ("Did 57 States Parties attend the first session?", "Yes."),
        ("Were there more than 100 parties to the Convention in July 2004?", "No."),
        ("Was the Convention opened for signature in Lisbon?", "No."),
        ("Was the Convention in force in December 2003?", "Yes."),
        ("Was there a session of the Conference in 2005?", "Yes."),
        ("Is corruption one of the offences of the Convention?", "Yes."),
    ],
)
def test_one_value_is_confirmed_or_denied(
    answerer: Answerer, question: str, verdict: str
) -> None:
    assert answerer.ask(question).headline.startswith(verdict)


@pytest.mark.parametrize(
    "question",
    [
        "Was the first session over by 10 July 2004?",
        "Did the first session end on 28 June 2004?",
        "Did 57 States Parties and 42 observers attend COP 1?",
        "Did the Convention not enter into force in 2003?",
        "Did only four observers attend COP 1?",
        "Does the Convention have 147 parties?",
    ],
)
def test_what_one_value_does_not_decide_gets_no_verdict(
    answerer: Answerer, question: str
) -> None:
    assert not answerer.ask(question).headline.startswith(("Yes.", "No."))


def test_joined_questions_are_answered_with_what_is_left_open(
    answerer: Answerer,
) -> None:
    answer = answerer.ask(
        "Which city hosted the signing conference and what did the catering cost?"
    )

    assert "Palermo" in answer.headline
    assert answer.note is not None
    assert "what did the catering cost?" in answer.note


@pytest.mark.parametrize("words", ["fewer than 30", "at least 21"])
def test_comparison_that_holds_is_confirmed(answerer: Answerer, words: str) -> None:
    answer = answerer.ask(
        f"Did the Firearms Protocol have {words} parties in July 2004?"
    )

    assert answer.headline.startswith("Yes.")


@pytest.mark.parametrize(
    ("question", "words"),
    [
        ("What entered into force on 28 January 2004?", "Smuggling of Migrants"),
        ("Which instrument took effect in September 2003?", "Palermo Convention"),
    ],
)
def test_entity_is_found_by_its_date(
    answerer: Answerer, question: str, words: str
) -> None:
    answer = answerer.ask(question)

    assert words in answer.headline
    assert answer.points == ()


def test_only_some_of_many_joined_questions_are_answered(answerer: Answerer) -> None:
    part = "when did the Firearms Protocol enter into force"

    answer = answerer.ask(" and ".join([part] * 15) + "?")

    assert answer.headline.count("3 July 2005") == 4
