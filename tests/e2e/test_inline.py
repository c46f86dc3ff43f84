"""Inline mode over HTTP: offers in any chat, each a complete cited message."""

from typing import Any

import pytest
import pytest_asyncio

from bot.sandbox import Sandbox, User
from tests.bot.telegram_html import Parsed, parse
from tests.e2e.conftest import PATIENCE

pytestmark = pytest.mark.asyncio(loop_scope="module")


@pytest_asyncio.fixture(loop_scope="module")
async def ada(served_sandbox: Sandbox) -> User:
    """Someone whom the bot has answered, so that it surely runs."""
    ada = served_sandbox.user("Ada")
    await ada.ask("/start", within=PATIENCE)
    return ada


def sent(result: dict[str, Any]) -> Parsed:
    return parse(result["input_message_content"]["message_text"])


async def test_question_is_answered_in_any_chat(ada: User) -> None:
    ada.query_inline("entry into force firearms")
    answer = await ada.next_results()

    first, *others = answer.results
    assert "3 July 2005" in first["title"]
    assert "3 July 2005" in sent(first).under("b")[0]
    assert "3 July 2005" in sent(first).under("blockquote")[0]
    assert others


async def test_every_offer_is_a_complete_cited_message(ada: User) -> None:
    ada.query_inline("technical assistance")
    answer = await ada.next_results()

    assert all(sent(result).under("blockquote") for result in answer.results)
    assert all(sent(result).text.count("[1]") == 1 for result in answer.results)


async def test_offer_leads_to_its_source_in_a_chat_with_the_bot(
    served_sandbox: Sandbox, ada: User
) -> None:
    ada.query_inline("entry into force firearms")
    answer = await ada.next_results()

    ((button,),) = answer.results[0]["reply_markup"]["inline_keyboard"]
    address, _, payload = button["url"].partition("?start=")
    assert address == f"https://t.me/{served_sandbox.account.me.username}"
    opened = await ada.ask(f"/start {payload}")
    assert "3 July 2005" in opened.text


async def test_more_are_offered_as_one_scrolls(ada: User) -> None:
    ada.query_inline("technical assistance")
    first = await ada.next_results()
    ada.query_inline("technical assistance", offset=first.next_offset)
    second = await ada.next_results()

    ids = [result["id"] for answer in (first, second) for result in answer.results]
    assert second.results
    assert len(ids) == len(set(ids))


async def test_offers_are_kept_for_their_reader(ada: User) -> None:
    ada.query_inline("firearms")
    answer = await ada.next_results()

    assert answer.cache_time > 0
    assert answer.is_personal


@pytest.mark.parametrize("text", ["", "xyzzy", "é" * 256, "<b>&"])
async def test_any_words_are_met_without_fault(ada: User, text: str) -> None:
    ada.query_inline(text)

    await ada.next_results()


async def test_offset_of_another_is_no_fault(ada: User) -> None:
    ada.query_inline("firearms", offset="no number")

    assert (await ada.next_results()).results


async def test_guest_is_answered_with_one_cited_message(
    served_sandbox: Sandbox, ada: User
) -> None:
    name = served_sandbox.account.me.username
    ada.call_guest(f"@{name} When did the Firearms Protocol enter into force?")

    (result,) = (await ada.next_results()).results
    assert "3 July 2005" in sent(result).under("b")[0]
    assert sent(result).under("blockquote")
