from dataclasses import replace

from bot.answering.model import Answer
from bot.catalogue.facts import cite
from bot.catalogue.model import Guide
from bot.catalogue.related import related_to
from tests.bot.conftest import STATEMENTS


def answer_from(guide: Guide, answer: Answer, relation: str) -> Answer:
    told = [s for s in STATEMENTS if (s.entity, s.relation) == ("treaty", relation)]
    citations = tuple(cite(guide.knowledge, s) for s in told)
    return replace(answer, citations=citations)


def test_other_matters_of_the_same_thing_are_offered(
    guide: Guide, answer: Answer
) -> None:
    found = related_to(guide, answer_from(guide, answer, "adoption"))

    assert found == (
        "When did the Convention enter into force?",
        "How many parties does the Convention have?",
    )


def test_what_was_told_is_not_offered(guide: Guide, answer: Answer) -> None:
    found = related_to(guide, answer_from(guide, answer, "entry-into-force"))

    assert found == ("How many parties does the Convention have?",)


def test_nothing_follows_what_cites_no_statement(guide: Guide, answer: Answer) -> None:
    assert related_to(guide, answer) == ()
