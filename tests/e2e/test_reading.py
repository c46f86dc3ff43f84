"""Answers are followed to their sources, over HTTP, by taps and links."""

import pytest

from bot.sandbox import Sandbox, User
from tests.e2e.conftest import PATIENCE
from tests.tongues import ENGLISH

QUESTION = "When did the Firearms Protocol enter into force?"
TEXTS = ENGLISH.texts

pytestmark = pytest.mark.asyncio(loop_scope="module")


@pytest.fixture
def sandbox(served_sandbox: Sandbox) -> Sandbox:
    return served_sandbox


@pytest.fixture
def ada(sandbox: Sandbox) -> User:
    return sandbox.user("Ada")


async def test_source_of_an_answer_is_opened_in_context(ada: User) -> None:
    answer = await ada.ask(QUESTION, within=PATIENCE)
    (source,) = [b for b in answer.buttons if b.text == TEXTS.source]

    ada.press(source)
    passage = await ada.next_reply()

    assert passage.spans("bold")[0].startswith("In its source: paragraph 9")
    (quoted,) = passage.spans("expandable_blockquote")
    assert "The Firearms Protocol entered into force on 3 July 2005." in quoted
    assert TEXTS.provenance_publisher in passage.text


async def test_passages_are_turned_in_their_place(ada: User) -> None:
    answer = await ada.ask(QUESTION, within=PATIENCE)
    ada.press(TEXTS.source, of=answer)
    passage = await ada.next_reply()

    ada.press(TEXTS.passage_before, of=passage)
    before = await ada.next_edit()
    ada.press(TEXTS.passage_after, of=before)
    after = await ada.next_edit()

    assert "paragraph 8 (" in before.text
    assert (before.id, after.text) == (passage.id, passage.text)


async def test_link_that_was_copied_opens_the_passage(
    sandbox: Sandbox, ada: User
) -> None:
    await ada.ask(QUESTION, within=PATIENCE)
    ada.press(TEXTS.source)
    passage = await ada.next_reply()
    (link,) = [b.value["text"] for b in passage.buttons if b.action == "copy_text"]
    address, _, payload = link.partition("?start=")

    # Telegram opens the chat and sends this, when such a link is followed.
    opened = await sandbox.user("Luc").ask(f"/start {payload}", within=PATIENCE)

    assert address == f"https://t.me/{sandbox.account.me.username}"
    assert opened.text == passage.text


@pytest.mark.parametrize(
    ("payload", "title"),
    [
        ("article-18", "Article 18 of the Convention: Mutual legal assistance"),
        ("firearms-article-5", "Article 5 of the Firearms Protocol"),
        ("session-3", "The third session of the Conference"),
        ("firearms-protocol", "The Firearms Protocol"),
    ],
)
async def test_articles_sessions_and_instruments_have_links(
    ada: User, payload: str, title: str
) -> None:
    opened = await ada.ask(f"/start {payload}", within=PATIENCE)

    assert opened.spans("bold")[0].startswith(title)


async def test_link_to_what_is_gone_offers_the_nearest(ada: User) -> None:
    reply = await ada.ask("/start article-99", within=PATIENCE)

    assert reply.spans("bold") == (TEXTS.link_gone,)
    ada.press(reply.buttons[0])
    assert (await ada.next_reply()).spans("bold")[0].startswith("Article ")


async def test_article_of_several_instruments_is_chosen_by_a_tap(ada: User) -> None:
    await ada.ask("/article 5", within=PATIENCE)

    ada.press("Article 5 of the Firearms Protocol")

    assert "Criminalization" in (await ada.next_reply()).spans("bold")[0]


async def test_filter_takes_the_place_of_what_it_filters(ada: User) -> None:
    whole = await ada.ask("/timeline 2003 2005", within=PATIENCE)

    ada.press("Sessions")
    filtered = await ada.next_edit()

    assert filtered.id == whole.id
    assert TEXTS.all_of_them in [button.text for button in filtered.buttons]
