from collections.abc import Callable

import pytest

from bot.answering.facts import Facts
from bot.answering.ranking import Ranker, Ranking
from index.knowledge import Knowledge
from index.model import Statement
from index.questions.training import Training
from index.vocabulary import Language
from tests.conftest import Read
from tests.harbour import RELATIONS, know, state

FORCE, SIGNED, PARTIES = "entry-into-force", "signature", "parties"
Rank = Callable[[str, str], Ranking | None]


@pytest.fixture(scope="session")
def listen(chronicle_training: Training) -> Read:
    """Read a question as one about the chronicle."""
    return chronicle_training.reader.read


@pytest.fixture(scope="session")
def ranker(chronicle: Knowledge) -> Ranker:
    return Ranker(Facts(chronicle), chronicle.vocabulary.languages["en"])


@pytest.fixture(scope="session")
def rank(ranker: Ranker, listen: Read) -> Rank:
    return lambda text, relation: ranker.rank(listen(text), RELATIONS[relation])


def ranker_of(english: Language, *statements: Statement) -> Ranker:
    return Ranker(Facts(know(english, *statements)), english)


def order(ranking: Ranking | None) -> list[str]:
    return [one.statement.entity for one in ranking.said] if ranking else []


@pytest.mark.parametrize(
    ("text", "relation", "entities"),
    [
        ("Which treaty entered into force first?", FORCE, "harbour lamps pilots"),
        ("Which is the oldest treaty in force?", FORCE, "harbour lamps pilots"),
        ("Which treaty entered into force last?", FORCE, "pilots lamps harbour"),
        ("Which is the newest treaty?", FORCE, "pilots lamps harbour"),
        ("Which treaty has the most parties?", PARTIES, "harbour lamps pilots"),
        ("Which treaty has the fewest parties?", PARTIES, "pilots lamps harbour"),
        (
            "Which session had the highest number of delegations?",
            "delegations",
            "session-3 session-2 session-1",
        ),
        ("Which session had the most themes?", "themes", "session-2 session-1"),
        ("Which session had the fewest themes?", "themes", "session-1 session-2"),
        (
            "Which was the longest session?",
            "dates",
            "session-2 session-1 session-3",
        ),
        (
            "Which was the shortest session?",
            "dates",
            "session-3 session-1 session-2",
        ),
    ],
)
def test_entities_of_a_kind_are_put_into_the_order_asked_for(
    rank: Rank, text: str, relation: str, entities: str
) -> None:
    assert order(rank(text, relation)) == entities.split()


@pytest.mark.parametrize(
    ("text", "entities"),
    [
        ("the Pilot Protocol or the Lamp Protocol, which is older?", "lamps pilots"),
        ("Did the Pilot Protocol begin after the Lamp Protocol?", "pilots lamps"),
        ("Which protocol is newer, the Lamp or the Pilot one?", "pilots lamps"),
    ],
)
def test_entities_named_are_compared_without_the_others(
    rank: Rank, text: str, entities: str
) -> None:
    assert order(rank(text, FORCE)) == entities.split()


def test_entity_and_a_kind_beside_it_are_compared_together(rank: Rank) -> None:
    ranking = rank("Of the Pilot Protocol and the treaties, which is oldest?", FORCE)

    assert order(ranking) == ["harbour", "lamps", "pilots"]


def test_whole_of_the_kind_asked_for_is_not_compared_with_it(rank: Rank) -> None:
    ranking = rank("Which protocol to the Harbour Treaty is the oldest?", FORCE)

    assert order(ranking) == ["lamps", "pilots"]


@pytest.mark.parametrize(
    ("text", "is_first_named"),
    [
        ("Did the Lamp Protocol begin before the Pilot Protocol?", True),
        ("Did the Pilot Protocol begin before the Lamp Protocol?", False),
        ("Did the Pilot Protocol begin after the Lamp Protocol?", True),
    ],
)
def test_ranking_tells_whether_the_first_named_is_ahead(
    rank: Rank, text: str, is_first_named: bool
) -> None:
    ranking = rank(text, FORCE)

    assert ranking is not None
    assert ranking.is_first_named is is_first_named


@pytest.mark.parametrize(
    ("text", "is_either"),
    [
        ("Did the Lamp Protocol begin before or after the Pilot Protocol?", True),
        ("Did the Lamp Protocol begin before the Pilot Protocol?", False),
    ],
)
def test_ranking_tells_whether_both_ends_are_asked_for(
    rank: Rank, text: str, is_either: bool
) -> None:
    ranking = rank(text, FORCE)

    assert ranking is not None
    assert ranking.is_either is is_either


def test_lead_of_numbers_is_their_distance(rank: Rank) -> None:
    ranking = rank("Which session had the fewest delegations?", "delegations")

    assert ranking is not None
    assert ranking.lead == 15


def test_dates_have_no_lead(rank: Rank) -> None:
    ranking = rank("Which treaty entered into force first?", FORCE)

    assert ranking is not None
    assert ranking.lead is None


