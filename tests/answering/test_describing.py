from dataclasses import replace
from datetime import date

import pytest

from bot.answering.describing import Describer
from bot.answering.facts import Facts
from bot.answering.sources import Sources
from index.knowledge import Knowledge
from index.questions.training import Training
from tests.harbour import KINDS, TODAY, state


def describer_of(
    knowledge: Knowledge, training: Training, today: date = TODAY
) -> Describer:
    return Describer(
        Facts(knowledge),
        KINDS,
        sources=Sources(knowledge.documents),
        naming=training.naming,
        language=knowledge.vocabulary.languages["en"],
        code="en",
        today=today,
    )


@pytest.fixture(scope="session")
def describer(port: Knowledge, port_training: Training) -> Describer:
    return describer_of(port, port_training)


@pytest.mark.parametrize(
    "described",
    [
        "the last session",
        "the latest session",
        "the most recent session",
        "the previous session",
        "the last session of the Harbour Council",
        "the 2015 session",
        "the October 2015 session",
        "the session of 2015",
        "the session in October 2015",
        "the last session in 2015",
        "the session after the first",
        "the session after the first session",
        "the session following the 1st",
        "the session before the third",
        "the session after 2014",
        "the session after 10 June 2014",
        "the first session after 2014",
        "the session before 2018",
        "the last session before 2018",
        "the latest session before May 2018",
    ],
)
def test_description_is_written_as_the_name_of_what_it_means(
    describer: Describer, described: str
) -> None:
    named = describer.name(f"Where was {described}?")

    assert named == "Where was the second session?"


@pytest.mark.parametrize(
    ("described", "name"),
    [
        ("the next session", "the third session"),
        ("the upcoming session", "the third session"),
        ("the next session of the Harbour Council", "the third session"),
        ("the session after 2015", "the third session"),
        ("the latest session after the first", "the third session"),
        ("the session before the second", "the first session"),
        ("the earliest session before the third", "the first session"),
    ],
)
def test_words_of_order_choose_among_several(
    describer: Describer, described: str, name: str
) -> None:
    assert describer.name(f"Where is {described}?") == f"Where is {name}?"


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("Where did the Harbour Council last meet?", "the second session"),
        ("When is the Harbour Council next meeting?", "the third session"),
    ],
)
def test_whole_stands_for_its_sessions(
    describer: Describer, text: str, named: str
) -> None:
    assert named in describer.name(text)


def test_name_brings_its_article_where_there_was_none(describer: Describer) -> None:
    assert describer.name("Place of last session?") == "Place of the second session?"
    assert describer.name("Session in 2015") == "the second session"


def test_what_was_done_at_the_time_stays_behind_the_name(
    describer: Describer,
) -> None:
    named = describer.name("Where was the session held in 2015?")

    assert named == "Where was the second session held?"


def test_words_behind_a_description_stay(describer: Describer) -> None:
    named = describer.name("Which themes had the 2015 session, and where was it?")

    assert named == "Which themes had the second session, and where was it?"


@pytest.mark.parametrize(
    "text",
    [
        "Where was the second session held?",
        "Where was it held in 2015?",
        "When was the last protocol signed?",
        "Where was the last planned session held?",
        "Which was the last, and is it in the session?",
        "Where was the session that Lisbon wanted before 2018?",
        "",
    ],
)
def test_text_that_describes_no_session_stays(describer: Describer, text: str) -> None:
    assert describer.name(text) == text


@pytest.mark.parametrize(
    "text",
    [
        "Where was the last session of the Lamp Protocol?",
        "Where was the last session of the Lighthouse Board?",
        "Where was the session of the Lamp Protocol in 2015?",
        "Where was the last session of the Lighthouse Board of the Harbour Council?",
    ],
)
def test_session_of_something_else_stays(describer: Describer, text: str) -> None:
    assert describer.name(text) == text


@pytest.mark.parametrize(
    "text",
    [
        "Was the session in 2015?",
        "Was the session held in 2015?",
        "Was the session after 2014?",
        "Did the session take place before the third?",
    ],
)
def test_yes_or_no_claims_the_time_instead_of_describing_by_it(
    describer: Describer, text: str
) -> None:
    assert describer.name(text) == text


@pytest.mark.parametrize("described", ["last session", "last session before 2018"])
def test_yes_or_no_may_ask_about_the_last_one(
    describer: Describer, described: str
) -> None:
    assert describer.name(f"Was the {described} held in Porto?") == (
        "Was the second session held in Porto?"
    )


@pytest.mark.parametrize(
    "text", ["Where were the last sessions held?", "Where were the sessions of 2015?"]
)
def test_several_are_no_one(describer: Describer, text: str) -> None:
    assert describer.name(text) == text


def test_time_that_is_asked_of_which_one_is_kept(describer: Describer) -> None:
    text = "Which session was held in 2015?"

    assert describer.name(text) == text


