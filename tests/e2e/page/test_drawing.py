"""What a bot can send is drawn as Telegram draws it, and does what it should."""

import base64
import json
from typing import Literal

import pytest
from playwright.async_api import expect

from bot.sandbox.model import Json
from bot.sandbox.params import Upload
from tests.e2e.page.conftest import OpenPage, Puppet, Screen

BOT = "palermo_sandbox_bot"
CLIPBOARD = ["clipboard-read", "clipboard-write"]
LONG = "Each State Party shall keep its word. " * 20
DOT = base64.b64decode(
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGNoAAAAggCBd81ytgAAAABJRU5E"
    "rkJggg=="
)

pytestmark = pytest.mark.asyncio(loop_scope="session")


async def begin(stage: Screen, puppet: Puppet) -> Json:
    """Let somebody write to the puppet, which can answer from then on."""
    await stage.say("/start")
    return await puppet.told("message")


async def test_what_a_person_types_is_text_and_never_markup(stage: Screen) -> None:
    typed = "<b>bold</b><img src=x onerror=alert(1)>"

    await stage.say(typed)

    await expect(stage.last).to_contain_text(typed)
    await expect(stage.last.locator("b, strong, img")).to_have_count(0)


async def test_formatting_is_drawn_even_when_it_is_nested(
    stage: Screen, puppet: Puppet
) -> None:
    asked = await begin(stage, puppet)

    await puppet.send(
        asked,
        "🎉 <b>in force <i>since</i></b>\n<blockquote>quoted <code>A/RES/55/25</code>"
        '</blockquote>\n<a href="https://un.org/x">source</a> <s>gone</s> /help',
    )

    text = stage.last.locator(".text")
    await expect(text.locator("strong > em")).to_have_text("since")
    await expect(text.locator("blockquote > code")).to_have_text("A/RES/55/25")
    await expect(text.locator("a")).to_have_attribute("href", "https://un.org/x")
    await expect(text.locator("s")).to_have_text("gone")
    # A quotation makes lines of its own: none of them is empty.
    assert await text.evaluate("it => it.innerText") == (
        "🎉 in force since\nquoted A/RES/55/25\nsource gone /help"
    )


async def test_long_quote_unfolds(stage: Screen, puppet: Puppet) -> None:
    asked = await begin(stage, puppet)
    await puppet.send(asked, f"<blockquote expandable>{LONG}</blockquote>")
    quote = stage.last.get_by_role("blockquote")
    folded = await quote.evaluate("it => it.clientHeight")

    await stage.button("Show more").click()

    await expect(stage.button("Show less")).to_have_attribute("aria-expanded", "true")
    assert await quote.evaluate("it => it.clientHeight") > 2 * folded


async def test_short_quote_has_nothing_to_unfold(stage: Screen, puppet: Puppet) -> None:
    asked = await begin(stage, puppet)

    await puppet.send(asked, "<blockquote expandable>Short.</blockquote>")

    await expect(stage.last.get_by_role("blockquote")).to_have_text("Short.")
    await expect(stage.button("Show more")).to_be_hidden()


async def test_typing_is_shown_until_the_reply(stage: Screen, puppet: Puppet) -> None:
    asked = await begin(stage, puppet)
    doing = stage.page.get_by_text("Palermo is typing")

    await puppet.call("sendChatAction", chat_id=asked["chat"]["id"], action="typing")
    await expect(doing).to_be_visible()
    await puppet.send(asked, "There.")

    await expect(doing).to_have_count(0)


async def test_deleted_message_goes_away(stage: Screen, puppet: Puppet) -> None:
    asked = await begin(stage, puppet)
    sent = await puppet.send(asked, "Never mind.")
    await expect(stage.messages).to_have_count(2)

    await puppet.call(
        "deleteMessage", chat_id=asked["chat"]["id"], message_id=sent["message_id"]
    )

    await expect(stage.messages).to_have_count(1)


async def test_reply_names_what_it_replies_to(stage: Screen, puppet: Puppet) -> None:
    asked = await begin(stage, puppet)
    await puppet.send(asked, "Which session?")

    await stage.button("Reply: Which session?").click()
    await stage.say("the second")

    told = await puppet.told("message")
    assert told["reply_to_message"]["text"] == "Which session?"
    await expect(stage.last.locator(".original")).to_have_text("Palermo Which session?")


@pytest.mark.parametrize("is_alert", [False, True])
async def test_pressed_button_tells_what_the_bot_says(
    stage: Screen, puppet: Puppet, is_alert: bool
) -> None:
    asked = await begin(stage, puppet)
    await puppet.send(asked, "Done?", {"text": "Done", "callback_data": "done"})

    await stage.button("Done").click()
    query = await puppet.told("callback_query")
    await puppet.call(
        "answerCallbackQuery",
        callback_query_id=query["id"],
        text="Noted",
        show_alert=is_alert,
    )

    said = stage.page.get_by_role("dialog" if is_alert else "status")
    await expect(said.filter(has_text="Noted")).to_be_visible()


