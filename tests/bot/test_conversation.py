from dataclasses import replace

import pytest

from bot.answering.model import Answer
from bot.conversation import Desk, notice, respond
from bot.reply import Button
from index.knowledge import Knowledge
from index.language.detection import LanguageDetector
from tests.bot.conftest import Clerk, Shelf, desk_of
from tests.tongues import ENGLISH, FRENCH

TEXTS = ENGLISH.texts
REFUSAL = Answer("that", "en", answered=False, headline="No.", confidence=0.6)


def test_question_is_answered_and_remembered(desk: Desk, clerk: Clerk) -> None:
    reply = respond(desk, "  When\n was it? ", history=("earlier",))

    assert clerk.asked == [("When was it?", ("earlier",))]
    assert reply.answer.headline == clerk.answer.headline
    assert reply.remembered == "When was it?"


def test_suggestions_become_buttons(desk: Desk, clerk: Clerk) -> None:
    clerk.answer = replace(clerk.answer, suggestions=("Did you mean this?",))

    reply = respond(desk, "that")

    assert reply.buttons == (Button("Did you mean this?", "Did you mean this?"),)


def test_near_suggestion_is_asked_back(desk: Desk, clerk: Clerk) -> None:
    clerk.answer = replace(REFUSAL, suggestions=("When was it?",), is_near=True)

    assert respond(desk, "that").answer.note == TEXTS.did_you_mean


def test_far_suggestion_is_only_an_example(desk: Desk, clerk: Clerk) -> None:
    clerk.answer = replace(REFUSAL, suggestions=("When was it?",))

    assert respond(desk, "that").answer.note == TEXTS.can_ask


def test_refusal_without_suggestions_asks_nothing(desk: Desk, clerk: Clerk) -> None:
    clerk.answer = REFUSAL

    assert respond(desk, "that").answer.note is None


def test_claim_is_judged_and_remembered(desk: Desk, clerk: Clerk) -> None:
    reply = respond(desk, "/verify@palermo_bot  It is\nso.")

    assert clerk.claimed == ["It is so."]
    assert clerk.asked == []
    assert reply.answer.headline == "Supported."
    assert reply.remembered == "It is so."


@pytest.mark.parametrize("text", ["/verify", "/VERIFY ", "/verify@palermo_bot"])
def test_verify_without_a_claim_tells_how(desk: Desk, clerk: Clerk, text: str) -> None:
    reply = respond(desk, text)

    assert reply.answer.headline == TEXTS.verify_usage
    assert "/verify " in (reply.answer.note or "")
    assert clerk.claimed == []
    assert reply.remembered is None


@pytest.mark.parametrize("text", ["", " ", "???", "👍", "...\n"])
def test_message_without_words_is_not_remembered(desk: Desk, text: str) -> None:
    assert respond(desk, text).remembered is None


def test_little_is_remembered_of_a_very_long_message(desk: Desk) -> None:
    assert respond(desk, "x" * 10_000).remembered == "x" * 1_000


def test_command_is_known_in_any_case_and_with_the_bots_name(desk: Desk) -> None:
    expected = respond(desk, "/dates").answer.points

    assert respond(desk, "/DATES@palermo_bot").answer.points == expected


def test_command_is_not_remembered_as_a_question(desk: Desk) -> None:
    assert respond(desk, "/dates").remembered is None


def test_mistyped_command_leads_to_the_right_one(desk: Desk) -> None:
    reply = respond(desk, "/sesions")

    assert reply.answer.headline == TEXTS.unknown_command
    assert [button.text for button in reply.buttons] == ["/sessions", "/help"]


@pytest.mark.parametrize("text", ["/xyzzy", "/foo", "/", "/ start", "//"])
def test_unknown_command_leads_to_help(desk: Desk, text: str) -> None:
    reply = respond(desk, text)

    assert reply.answer.headline == TEXTS.unknown_command
    assert [button.text for button in reply.buttons] == ["/help"]