@pytest.mark.parametrize(
    ("text", "relation"),
    [
        ("Which treaty entered into force?", FORCE),
        ("Which treaty has more than 50 parties?", PARTIES),
        ("Which treaty first had 50 parties?", PARTIES),
        ("Which treaty last entered into force before 2013?", FORCE),
        ("Which session was the longest?", "place"),
        ("Which treaty has the most parties?", FORCE),
        ("Which session was the last one?", "delegations"),
        ("Which treaty first had 50 Lamp Protocol ships?", FORCE),
        ("treaties of the most parties, more than 50", PARTIES),
        ("Were the first session and the second session held?", "dates"),
        ("When was the first session held?", "dates"),
    ],
)
def test_question_without_an_extreme_of_the_relation_gets_no_ranking(
    rank: Rank, text: str, relation: str
) -> None:
    assert rank(text, relation) is None


@pytest.mark.parametrize("number", ["three", "3"])
def test_number_of_what_is_compared_is_no_value(rank: Rank, number: str) -> None:
    ranking = rank(f"Which of the {number} treaties entered into force first?", FORCE)

    assert order(ranking) == ["harbour", "lamps", "pilots"]


@pytest.mark.parametrize(
    "text", ["Which council is the oldest?", "Is the Lamp Protocol the oldest one?"]
)
def test_one_or_none_cannot_be_compared(rank: Rank, text: str) -> None:
    assert rank(text, FORCE) is None


def test_entity_of_which_nothing_is_stated_is_left_out(rank: Rank) -> None:
    sessions = "the first session, the ninth session or the second session"

    ranking = rank(f"Which had more delegations, {sessions}?", "delegations")

    assert order(ranking) == ["session-2", "session-1"]


def test_of_intervals_that_overlap_the_one_that_began_first_is_first(
    english: Language, listen: Read
) -> None:
    ranker = ranker_of(
        english,
        state("session-1", "dates", "interval", "2014-06-03", "2014-06-05"),
        state("session-2", "dates", "interval", "2014-06-01", "2014-06-10"),
    )

    first = ranker.rank(listen("Which session was the earliest?"), RELATIONS["dates"])

    assert order(first) == ["session-2", "session-1"]


def test_level_ones_get_no_ranking(english: Language, listen: Read) -> None:
    ranker = ranker_of(
        english,
        state("session-1", "delegations", "number", "45"),
        state("session-2", "delegations", "number", "45"),
        state("session-3", "delegations", "number", "30"),
    )
    relation = RELATIONS["delegations"]

    most = ranker.rank(listen("Which session had the most delegations?"), relation)
    least = ranker.rank(listen("Which session had the fewest delegations?"), relation)

    assert most is None
    assert order(least)[:1] == ["session-3"]


def test_year_is_neither_before_nor_after_a_day_of_it(
    english: Language, listen: Read
) -> None:
    ranker = ranker_of(
        english,
        state("harbour", SIGNED, "date", "2001-12-12"),
        state("lamps", SIGNED, "date", "2015"),
        state("pilots", SIGNED, "date", "2015-06-01"),
    )

    first = ranker.rank(listen("Which treaty was signed first?"), RELATIONS[SIGNED])
    last = ranker.rank(listen("Which treaty was signed last?"), RELATIONS[SIGNED])

    assert order(first)[:1] == ["harbour"]
    assert last is None


def test_year_of_a_third_one_leaves_open_which_is_last(
    english: Language, listen: Read
) -> None:
    ranker = ranker_of(
        english,
        state("harbour", SIGNED, "date", "2015-08-01"),
        state("lamps", SIGNED, "date", "2015-06-01"),
        state("pilots", SIGNED, "date", "2015"),
    )

    last = ranker.rank(listen("Which treaty was signed last?"), RELATIONS[SIGNED])

    assert last is None


def test_items_that_hold_numbers_are_not_counted(
    english: Language, listen: Read
) -> None:
    ranker = ranker_of(
        english,
        state("session-1", "themes", "list", "20 tides", "2 whales"),
        state("session-2", "themes", "list", "fog"),
    )

    question = listen("Which session had the most themes?")

    assert ranker.rank(question, RELATIONS["themes"]) is None


def figures(ranker: Ranker, listen: Read, text: str) -> dict[str, str]:
    said = ranker.compared(listen(text), RELATIONS[PARTIES])
    return {one.statement.entity: one.statement.value.parts[0] for one in said}


def test_figures_are_compared_of_the_newest_day_that_all_have(
    ranker: Ranker, listen: Read
) -> None:
    assert figures(ranker, listen, "Which treaty has the most parties?") == {
        "harbour": "55",
        "lamps": "21",
        "pilots": "7",
    }


def test_figures_are_compared_of_the_day_asked_for(
    ranker: Ranker, listen: Read
) -> None:
    text = "Had the Harbour Treaty more parties in 2011 than the Lamp Protocol?"

    assert figures(ranker, listen, text) == {"harbour": "40", "lamps": "12"}


@pytest.mark.parametrize(
    "text",
    [
        "Which treaty had the most parties in 2016?",
        "Which treaty had the most parties in 2011?",
    ],
)
def test_figures_that_no_day_has_of_all_are_not_compared(
    ranker: Ranker, listen: Read, text: str
) -> None:
    assert figures(ranker, listen, text) == {}