async def test_copy_button_copies(open_page: OpenPage, puppet: Puppet) -> None:
    stage = await open_page(puppet.sandbox, permissions=CLIPBOARD)
    asked = await begin(stage, puppet)
    key = {"text": "Copy", "copy_text": {"text": "CTOC/COP/2004/6"}}
    await puppet.send(asked, "Cite it so:", key)

    await stage.button("Copy").click()

    await expect(stage.page.get_by_text("Copied")).to_be_visible()
    copied = await stage.page.evaluate("navigator.clipboard.readText()")
    assert copied == "CTOC/COP/2004/6"


@pytest.mark.parametrize("role", ["link", "button"])
async def test_link_to_the_bot_starts_it_with_the_payload(
    stage: Screen, puppet: Puppet, role: Literal["link", "button"]
) -> None:
    asked = await begin(stage, puppet)
    url = f"https://t.me/{BOT}?start=article-5"
    if role == "link":
        await puppet.send(asked, f'<a href="{url}">Article 5</a>')
    else:
        await puppet.send(asked, "Read it:", {"text": "Article 5", "url": url})

    await stage.page.get_by_role(role, name="Article 5", exact=True).click()

    assert (await puppet.told("message"))["text"] == "/start article-5"


async def test_command_in_a_text_is_sent_at_a_tap(
    stage: Screen, puppet: Puppet
) -> None:
    await begin(stage, puppet)

    await stage.button("/start").click()

    assert (await puppet.told("message"))["text"] == "/start"


async def test_inline_result_is_found_and_sent_with_the_keyboard(
    stage: Screen, puppet: Puppet
) -> None:
    await stage.enter("Delegates")

    await stage.text.press_sequentially(f"@{BOT} fire")
    await offer(puppet, "1", next_offset="1")
    await expect(stage.suggestions).to_have_text(["Result 1 cited", "More results"])
    await stage.text.press("ArrowUp")
    await stage.text.press("Enter")
    await offer(puppet, "2")
    await expect(stage.suggestions).to_have_text(["Result 1 cited", "Result 2 cited"])
    await stage.text.press("Enter")

    await expect(stage.last).to_contain_text(f"Ada via @{BOT}")
    await expect(stage.last.get_by_role("strong")).to_have_text("Text 2")
    assert (await puppet.told("message"))["text"] == "Text 2"


async def test_queries_without_an_answer_hold_nothing_up(
    stage: Screen, puppet: Puppet
) -> None:
    await stage.text.fill(f"@{BOT} ")
    for letter in "firearms":  # more than a browser's connections to one server
        await puppet.told("inline_query")
        await stage.text.press_sequentially(letter)

    await stage.text.press("Enter")

    await expect(stage.last).to_contain_text(f"@{BOT} firearms")


async def test_query_can_be_taken_to_another_chat(
    stage: Screen, puppet: Puppet
) -> None:
    asked = await begin(stage, puppet)
    await puppet.send(asked, "Share:", {"text": "Share", "switch_inline_query": "fire"})

    await stage.button("Share").click()
    await stage.enter("Delegates")

    await expect(stage.text).to_have_value(f"@{BOT} fire")
    await expect(stage.text).to_be_focused()


async def test_picture_is_shown_with_its_caption(stage: Screen, puppet: Puppet) -> None:
    asked = await begin(stage, puppet)
    upload = Upload("plot.png", "image/png", DOT)

    await puppet.call(
        "sendPhoto",
        upload,
        chat_id=asked["chat"]["id"],
        photo="attach://0",
        caption="Parties by year",
    )

    await expect(stage.last).to_contain_text("Parties by year")
    picture = stage.last.get_by_role("img")
    await expect(picture).to_be_visible()
    assert await picture.evaluate("it => it.decode().then(() => it.naturalWidth)") == 1


async def test_file_can_be_saved(stage: Screen, puppet: Puppet) -> None:
    asked = await begin(stage, puppet)
    upload = Upload("sessions.ics", "text/calendar", b"BEGIN:VCALENDAR")
    chat = asked["chat"]["id"]
    await puppet.call("sendDocument", upload, chat_id=chat, document="attach://0")

    async with stage.page.expect_download() as saving:
        await stage.last.get_by_role("link", name="sessions.ics").click()

    saved = await saving.value
    assert saved.suggested_filename == "sessions.ics"
    assert (await saved.path()).read_bytes() == b"BEGIN:VCALENDAR"


async def test_file_of_a_person_reaches_the_bot(stage: Screen, puppet: Puppet) -> None:
    async with stage.page.expect_file_chooser() as choosing:
        await stage.button("Attach").click()
    chooser = await choosing.value
    await chooser.set_files({"name": "a.pdf", "mimeType": "x/y", "buffer": b"%PDF"})

    assert (await puppet.told("message"))["document"]["file_name"] == "a.pdf"
    await expect(stage.last).to_contain_text("a.pdf")


async def offer(puppet: Puppet, number: str, *, next_offset: str = "") -> None:
    """Answer the next inline query with one result."""
    query = await puppet.told("inline_query")
    content = {"message_text": f"<b>Text {number}</b>", "parse_mode": "HTML"}
    result = {
        "type": "article",
        "id": number,
        "title": f"Result {number}",
        "description": "cited",
        "input_message_content": content,
    }
    await puppet.call(
        "answerInlineQuery",
        inline_query_id=query["id"],
        results=json.dumps([result]),
        next_offset=next_offset,
    )
