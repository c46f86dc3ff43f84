from collections.abc import Callable

import pytest

from bot.answering.choose import Choice
from bot.answering.elapsed import Elapsed
from bot.answering.evidence import Evidence
from bot.answering.facts import Facts
from bot.answering.listing import Lister
from bot.answering.model import Answer
from bot.answering.reckoned import Reckoned
from bot.answering.reckoning import Reckoner
from bot.answering.respondent import Respondent
from index.knowledge import Knowledge
from index.questions.training import Training
from tests.harbour import CHRONICLE, RELATIONS, TODAY, choice, employ, state

FORCE, PARTIES = "entry-into-force", "parties"
Reckon = Callable[..., Reckoned | None]


def stated(relation: str, *entities: str, confidence: float = 0.9) -> Choice:
    """Choose what the chronicle states of some entities, of all without any."""
    found = [s for s in CHRONICLE if s.relation == relation]
    chosen = [s for s in found if s.entity in entities or not entities]
    return choice(*chosen, confidence=confidence)


@pytest.fixture(scope="session")
def reckon(chronicle: Knowledge, chronicle_training: Training) -> Reckon:
    facts = Facts(chronicle)
    language = chronicle.vocabulary.languages["en"]
    elapsed = Elapsed(
        facts,
        RELATIONS,
        training=chronicle_training,
        evidence=Evidence(facts, chronicle, training=chronicle_training, code="en"),
        language=language,
        today=TODAY,
    )
    kinds = chronicle.vocabulary.kinds
    lister = Lister(facts, kinds, relations=RELATIONS, language=language)
    reckoner = Reckoner(facts, elapsed, lister=lister, language=language)

    def reckoned(text: str, *choices: Choice) -> Reckoned | None:
        question = chronicle_training.reader.read(text)
        return reckoner.reckon(question, choices, ())

    return reckoned


@pytest.fixture(scope="session")
def chronicler(chronicle: Knowledge, chronicle_training: Training) -> Respondent:
    return employ(chronicle, chronicle_training)


def told(answer: Answer) -> str:
    return " ".join((answer.headline, *answer.points))


def test_first_of_a_kind_is_said_first(reckon: Reckon) -> None:
    found = reckon("Which treaty entered into force first?", stated(FORCE))

    assert found is not None
    assert found.said[0].statement.entity == "harbour"
    assert (found.lead, found.verdict) == ("", None)


@pytest.mark.parametrize(
    ("text", "verdict"),
    [
        ("Did the Lamp Protocol begin before the Pilot Protocol?", "yes"),
        ("Did the Pilot Protocol begin before the Lamp Protocol?", "no"),
        ("Did the Pilot Protocol begin later than the Lamp Protocol?", "yes"),
        ("Which began earlier, the Lamp Protocol or the Pilot Protocol?", None),
        ("Did the Lamp Protocol begin before or after the Pilot Protocol?", None),
        ("Did the Lamp Protocol not begin before the Pilot Protocol?", None),
        ("Did the Pilot Protocol and the other treaties begin first?", None),
    ],
)
def test_order_is_confirmed_or_denied_where_that_is_asked(
    reckon: Reckon, text: str, verdict: str | None
) -> None:
    found = reckon(text, stated(FORCE))

    assert found is not None
    assert found.verdict == verdict


@pytest.mark.parametrize(
    ("text", "verdict"),
    [
        ("Had the Harbour Treaty more parties than the Lamp Protocol?", "yes"),
        ("Had the Lamp Protocol more parties than the Harbour Treaty?", "no"),
        ("Had the Lamp Protocol fewer parties than the Harbour Treaty?", "yes"),
    ],
)
def test_numbers_are_compared_with_a_yes_or_no(
    reckon: Reckon, text: str, verdict: str
) -> None:
    found = reckon(text, stated(PARTIES))

    assert found is not None
    assert (found.verdict, found.lead) == (verdict, "")


def test_difference_is_told_where_a_number_is_asked_for(reckon: Reckon) -> None:
    found = reckon(
        "How many more delegations had the second session than the first session?",
        stated("delegations"),
    )

    assert found is not None
    assert found.lead == "The difference is 15."


def test_dates_are_told_without_a_difference(reckon: Reckon) -> None:
    found = reckon("How many treaties were first to enter?", stated(FORCE))

    assert found is not None
    assert found.lead == ""


