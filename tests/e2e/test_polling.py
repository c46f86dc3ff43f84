"""The real bot polls a strict server; scripted users talk to it."""

import pytest

from bot.commands import COMMANDS
from bot.sandbox import Sandbox, User
from tests.e2e.conftest import PATIENCE
from tests.tongues import ENGLISH, FRENCH

QUESTION = "When did the Firearms Protocol enter into force?"
ANSWER = "3 July 2005"
CLAIM = "The Firearms Protocol entered into force in 2005"

# One bot serves all these tests, as it would serve so many chats.
pytestmark = pytest.mark.asyncio(loop_scope="module")


@pytest.fixture
def sandbox(served_sandbox: Sandbox) -> Sandbox:
    return served_sandbox


@pytest.fixture
def ada(sandbox: Sandbox) -> User:
    return sandbox.user("Ada")


async def test_question_is_answered_with_its_source(ada: User) -> None:
    reply = await ada.ask(QUESTION, within=PATIENCE)

    assert ANSWER in reply.text
    assert ANSWER in reply.spans("bold")[0]
    assert ANSWER in reply.spans("blockquote")[0]
    assert reply.spans("text_link")


async def test_menu_offers_the_commands(sandbox: Sandbox, ada: User) -> None:
    await ada.ask("/start", within=PATIENCE)

    assert [each.command for each in ada.menu] == [each.name for each in COMMANDS]


async def test_menu_and_replies_are_in_the_readers_language(sandbox: Sandbox) -> None:
    luc = sandbox.user("Luc", language_code="fr")

    reply = await luc.ask("/start", within=PATIENCE)

    assert FRENCH.texts.greeting in reply.text
    assert luc.menu[0].description == FRENCH.texts.commands.start.description


async def test_every_command_is_accepted_as_drawn(sandbox: Sandbox) -> None:
    for command in COMMANDS:
        # A user each, since some commands send files behind their message.
        reader = sandbox.user(command.name)
        reply = await reader.ask(command.example(ENGLISH.texts), within=PATIENCE)

        assert reply.text


async def test_page_is_turned_in_its_place(ada: User) -> None:
    await ada.ask("/dates", within=PATIENCE)

    ada.press("More →")

    assert "(2/" in (await ada.next_edit()).text
    assert (await ada.next_notice()).text == ""


async def test_suggestion_is_answered_at_a_tap(ada: User) -> None:
    greeting = await ada.ask("/start", within=PATIENCE)
    suggestion = greeting.buttons[0]

    ada.press(suggestion)
    reply = await ada.next_reply()

    assert reply.text.startswith(f"You asked: {suggestion.text}\n")
    assert reply.spans("blockquote")


async def test_claim_is_judged_with_its_evidence(ada: User) -> None:
    reply = await ada.ask(f"/verify {CLAIM}", within=PATIENCE)

    assert reply.spans("bold")[0].startswith("Supported. ")
    assert ANSWER in reply.spans("blockquote")[0]


async def test_near_question_is_offered_and_answered_at_a_tap(ada: User) -> None:
    refusal = await ada.ask(
        "number of signatories of trafficking protocol in 1990s by region"
    )
    suggestion = refusal.buttons[0]

    ada.press(suggestion)
    reply = await ada.next_reply()

    assert refusal.spans("italic") == (ENGLISH.texts.did_you_mean,)
    assert reply.text.startswith(f"You asked: {suggestion.text}\n")
    assert reply.spans("blockquote")


async def test_follow_up_leans_on_the_question_before(ada: User) -> None:
    await ada.ask("Where was the second session held?", within=PATIENCE)

    reply = await ada.ask("And the third?")

    assert "third session" in reply.text


async def test_what_is_no_question_is_met_kindly(ada: User) -> None:
    ada.send_sticker()
    ada.send_photo()
    replies = await ada.replies(2, within=PATIENCE)

    assert {reply.text for reply in replies} == {ENGLISH.texts.not_text}


async def test_very_long_text_is_met_kindly(ada: User) -> None:
    pieces = ada.paste("word " * 2_000)

    replies = await ada.replies(len(pieces), within=PATIENCE)

    assert all(reply.text for reply in replies)


async def test_answer_of_an_edited_question_is_edited(ada: User) -> None:
    asked = ada.say("Whn?")
    reply = await ada.next_reply(within=PATIENCE)

    ada.edit(asked, QUESTION)
    edited = await ada.next_edit()

    assert edited.id == reply.id
    assert ANSWER in edited.text


async def test_reply_to_an_answer_leans_on_its_question(ada: User) -> None:
    first = await ada.ask("Where was the second session held?", within=PATIENCE)
    await ada.ask(QUESTION)

    ada.say("And the third?", reply_to=first)

    assert "third session" in (await ada.next_reply()).text


async def test_answer_leads_on_to_related_questions(ada: User) -> None:
    answer = await ada.ask(QUESTION, within=PATIENCE)
    related = answer.buttons[1]

    ada.press(related)
    reply = await ada.next_reply()

    assert reply.text.startswith(f"You asked: {related.text}\n")
    assert reply.spans("bold") != answer.spans("bold")


async def test_group_is_answered_in_short_and_in_whole_at_a_tap(
    sandbox: Sandbox, ada: User
) -> None:
    member = ada.within(sandbox.group("Delegates"))
    question = "When was the first session of the Conference held?"
    asked = member.say(f"@{sandbox.account.me.username} {question}")
    short = await member.next_reply(within=PATIENCE)

    member.press(ENGLISH.texts.whole_answer, of=short)
    whole = await member.next_edit()

    assert short.reply_to == asked.id
    assert (whole.id, whole.spans("bold")) == (short.id, short.spans("bold"))
    assert "[2]" not in short.text
    assert "[2]" in whole.text


@pytest.mark.parametrize("text", ["/protocols", "/protocols@{me}", "@{me} /protocols"])
async def test_command_is_answered_in_a_group(
    sandbox: Sandbox, ada: User, text: str
) -> None:
    member = ada.within(sandbox.group("Delegates"))

    reply = await member.ask(
        text.format(me=sandbox.account.me.username), within=PATIENCE
    )

    assert reply.spans("bold")[0].startswith("The Protocols")


async def test_reply_in_a_group_is_a_follow_up_and_stays_in_its_topic(
    sandbox: Sandbox, ada: User
) -> None:
    forum = sandbox.group("Delegates", is_forum=True)
    member = ada.within(forum, topic=sandbox.topic(forum))
    name = sandbox.account.me.username
    first = await member.ask(f"@{name} Where was the second session held?", within=30)

    member.say("And the third?", reply_to=first)
    reply = await member.next_reply()

    assert "third session" in reply.text
    assert reply.topic == member.topic


async def test_group_is_answered_in_its_topic_and_only_when_meant(
    sandbox: Sandbox, ada: User
) -> None:
    forum = sandbox.group("Delegates", is_forum=True)
    member = ada.within(forum, topic=sandbox.topic(forum))

    member.say("Nobody is asking a bot here.")
    asked = member.say(f"@{sandbox.account.me.username} {QUESTION}")
    reply = await member.next_reply(within=PATIENCE)

    assert ANSWER in reply.text
    assert (reply.topic, reply.reply_to) == (member.topic, asked.id)


async def test_chat_is_answered_in_order(ada: User) -> None:
    for number in range(1, 5):
        ada.say(f"/session {number}")

    replies = await ada.replies(4, within=PATIENCE)

    names = ("first", "second", "third", "fourth")
    assert all(name in reply.text for name, reply in zip(names, replies, strict=True))
