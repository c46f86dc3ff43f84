import asyncio
import json
from collections.abc import Callable, Coroutine
from typing import Any

import aiohttp
import pytest

from bot.sandbox.page import acts
from tests.sandbox.page.conftest import Act, Place, read_events

Api = Callable[..., Coroutine[Any, Any, dict[str, Any]]]
KEYBOARD = json.dumps(
    {"inline_keyboard": [[{"text": "Next", "callback_data": "page:2"}]]}
)
RESULT = {
    "type": "article",
    "id": "7",
    "title": "Firearms Protocol",
    "input_message_content": {"message_text": "<b>2005</b>", "parse_mode": "HTML"},
}


async def last_update(api: Api) -> dict[str, Any]:
    body = await api("getUpdates", offset=-1, timeout=5)
    update: dict[str, Any] = body["result"][0]
    return update


async def test_text_reaches_the_bot(api: Api, act: Act, ada: Place) -> None:
    await act("say", ada, text="When?")

    message = (await last_update(api))["message"]
    assert (message["text"], message["from"]["id"]) == ("When?", ada.person)


async def test_reply_names_what_it_replies_to(api: Api, act: Act, ada: Place) -> None:
    await act("say", ada, text="/start")
    sent = await api("sendMessage", chat_id=ada.chat, text="Which session?")

    await act("say", ada, text="the second", reply_to=sent["result"]["message_id"])

    message = (await last_update(api))["message"]
    assert message["reply_to_message"]["text"] == "Which session?"


async def test_topic_is_kept(
    api: Api, act: Act, people: dict[str, list[Place]]
) -> None:
    topic = people["Luc"][2]

    await act("say", topic, text="/dates")

    assert (await last_update(api))["message"]["message_thread_id"] == topic.topic


@pytest.mark.parametrize("text", ["", " \n", "x" * 4097])
async def test_text_that_no_client_sends_is_refused(
    act: Act, ada: Place, text: str
) -> None:
    assert (await act("say", ada, text=text))["error_code"] == 400


async def test_stranger_is_refused(act: Act, people: dict[str, list[Place]]) -> None:
    ada, luc = people["Ada"][0], people["Luc"][0]

    refusal = await act("say", Place(ada.person, luc.chat, None), text="hello")

    assert refusal["description"] == "Bad Request: person or chat not found"


async def test_own_text_can_be_changed(api: Api, act: Act, ada: Place) -> None:
    await act("say", ada, text="wen?")

    await act("edit", ada, message=1, text="when?")

    assert (await last_update(api))["edited_message"]["text"] == "when?"


async def test_text_of_another_cannot_be_changed(
    api: Api, act: Act, ada: Place
) -> None:
    await act("say", ada, text="/start")
    sent = await api("sendMessage", chat_id=ada.chat, text="Hello")

    number = sent["result"]["message_id"]
    refusal = await act("edit", ada, message=number, text="Bye")

    assert refusal["description"] == "Bad Request: message can't be edited"


async def test_pressed_button_gives_the_bots_notice(
    api: Api, act: Act, ada: Place
) -> None:
    await act("say", ada, text="/start")
    await api("sendMessage", chat_id=ada.chat, text="1", reply_markup=KEYBOARD)

    start = await last_update(api)
    pressed = asyncio.create_task(act("press", ada, message=2, data="page:2"))
    updates = await api("getUpdates", offset=start["update_id"] + 1, timeout=5)
    query = updates["result"][0]["callback_query"]
    await api(
        "answerCallbackQuery",
        callback_query_id=query["id"],
        text="Turned",
        show_alert=True,
    )

    answer = await pressed
    assert query["from"]["id"] == ada.person
    assert (answer["text"], answer["is_alert"]) == ("Turned", True)


async def test_bot_that_does_not_answer_is_told_of(
    api: Api, act: Act, ada: Place, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(acts, "PATIENCE", 0.01)
    await act("say", ada, text="/start")
    await api("sendMessage", chat_id=ada.chat, text="1", reply_markup=KEYBOARD)

    refusal = await act("press", ada, message=2, data="page:2")

    assert refusal["error_code"] == 504
    assert refusal["description"] == "the bot did not answer"


async def test_button_that_is_not_there_is_refused(act: Act, ada: Place) -> None:
    await act("say", ada, text="/start")

    refusal = await act("press", ada, message=1, data="page:2")

    assert refusal["description"] == "Bad Request: button not found"


async def test_offered_result_can_be_chosen(api: Api, act: Act, ada: Place) -> None:
    typed = asyncio.create_task(act("query", ada, text="firearms"))
    query = (await last_update(api))["inline_query"]
    await api(
        "answerInlineQuery",
        inline_query_id=query["id"],
        results=json.dumps([RESULT]),
        next_offset="1",
    )
    offered = await typed

    await act(
        "choose", ada, query_id=offered["query_id"], result_id="7", text="firearms"
    )

    message = (await api("getUpdates", offset=-2))["result"][0]["message"]
    assert (query["query"], offered["next_offset"]) == ("firearms", "1")
    assert offered["results"] == [RESULT]
    assert (message["text"], message["via_bot"]["is_bot"]) == ("2005", True)


async def test_result_that_was_not_offered_is_refused(act: Act, ada: Place) -> None:
    refusal = await act("choose", ada, query_id="1", result_id="7")

    assert refusal["description"] == "Bad Request: result not found"


@pytest.mark.parametrize(
    ("file_name", "mime_type", "kind"),
    [("a.png", "image/png", "photo"), ("a.html", "text/html", "document")],
)
async def test_file_is_sent_and_given_back_as_no_page(
    browser: aiohttp.ClientSession,
    ada: Place,
    file_name: str,
    mime_type: str,
    kind: str,
) -> None:
    form = aiohttp.FormData({"person": str(ada.person), "chat": str(ada.chat)})
    form.add_field("file", b"content", filename=file_name, content_type=mime_type)

    async with browser.post("acts/attach", data=form) as answer:
        assert answer.status == 200
    (event,) = await read_events(browser, 1)
    sent = event["message"][kind]
    file_id = (sent[0] if kind == "photo" else sent)["file_id"]
    async with browser.get(f"files/{kind}/{file_id}") as answer:
        content = await answer.read()

    assert content == b"content"
    assert answer.headers["Content-Disposition"] == "attachment"
    assert answer.headers["X-Content-Type-Options"] == "nosniff"


async def test_missing_file_is_refused(act: Act, ada: Place) -> None:
    refusal = await act("attach", ada)

    assert refusal["description"] == "Bad Request: there is no file in the request"


async def test_doing_of_the_bot_is_told(
    api: Api, browser: aiohttp.ClientSession, act: Act, ada: Place
) -> None:
    await act("say", ada, text="/start")

    await api("sendChatAction", chat_id=ada.chat, action="typing")

    assert (await read_events(browser, 2))[1]["action"] == "typing"


async def test_unknown_act_is_not_found(
    browser: aiohttp.ClientSession, ada: Place
) -> None:
    async with browser.post("acts/dance", json=ada.fields) as answer:
        assert answer.status == 404
