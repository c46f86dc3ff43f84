from dataclasses import replace

import pytest

from bot.answering.model import Answer
from bot.brief import brief
from bot.reply import Button, Reply
from tests.tongues import ENGLISH

SOURCE = Button("Source", "/start page_6_1a2b", way="source")
RELATED = Button("Where?", "Where?")
WHOLE = Button(ENGLISH.texts.whole_answer, "whole", way="whole")


@pytest.fixture
def reply(answer: Answer) -> Reply:
    (cited,) = answer.citations
    long = replace(
        answer,
        points=("one", "two", "three", "four"),
        citations=(cited, replace(cited, passage="page#7")),
    )
    return Reply(long, ENGLISH, (SOURCE, RELATED), "When?")


def test_long_answer_is_cut_to_its_first_points_and_source(reply: Reply) -> None:
    short = brief(reply)

    assert short.answer.points == ("one", "two", "three")
    assert short.answer.citations == reply.answer.citations[:1]
    assert short.answer.headline == reply.answer.headline
    assert short.buttons == (WHOLE,)


def test_short_answer_keeps_its_sources_but_leads_no_further(
    reply: Reply, answer: Answer
) -> None:
    short = brief(replace(reply, answer=answer))

    assert (short.answer, short.buttons) == (answer, (SOURCE,))


def test_refusal_keeps_its_suggestions(reply: Reply, answer: Answer) -> None:
    refused = replace(reply, answer=replace(answer, answered=False))

    assert brief(refused) == refused


def test_listing_stays_as_it_is(reply: Reply) -> None:
    listed = replace(reply, remembered=None)

    assert brief(listed) == listed
