from dataclasses import replace

import pytest

from bot.answering.compose import Composer
from bot.answering.evidence import Evidence
from bot.answering.model import Answer, Citation
from bot.answering.quoting import Quote
from index.knowledge import Knowledge
from index.model import ValueKind
from index.questions.training import Training
from tests.conftest import Read
from tests.harbour import BESIDE, TODAY, choice, find, only, state

FORCE = "entry-into-force"
LAMPS = only("lamps", FORCE, "page")


@pytest.fixture(scope="session")
def composer(port: Knowledge, evidence: Evidence) -> Composer:
    return Composer(port, evidence, code="en", today=TODAY)


def answered(answer: Answer | None) -> Answer:
    assert answer is not None
    assert answer.answered
    return answer


def test_answer_states_cites_and_dates(composer: Composer, hear: Read) -> None:
    question = hear("When did the Lamp Protocol enter into force?")

    answer = answered(composer.answer(question, choice(LAMPS, confidence=0.87654)))

    assert answer.headline == "The Lamp Protocol entered into force on 4 March 2012."
    assert answer.confidence == 0.877
    assert answer.as_of is None
    assert answer.note is None
    assert [citation.snippet for citation in answer.citations] == [LAMPS.quote]


def test_verdict_stands_before_the_sentence(composer: Composer, hear: Read) -> None:
    question = hear("Did the Lamp Protocol enter into force in 2014?")

    answer = answered(composer.answer(question, choice(LAMPS)))

    assert answer.headline.startswith("No. The Lamp Protocol entered")


def test_answer_carries_its_verdict(composer: Composer, hear: Read) -> None:
    asked = hear("Did the Lamp Protocol enter into force in 2014?")
    untold = hear("When did the Lamp Protocol enter into force?")

    assert answered(composer.answer(asked, choice(LAMPS))).verdict == "no"
    assert answered(composer.answer(untold, choice(LAMPS))).verdict is None


def test_verdict_on_a_claim_is_left_to_its_whole(
    composer: Composer, port_training: Training, hear: Read
) -> None:
    claim = port_training.reader.as_claim(
        hear("The Lamp Protocol entered into force in 2014")
    )

    answer = answered(composer.answer(claim, choice(LAMPS)))

    assert answer.verdict == "no"
    assert answer.headline == "The Lamp Protocol entered into force on 4 March 2012."


def test_premise_is_corrected(composer: Composer, hear: Read) -> None:
    question = hear("Why did the Lamp Protocol enter into force in 1999?")

    answer = answered(composer.answer(question, choice(LAMPS)))

    assert answer.headline.startswith("Not quite. ")


def test_list_is_led_in_and_itemized(composer: Composer, hear: Read) -> None:
    question = hear("Which themes does the first session discuss?")

    answer = answered(composer.answer(question, choice(only("session-1", "themes"))))

    assert answer.headline == "The themes of the first session are:"
    assert answer.points == ("tides", "grain ships")


def test_list_is_counted_where_its_number_is_asked(
    composer: Composer, hear: Read
) -> None:
    question = hear("How many themes does the first session discuss?")

    answer = answered(composer.answer(question, choice(only("session-1", "themes"))))

    assert answer.headline == "Two. The themes of the first session are:"


def test_several_entities_are_points_of_one_answer(
    composer: Composer, hear: Read
) -> None:
    question = hear("When did the protocols enter into force?")

    answer = answered(composer.answer(question, choice(LAMPS, only("pilots", FORCE))))

    assert answer.headline == "Entry into force:"
    assert answer.points == (
        "The Lamp Protocol entered into force on 4 March 2012.",
        "The Pilot Protocol was to enter into force on 1 January 2019.",
    )
    assert len(answer.citations) == 2


def test_disagreement_is_shown_and_both_sources_are_cited(
    composer: Composer, hear: Read
) -> None:
    other = state(
        "lamps",
        FORCE,
        "date",
        "2012-03-05",
        quote="The Lamp Protocol began on 5 March 2012.",
        document="release",
    )

    answer = answered(composer.answer(hear("When did it start?"), choice(LAMPS, other)))

    assert answer.headline.endswith("on 4 March 2012.")
    assert answer.note == (
        "HC/1/9 differs: The Lamp Protocol entered into force on 5 March 2012."
    )
    assert [c.document for c in answer.citations] == ["page", "release"]


