from dataclasses import replace

from hypothesis import given

from bot.answering.model import Answer
from bot.plain import plain_answer, plain_reply, plain_suggestions
from tests.bot.strategies import ANSWERS
from tests.tongues import ENGLISH, FRENCH


def test_answer_is_headline_points_and_note(answer: Answer) -> None:
    listed = replace(answer, points=("first", "second"))

    assert plain_answer(listed) == (
        "It entered into force on 3 July 2005.\n- first\n- second\nSources agree."
    )


def test_reply_adds_date_and_citations(answer: Answer) -> None:
    assert plain_reply(answer, ENGLISH) == (
        "It entered into force on 3 July 2005.\n"
        "As of 2007.\n"
        "Sources agree.\n"
        "\n"
        "[1] UNIS/CP/497, The Convention and its Protocols, 9 July 2004, paragraph 6, "
        "digest in our own words\n"
        "    “It entered into force on 3 July 2005.”\n"
        "    https://example.org/page"
    )


def test_suggestions_are_written_where_nothing_can_be_chosen(answer: Answer) -> None:
    refusal = replace(answer, answered=False, suggestions=("When?", "Where?"))
    texts = ENGLISH.texts

    assert plain_suggestions(answer, ENGLISH) == ""
    assert plain_suggestions(refusal, ENGLISH) == f"{texts.can_ask}\n- When?\n- Where?"
    assert plain_suggestions(replace(refusal, is_near=True), ENGLISH).startswith(
        texts.did_you_mean
    )


def test_terminal_gets_no_escape_sequences(answer: Answer) -> None:
    said = plain_reply(replace(answer, headline="\x1b]0;title\x07red"), ENGLISH)

    assert "\x1b" not in said


@given(ANSWERS)
def test_anything_can_be_written(answer: Answer) -> None:
    assert plain_reply(answer, ENGLISH).encode("utf-8").strip()


def test_citation_is_described_in_the_language_of_the_reader(answer: Answer) -> None:
    said = plain_reply(answer, FRENCH)

    assert "9 juillet 2004" in said
    assert "« It entered into force on 3 July 2005. »" in said
    assert FRENCH.texts.digest in said