def test_long_listing_has_a_way_on(desk: Desk) -> None:
    assert respond(desk, "/dates").buttons == (
        Button("More →", "/dates", page=2, way="page"),
    )


def test_last_page_has_only_a_way_back(desk: Desk) -> None:
    assert respond(desk, "/dates", page=2).buttons == (
        Button("← Back", "/dates", page=1, way="page"),
    )


@pytest.mark.parametrize(
    ("page", "shown"), [(0, "(1/2)"), (-3, "(1/2)"), (99, "(2/2)")]
)
def test_page_beyond_the_end_is_the_nearest_there_is(
    desk: Desk, page: int, shown: str
) -> None:
    assert shown in respond(desk, "/dates", page=page).answer.headline


def test_notice_offers_example_questions(desk: Desk, shelf: Shelf) -> None:
    reply = notice(desk, lambda _: "Only text, please.")

    assert reply.answer.headline == "Only text, please."
    assert len(reply.buttons) == 3


FRENCH_LINES = ("/help", "/parties", "/search", "/xyzzy")


@pytest.fixture
def bilingual(clerk: Clerk, knowledge: Knowledge) -> Desk:
    languages = {**knowledge.vocabulary.languages, "fr": FRENCH.words}
    vocabulary = replace(knowledge.vocabulary, languages=languages)
    shelf = Shelf(replace(knowledge, vocabulary=vocabulary))
    clerk.detector = LanguageDetector(languages)
    return desk_of(shelf, clerk)


@pytest.mark.parametrize("line", FRENCH_LINES)
def test_command_speaks_the_language_of_the_reader(bilingual: Desk, line: str) -> None:
    reply = respond(bilingual, line, hint="fr-CA")

    assert reply.tongue.code == reply.answer.language == "fr"
    assert reply.answer.headline != respond(bilingual, line).answer.headline


def test_command_speaks_the_language_of_the_chat(bilingual: Desk) -> None:
    reply = respond(bilingual, "/help", history=("Quand est-ce ?",), hint="en")

    assert reply.answer.headline == FRENCH.texts.help


def test_words_behind_a_command_are_read_in_their_language(bilingual: Desk) -> None:
    reply = respond(bilingual, "/parties 9 juillet 2004")

    assert reply.tongue.code == "fr"
    assert any("(au 9 juillet 2004)" in point for point in reply.answer.points)


def test_pages_are_turned_in_french(bilingual: Desk) -> None:
    reply = respond(bilingual, "/dates", hint="fr")

    assert [button.label for button in reply.buttons] == [FRENCH.texts.next_page]


def test_question_is_asked_in_its_language(bilingual: Desk, clerk: Clerk) -> None:
    respond(bilingual, "Quand était-ce ?", hint="en")
    respond(bilingual, "When was it?", hint="fr")
    respond(bilingual, "COP 3", hint="fr")

    assert clerk.spoken == ["fr", "en", "fr"]


def test_claim_is_judged_in_its_language(bilingual: Desk, clerk: Clerk) -> None:
    respond(bilingual, "/verify C'était à Paris.", hint="en")
    respond(bilingual, "/verify It was in Paris.", hint="fr")

    assert clerk.spoken == ["fr", "en"]


def test_suggestion_is_asked_back_in_french(bilingual: Desk, clerk: Clerk) -> None:
    clerk.answer = replace(REFUSAL, suggestions=("Quand ?",), is_near=True)

    reply = respond(bilingual, "Et celle-là ?", hint="fr")

    assert reply.answer.note == FRENCH.texts.did_you_mean


def test_notice_is_in_the_language_of_the_chat(bilingual: Desk) -> None:
    reply = notice(bilingual, lambda tongue: tongue.texts.not_text, hint="fr")

    assert reply.answer.headline == FRENCH.texts.not_text


def test_desk_tells_which_languages_it_speaks(bilingual: Desk) -> None:
    assert [tongue.code for tongue in bilingual.tongues()] == ["en", "fr"]