def test_nearest_figure_says_that_it_is_only_the_nearest(
    composer: Composer, hear: Read
) -> None:
    figure = state("harbour", "parties", "number", "40", as_of="2011-06-01")
    question = hear("How many parties did the Harbour Treaty have in 2012?")

    answer = answered(composer.answer(question, choice(figure)))

    assert answer.headline == "As of 1 June 2011, the Harbour Treaty had 40 parties."
    assert answer.as_of == "2011-06-01"
    assert answer.note is not None
    assert "nearest" in answer.note


def test_nothing_is_said_where_nothing_has_the_value_asked_for(
    composer: Composer, hear: Read
) -> None:
    question = hear("Which protocol entered into force on 5 March 2013?")

    assert composer.answer(question, choice(LAMPS, only("pilots", FORCE))) is None


@pytest.mark.parametrize(
    ("relation", "kind", "value", "headline"),
    [
        ("purpose", "text", "It brings peace.", "The Lamp Protocol: It brings peace."),
        (
            FORCE,
            "date",
            "2012-03-04",
            "The Lamp Protocol entered into force on 4 March 2012.",
        ),
    ],
)
def test_subject_is_named_where_an_extracted_sentence_says_it(
    composer: Composer,
    hear: Read,
    relation: str,
    kind: ValueKind,
    value: str,
    headline: str,
) -> None:
    stated = state("lamps", relation, kind, value, quote="It lit up on 4 March 2012.")
    question = hear("What about the Lamp Protocol?")

    extracted = replace(stated, origin="extracted")

    assert answered(composer.answer(question, choice(extracted))).headline == headline


def test_events_of_some_days_are_listed_under_their_date(
    composer: Composer, hear: Read
) -> None:
    question = hear("What happened in 2012?")

    one = composer.events(question, [LAMPS])
    two = composer.events(question, [LAMPS, only("session-2", "dates")])

    assert one.headline == "The Lamp Protocol entered into force on 4 March 2012."
    assert one.points == ()
    assert "2012" in two.headline
    assert len(two.points) == len(two.citations) == 2


def test_quote_answers_with_the_sentence_as_it_stands(
    composer: Composer, hear: Read
) -> None:
    quote = Quote(find("", 1)[0], BESIDE, 0.75)

    answer = composer.quote(hear("What do keepers sign?"), quote)

    assert answer.headline == BESIDE
    assert answer.confidence == 0.75
    assert [citation.snippet for citation in answer.citations] == [BESIDE]


CITATION = Citation("page", None, "T", "2016", "paragraph 1", None, "S", "digest", "p")
ONE = Answer("q", "en", True, "One.", 0.9, as_of="2016", citations=(CITATION,))
TWO = Answer(
    "q", "en", True, "Two.", 0.8, as_of="2011", note="N.", citations=(CITATION,)
)


def test_one_answer_stays_as_it_is(composer: Composer) -> None:
    assert composer.combine([ONE]) is ONE


def test_answers_are_combined_in_their_order(composer: Composer) -> None:
    both = composer.combine([ONE, TWO])

    assert (both.headline, both.points) == ("One. Two.", ())
    assert (both.confidence, both.as_of, both.note) == (0.8, "2011", "N.")


def test_unanswered_part_leaves_no_yes(composer: Composer) -> None:
    refused = Answer("Who chaired it?", "en", False, "I don't know.", 0.0)

    assert composer.combine([replace(ONE, verdict="yes"), refused]).verdict is None


def test_points_of_several_answers_follow_each_other(composer: Composer) -> None:
    both = composer.combine([replace(ONE, points=("a", "b")), TWO])

    assert both.headline == "One."
    assert both.points == ("a", "b", "Two.")


def test_unanswered_part_is_named(composer: Composer) -> None:
    refused = Answer("Who chaired it?", "en", False, "I don't know.", 0.0)

    both = composer.combine([ONE, refused])

    assert both.headline == "One."
    assert both.note is not None
    assert "Who chaired it?" in both.note


def test_first_refusal_stands_where_all_parts_are_refused(composer: Composer) -> None:
    first = Answer("Who chaired it?", "en", False, "I don't know.", 0.0)

    assert composer.combine([first, replace(first, question="Why?")]) is first