@pytest.mark.parametrize(
    "text",
    [
        "Where was the session between 2014 and 2015?",
        "Where was the session in 2016?",
        "Where was the session after the third?",
        "Where was the session before 2014?",
        "Where was the session after the ninth?",
        "Where was the session after the third, and where the first session?",
        "Where was the session after the Lamp Protocol?",
    ],
)
def test_days_of_several_or_of_none_name_nothing(
    describer: Describer, text: str
) -> None:
    assert describer.name(text) == text


def test_numbered_session_after_a_year_keeps_its_number(describer: Describer) -> None:
    text = "Where was the second session after 2013?"

    assert describer.name(text) == text


@pytest.mark.parametrize(
    ("today", "last", "next_one"),
    [
        (date(2015, 10, 9), "first", "second"),
        (date(2015, 10, 10), "second", "third"),
        (date(2015, 10, 22), "second", "third"),
    ],
)
def test_session_counts_as_the_last_from_its_first_day_on(
    port: Knowledge,
    port_training: Training,
    today: date,
    last: str,
    next_one: str,
) -> None:
    describer = describer_of(port, port_training, today)

    assert describer.name("the last session") == f"the {last} session"
    assert describer.name("the next session") == f"the {next_one} session"


def test_where_none_is_to_come_the_next_one_stays(
    port: Knowledge, port_training: Training
) -> None:
    describer = describer_of(port, port_training, date(2020, 1, 1))

    assert describer.name("Where is the next session?") == "Where is the next session?"


def test_where_none_has_been_the_last_one_stays(
    port: Knowledge, port_training: Training
) -> None:
    describer = describer_of(port, port_training, date(2010, 1, 1))

    assert describer.name("Where was the last session?") == (
        "Where was the last session?"
    )


def test_second_last_one_is_not_the_last(describer: Describer) -> None:
    text = "Where was the second last session held?"

    assert describer.name(text) == text


def test_what_was_next_in_the_past_is_not_what_is_next_today(
    describer: Describer,
) -> None:
    past, to_come = "As of 2014, when was", "In 2018, when is"

    assert describer.name(f"{past} the next session?") == f"{past} the next session?"
    assert describer.name(f"{to_come} the next session?") == (
        f"{to_come} the third session?"
    )


@pytest.mark.parametrize(
    "text",
    [
        "In 2015, where was the session?",
        "After 2014, where was the session?",
        "As of May 2014, when was the session planned?",
    ],
)
def test_question_word_between_a_time_and_a_noun_is_not_swallowed(
    describer: Describer, text: str
) -> None:
    assert describer.name(text) == text


@pytest.mark.parametrize("word", ["that", "this", "the same"])
def test_session_that_is_pointed_at_is_the_one_the_chat_is_about(
    describer: Describer, word: str
) -> None:
    named = describer.name(f"Where was {word} session held?", ["session-3"])

    assert named == "Where was the third session held?"


@pytest.mark.parametrize(
    ("text", "about"),
    [
        ("Where was that session held?", []),
        ("Where was that session held?", ["lamps"]),
        ("Where was that session held?", ["session-1", "session-3"]),
        ("Where were those sessions held?", ["session-3"]),
        ("Where was the session held?", ["session-3"]),
        ("Session?", ["session-3"]),
    ],
)
def test_nothing_is_pointed_at_without_a_word_for_it_and_one_entity(
    describer: Describer, text: str, about: list[str]
) -> None:
    assert describer.name(text, about) == text


@pytest.mark.parametrize(
    ("text", "about"),
    [
        ("Where was the last session of the Ad Hoc Committee held?", []),
        ("Where was the last session held?", ["ad-hoc-committee"]),
    ],
)
def test_another_body_that_is_known_has_a_last_session_of_its_own(
    knowledge: Knowledge, training: Training, text: str, about: list[str]
) -> None:
    describer = Describer(
        Facts(knowledge),
        knowledge.vocabulary.kinds,
        sources=Sources(knowledge.documents),
        naming=training.naming,
        language=knowledge.vocabulary.languages["en"],
        code="en",
        today=TODAY,
    )

    assert describer.name(text, about) == (
        "Where was the thirteenth session of the Ad Hoc Committee held?"
    )


def test_session_known_only_as_a_plan_is_no_last_one(
    port: Knowledge, port_training: Training
) -> None:
    planned = state(
        "session-9", "dates", "interval", "2016-05-02", "2016-05-03", document="release"
    )
    knowledge = replace(port, statements=(*port.statements, planned))
    describer = describer_of(knowledge, port_training, date(2016, 6, 1))

    assert describer.name("Where was the last session?") == (
        "Where was the second session?"
    )


@pytest.mark.parametrize("described", ["the Porto session", "the session in Porto"])
def test_a_session_is_described_by_the_place_where_no_other_was(
    describer: Describer, described: str
) -> None:
    named = describer.name(f"Who chaired {described}?")

    assert named == "Who chaired the first session?"


@pytest.mark.parametrize(
    "text",
    [
        "Was the session in Porto?",
        "Which session was held in Porto?",
        "Who chaired the session that Porto wanted?",
        "Who chaired the Faro session?",
    ],
)
def test_a_place_that_is_asked_for_or_not_known_describes_nothing(
    describer: Describer, text: str
) -> None:
    assert describer.name(text) == text