@pytest.mark.parametrize(
    ("text", "relation", "lead", "count"),
    [
        (
            "How many parties have the Harbour Treaty and the Lamp Protocol together?",
            PARTIES,
            "76 in all.",
            2,
        ),
        (
            "How many parties have the Harbour Treaty and its protocols in total?",
            PARTIES,
            "83 in all.",
            3,
        ),
        (
            "How many delegations came to the sessions altogether?",
            "delegations",
            "1,275 in all.",
            3,
        ),
    ],
)
def test_numbers_are_added_up(
    reckon: Reckon, text: str, relation: str, lead: str, count: int
) -> None:
    found = reckon(text, stated(relation))

    assert found is not None
    assert found.lead == lead
    assert len(found.said) == count


@pytest.mark.parametrize(
    ("text", "relation"),
    [
        ("How many parties has the Harbour Treaty in total?", PARTIES),
        ("When did all treaties together enter into force?", FORCE),
        ("How many parties have the Harbour Treaty and the Lamp Protocol?", PARTIES),
    ],
)
def test_nothing_is_added_up_unasked_or_of_one(
    reckon: Reckon, text: str, relation: str
) -> None:
    assert reckon(text, stated(relation)) is None


@pytest.mark.parametrize(
    "text",
    [
        "How many parties joined the Harbour Treaty between June 2011 and June 2014?",
        "How many parties joined the Harbour Treaty from 2011 to 2014?",
        "By how many parties did the Harbour Treaty grow from 2011 to 2014?",
        "How many more parties had the Harbour Treaty in 2014 than in 2011?",
    ],
)
def test_growth_is_the_difference_of_the_figures_of_two_days(
    reckon: Reckon, text: str
) -> None:
    found = reckon(text, stated(PARTIES, "harbour"))

    assert found is not None
    assert found.lead == "15 more."
    assert [one.statement.value.parts[0] for one in found.said] == ["40", "55"]


@pytest.mark.parametrize(
    "text",
    [
        "How many parties joined the Harbour Treaty between 2011 and 2012?",
        "How many parties joined the Harbour Treaty in 2014?",
        "How many parties had the Harbour Treaty in 2011 and in 2014?",
    ],
)
def test_growth_needs_two_days_with_figures_and_a_word_for_it(
    reckon: Reckon, text: str
) -> None:
    assert reckon(text, stated(PARTIES, "harbour")) is None


def test_growth_of_one_does_not_stand_for_two(reckon: Reckon) -> None:
    text = (
        "How many parties joined the Harbour Treaty and the Lamp Protocol from "
        "2011 to 2014?"
    )

    assert reckon(text, stated(PARTIES, "harbour", "lamps")) is None


def test_unsure_choice_is_not_reckoned_with(reckon: Reckon) -> None:
    text = "Which treaty entered into force first?"

    assert reckon(text, stated(FORCE, confidence=0.49)) is None
    assert reckon(text, stated(FORCE, confidence=0.51))


def test_nothing_is_reckoned_without_a_choice(reckon: Reckon) -> None:
    assert reckon("Which treaty entered into force first?") is None


def test_time_is_reckoned_without_a_choice(reckon: Reckon) -> None:
    found = reckon("How many days are there between 1 May 2014 and 3 May 2014?")

    assert found is not None
    assert found.lead.startswith("2 days")


@pytest.mark.parametrize(("confidence", "is_reckoned"), [(0.7, True), (0.8, False)])
def test_length_that_is_surely_stated_is_preferred(
    reckon: Reckon, confidence: float, is_reckoned: bool
) -> None:
    wait = state("lamps", "wait", "text", "It took a year.")

    found = reckon(
        "How long did the Lamp Protocol take to enter into force?",
        choice(wait, confidence=confidence),
    )

    assert (found is not None) is is_reckoned


@pytest.mark.parametrize(
    ("question", "words"),
    [
        (
            "Which protocol was the first to enter into force?",
            "The Lamp Protocol entered into force on 4 March 2012. The Pilot Protocol",
        ),
        (
            "Did the Lamp Protocol enter into force earlier than the Harbour Treaty?",
            "No. The Harbour Treaty entered into force on 2 May 2010. The Lamp",
        ),
        (
            "How many more parties has the Harbour Treaty than the Lamp Protocol?",
            "The difference is 34. As of 10 June 2014, the Harbour Treaty had 55",
        ),
        (
            "How long did the last session last?",
            "12 days: 10–21 October 2015, the first and the last day included. The sec",
        ),
    ],
)
def test_what_is_reckoned_is_told_before_what_it_rests_on(
    chronicler: Respondent, question: str, words: str
) -> None:
    answer = chronicler.ask(question)

    assert told(answer).startswith(words)
    assert answer.citations
