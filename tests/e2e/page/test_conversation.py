"""People talk to the real bot in a real browser."""

import re

import pytest
from playwright.async_api import expect

from tests.e2e.page.conftest import Screen
from tests.tongues import ENGLISH, FRENCH

QUESTION = "When did the Firearms Protocol enter into force?"
ANSWER = "3 July 2005"

pytestmark = pytest.mark.asyncio(loop_scope="session")


async def test_question_is_answered_with_its_source(screen: Screen) -> None:
    answer = await screen.ask(QUESTION)

    await expect(answer.get_by_role("strong").first).to_contain_text(ANSWER)
    await expect(answer.get_by_role("blockquote").first).to_contain_text(ANSWER)
    source = answer.get_by_role("link").first
    await expect(source).to_have_attribute("href", re.compile("^http"))


async def test_turned_page_keeps_its_place_and_the_focus(screen: Screen) -> None:
    await screen.ask("/dates")

    await screen.button("More →").press("Enter")

    await expect(screen.last).to_contain_text("(2/")
    await expect(screen.messages).to_have_count(2)
    await expect(screen.last.locator(":focus")).to_have_count(1)


async def test_changed_question_is_answered_anew(screen: Screen) -> None:
    await screen.ask("Whn?")

    await screen.text.press("ArrowUp")
    await expect(screen.text).to_have_value("Whn?")
    await screen.say(QUESTION)

    await expect(screen.messages.first).to_contain_text("edited")
    await expect(screen.log).to_contain_text(ANSWER)


async def test_command_is_chosen_with_the_keyboard_alone(screen: Screen) -> None:
    await screen.button("Menu").press("Enter")
    await expect(screen.suggestions.first).to_contain_text("/start")

    await screen.text.press("ArrowDown")
    await screen.text.press("Enter")

    await expect(screen.messages.first).to_contain_text("/start")
    await expect(screen.last).to_contain_text(ENGLISH.texts.greeting)
    await expect(screen.suggestions).to_have_count(0)


async def test_menu_narrows_with_what_is_typed(screen: Screen) -> None:
    await screen.text.press_sequentially("/ses")

    await expect(screen.suggestions).to_have_count(2)


@pytest.mark.parametrize("place", ["Delegates", "Working group: Firearms"])
async def test_group_is_answered_when_the_bot_is_named(
    screen: Screen, place: str
) -> None:
    await screen.enter(place)

    await screen.say("Nobody asks a bot here.")
    await screen.say(f"@palermo_sandbox_bot {QUESTION}")

    await expect(screen.last.get_by_role("blockquote").first).to_contain_text(ANSWER)
    await expect(screen.last).to_contain_text(QUESTION)  # quoted above
    await expect(screen.messages).to_have_count(3)


async def test_second_person_has_a_chat_and_a_language_of_their_own(
    screen: Screen,
) -> None:
    await screen.ask("/start")

    await screen.page.get_by_label("Luc").check()
    await expect(screen.messages).to_have_count(0)
    greeting = await screen.ask("/start")

    await expect(greeting).to_contain_text(FRENCH.texts.greeting)


async def test_two_people_share_a_group(screen: Screen) -> None:
    await screen.enter("Delegates")
    await screen.say("Shall we begin?")
    await expect(screen.messages).to_have_count(1)

    await screen.page.get_by_label("Luc").check()

    await expect(screen.last).to_contain_text("Ada")
    await expect(screen.last).to_contain_text("Shall we begin?")


async def test_what_is_new_elsewhere_is_marked_until_it_is_seen(
    screen: Screen,
) -> None:
    await screen.enter("Delegates")
    await screen.say("Shall we begin?")
    await expect(screen.messages).to_have_count(1)
    await screen.enter("Palermo")

    await screen.page.get_by_label("Luc").check()
    await expect(screen.button("Delegates new")).to_be_visible()
    await screen.enter("Delegates")

    await expect(screen.page.get_by_text("new", exact=True)).to_have_count(0)


async def test_begun_text_waits_in_its_chat(screen: Screen) -> None:
    await screen.text.fill("When did")

    await screen.enter("Delegates")
    await expect(screen.text).to_have_value("")
    await screen.enter("Palermo")

    await expect(screen.text).to_have_value("When did")


async def test_text_that_could_not_be_sent_is_not_lost(screen: Screen) -> None:
    await screen.page.route("**/acts/say", lambda route: route.abort())

    await screen.say(QUESTION)

    await expect(screen.page.get_by_text("Failed to fetch")).to_be_visible()
    await expect(screen.text).to_have_value(QUESTION)
    screen.complaints.clear()  # the browser says so, too


async def test_page_that_is_loaded_again_shows_the_same(screen: Screen) -> None:
    await screen.ask(QUESTION)

    await screen.page.reload()

    await expect(screen.messages).to_have_count(2)
    await expect(screen.last).to_contain_text(ANSWER)
