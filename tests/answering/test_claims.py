from dataclasses import replace

import pytest

from bot.answering.claims import ClaimSplitter, pass_verdict
from bot.answering.model import Answer, Citation, Verdict
from bot.answering.respondent import Respondent
from index.vocabulary import Language
from tests.conftest import Read

CITATION = Citation("page", None, "T", "2016", "paragraph 1", None, "S", "digest", "p")
FOUND = Answer("it was", "en", True, "It was.", 0.9, citations=(CITATION,))
REFUSED = Answer("it was", "en", False, "They cover ports.", 0.1, suggestions=("Was?",))


@pytest.fixture(scope="session")
def splitter(english: Language) -> ClaimSplitter:
    return ClaimSplitter(english)


@pytest.mark.parametrize(
    ("text", "clauses"),
    [
        (
            "The Lamp Protocol was adopted in 2010 and entered into force in 2012",
            (
                "The Lamp Protocol was adopted in 2010",
                "The Lamp Protocol entered into force in 2012",
            ),
        ),
        (
            "Is it true that the Lamp Protocol was signed, has 9 arms, and is dead?",
            (
                "the Lamp Protocol was signed",
                "the Lamp Protocol has 9 arms",
                "the Lamp Protocol is dead",
            ),
        ),
        (
            "The first session was held in Porto and the Lamp Protocol is in force",
            ("The first session was held in Porto", "the Lamp Protocol is in force"),
        ),
        (
            "The first session was held in Porto and Lisbon",
            ("The first session was held in Porto and Lisbon",),
        ),
        (
            "Nobody came and was glad of the Lamp Protocol",
            ("Nobody came and was glad of the Lamp Protocol",),
        ),
        ("and", ("and",)),
    ],
)
def test_clauses_keep_their_subject(
    splitter: ClaimSplitter, hear: Read, text: str, clauses: tuple[str, ...]
) -> None:
    assert splitter.clauses(hear(text)) == clauses


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (
            "The Lamp Protocol and the Pilot Protocol entered into force in 2012",
            (
                "The Lamp Protocol entered into force in 2012",
                "the Pilot Protocol entered into force in 2012",
            ),
        ),
        (
            "The Lamp Protocol and the Pilot Protocol have 90 parties together",
            ("The Lamp Protocol and the Pilot Protocol have 90 parties together",),
        ),
        ("The Lamp Protocol is in force", ("The Lamp Protocol is in force",)),
    ],
)
def test_what_is_said_of_several_is_said_of_each(
    splitter: ClaimSplitter, hear: Read, text: str, said: tuple[str, ...]
) -> None:
    assert splitter.subjects(hear(text)) == said


def test_place_and_time_are_two_claims(splitter: ClaimSplitter, hear: Read) -> None:
    both = hear("The second session was held in Lisbon in 2015")

    assert splitter.values(both) == (
        "The second session was held in Lisbon",
        "The second session was held in 2015",
    )
    assert splitter.values(hear("The second session was held in Lisbon")) == ()


@pytest.mark.parametrize(
    ("answer", "headline"),
    [
        (replace(FOUND, verdict="yes"), "Supported. It was."),
        (replace(FOUND, verdict="no"), "Contradicted. It was."),
        (replace(FOUND, verdict="correction"), "Contradicted. It was."),
        (FOUND, "The documents say this; judge for yourself. It was."),
        (REFUSED, "Not in the documents. They cover ports."),
    ],
)
def test_reply_begins_with_the_verdict(
    english: Language, answer: Answer, headline: str
) -> None:
    assert pass_verdict([answer], english).headline == headline


@pytest.mark.parametrize(
    ("verdicts", "lead"),
    [
        (("yes", "yes"), "Supported."),
        (("yes", "no"), "Contradicted."),
        (("no", None), "Contradicted."),
        (("yes", None), "The documents say this; judge for yourself."),
    ],
)
def test_claim_is_supported_only_if_all_its_parts_are(
    english: Language, verdicts: tuple[Verdict | None, ...], lead: str
) -> None:
    whole = pass_verdict([replace(FOUND, verdict=one) for one in verdicts], english)

    assert whole.headline == lead
    assert len(whole.points) == 2
    assert whole.citations == (CITATION,)


def test_part_without_evidence_is_named_beside_one_with_it(english: Language) -> None:
    whole = pass_verdict([replace(FOUND, verdict="yes"), REFUSED], english)

    assert whole.points == (
        "It was: Supported. It was.",
        "It was: Not in the documents.",
    )
    assert whole.verdict is None
    assert whole.suggestions == ("Was?",)


@pytest.mark.parametrize(
    ("claim", "lead"),
    [
        ("The Lamp Protocol entered into force in 2012", "Supported. The Lamp"),
        ("The Lamp Protocol entered into force in 2014", "Contradicted. The Lamp"),
        ("Did the Lamp Protocol enter into force in 2012?", "Supported. The Lamp"),
        ("Is it true that the second session met in Porto?", "Contradicted."),
        ("Lamps and ports make good cheese", "Not in the documents."),
        ("When did the Lamp Protocol enter into force?", "The documents say this;"),
        ("The Pilot Protocol entered into force in 2019", "The documents say this;"),
        ("Both protocols entered into force in 2012", "The documents say this;"),
        ("The protocols entered into force in 2012", "The documents say this;"),
        ("The Lamp Protocol entered into force in 2012 or 2013", "The documents say"),
        ("The Lamp Protocol did not enter into force in 2012", "The documents say"),
        ("The Lamp Protocol may enter into force in 2012", "The documents say this;"),
        ("The second session was held in Lisbon in 2015", "Supported."),
        ("The second session was held in Lisbon in 2014", "Contradicted."),
        (
            "The second session was held in Lisbon and the third in Rome",
            "The documents say this;",
        ),
        ("", "Please write"),
        ("?", "Please write"),
        ("ship " * 400, "That message is too long"),
        ("The Lamp Protocol is in force. " * 9, "That message is too long"),
    ],
)
def test_claims_are_judged(respondent: Respondent, claim: str, lead: str) -> None:
    answer = respondent.verify(claim)

    assert answer.headline.startswith(lead)
    assert answer.question == claim
    assert (answer.verdict == "yes") is lead.startswith("Supported.")
    assert bool(answer.citations) is answer.answered


def test_claim_may_lean_on_the_chat(respondent: Respondent) -> None:
    asked = ["When did the Lamp Protocol enter into force?"]

    answer = respondent.verify("It entered into force in 2014", asked)

    assert answer.headline.startswith("Contradicted. The Lamp Protocol")
