import pytest

from bot.answering.evidence import Evidence
from bot.answering.proof import Proof
from bot.answering.sources import Sources
from index.knowledge import Knowledge
from index.model import Statement
from index.questions.training import Training
from tests.conftest import Read
from tests.harbour import STATEMENTS, only, state

PILOTS = only("pilots", "entry-into-force")


def says(quote: str) -> Statement:
    return state("harbour", "purpose", "text", quote, quote=quote)


DUTY = says("The Lamp Protocol guides the Harbour Treaty.")
WISH = says("Ships may follow the Lamp Protocol.")
LONG = says("Ships follow the Lamp Protocol where pilots, keepers and crews see fog.")
THEMES = only("session-1", "themes")
FIGURE = next(s for s in STATEMENTS if s.as_of == "2014-06-10")


@pytest.fixture(scope="session")
def proof(evidence: Evidence, port: Knowledge) -> Proof:
    return Proof(evidence, Sources(port.documents), port.vocabulary.languages["en"])


@pytest.fixture(scope="session")
def claim(port_training: Training, hear: Read) -> Read:
    return lambda text: port_training.reader.as_claim(hear(text))


@pytest.mark.parametrize(
    ("text", "holds"),
    [
        ("The Pilot Protocol entered into force on 1 January 2019", False),
        ("The Pilot Protocol was planned for 1 January 2019", True),
        ("The Pilot Protocol will enter into force on 1 January 2019", True),
    ],
)
def test_plan_proves_only_a_plan(
    proof: Proof, hear: Read, text: str, holds: bool
) -> None:
    assert proof.holds(hear(text), [PILOTS], "yes") is holds


def test_order_tells_who_does_what(proof: Proof, claim: Read) -> None:
    so = claim("The Lamp Protocol guides the Harbour Treaty")
    turned = claim("The Harbour Treaty guides the Lamp Protocol")

    assert proof.holds(so, [DUTY], "yes")
    assert not proof.holds(turned, [DUTY], "yes")


def test_what_may_be_is_not_what_is(proof: Proof, claim: Read) -> None:
    assert proof.holds(claim("Ships may follow the Lamp Protocol"), [WISH], "yes")
    assert not proof.holds(claim("Ships follow the Lamp Protocol"), [WISH], "yes")


def test_small_part_of_a_sentence_proves_nothing(proof: Proof, claim: Read) -> None:
    assert not proof.holds(claim("Ships follow the Lamp Protocol"), [LONG], "yes")


def test_words_of_several_items_are_no_item(proof: Proof, claim: Read) -> None:
    one = claim("The first session discusses grain ships")
    mixed = claim("The first session discusses tides of grain")

    assert proof.holds(one, [THEMES], "yes")
    assert not proof.holds(mixed, [THEMES], "yes")


@pytest.mark.parametrize(("time", "holds"), [("June 2014", True), ("2014", False)])
def test_figure_of_a_day_denies_none_of_a_year(
    proof: Proof, claim: Read, time: str, holds: bool
) -> None:
    said = claim(f"The Harbour Treaty had 50 parties in {time}")

    assert proof.holds(said, [FIGURE], "no") is holds


def test_question_is_met_less_closely_than_a_claim(proof: Proof, hear: Read) -> None:
    assert proof.holds(hear("Do ships follow the Lamp Protocol?"), [LONG], "yes")
