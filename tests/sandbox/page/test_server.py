import re
from importlib.resources import files

import aiohttp
import pytest

from bot.sandbox import Sandbox
from bot.sandbox.page import ChatPage
from tests.sandbox.page.conftest import Act, Place, read_events

ASSETS = files("bot.sandbox.page") / "assets"
NAMES = sorted(each.name for each in ASSETS.iterdir())


@pytest.mark.parametrize("name", NAMES)
async def test_every_asset_is_served_as_what_it_is(
    browser: aiohttp.ClientSession, name: str
) -> None:
    kinds = {"css": "text/css", "html": "text/html", "js": "text/javascript"}

    async with browser.get(f"assets/{name}") as answer:
        body = await answer.read()

    assert answer.content_type == kinds.get(name.partition(".")[2], "image/svg+xml")
    assert body == (ASSETS / name).read_bytes()


async def test_page_is_served_and_names_assets_that_there_are(
    browser: aiohttp.ClientSession,
) -> None:
    async with browser.get("") as answer:
        html = await answer.text()

    assert set(re.findall(r'(?:src|href)="/assets/([^"]+)"', html)) <= set(NAMES)
    assert not re.search(r'(?:src|href)="(?:https?:)?//', html)


@pytest.mark.parametrize("path", ["", "assets/page.js", "cast", "files/photo/none"])
async def test_every_answer_forbids_foreign_code(
    browser: aiohttp.ClientSession, path: str
) -> None:
    async with browser.get(path) as answer:
        policy = answer.headers.get("Content-Security-Policy", "")

    assert "default-src 'none'" in policy
    assert "script-src 'self'" in policy
    assert "require-trusted-types-for 'script'" in policy


@pytest.mark.parametrize(
    "headers", [{"Host": "rebound.example"}, {"Origin": "https://foreign.example"}]
)
async def test_other_sites_are_refused(
    browser: aiohttp.ClientSession, headers: dict[str, str]
) -> None:
    async with browser.get("cast", headers=headers) as answer:
        assert answer.status == 403


async def test_own_origin_is_served(
    page: ChatPage, browser: aiohttp.ClientSession
) -> None:
    origin = page.url.rstrip("/")

    async with browser.get("cast", headers={"Origin": origin}) as answer:
        assert answer.status == 200


@pytest.mark.parametrize(
    "path", ["assets/none.js", "assets/..%2Fserver.py", "files/photo/none", "none"]
)
async def test_what_is_not_there_is_not_found(
    browser: aiohttp.ClientSession, path: str
) -> None:
    async with browser.get(path) as answer:
        assert answer.status == 404


async def test_everybody_has_a_chat_alone_and_groups_together(
    people: dict[str, list[Place]],
) -> None:
    ada, luc = people["Ada"], people["Luc"]

    assert ada[0].chat != luc[0].chat
    assert [(p.chat, p.topic) for p in ada[1:]] == [(p.chat, p.topic) for p in luc[1:]]
    assert [place.topic is None for place in ada] == [True, True, False, False]


async def test_menu_is_that_of_the_persons_language(
    sandbox: Sandbox, browser: aiohttp.ClientSession, people: dict[str, list[Place]]
) -> None:
    async with aiohttp.ClientSession() as bot:
        url = f"{sandbox.base_url}{sandbox.token}/setMyCommands"
        for code, description in (("", "Help"), ("fr", "Aide")):
            command = {"command": "help", "description": description}
            fields = {"commands": [command], "language_code": code}
            async with bot.post(url, json=fields) as answer:
                assert answer.ok
    luc = people["Luc"][0]

    async with browser.get(f"menu?person={luc.person}&chat={luc.chat}") as answer:
        menu = await answer.json()

    assert menu == [{"command": "help", "description": "Aide"}]


async def test_events_tell_the_past_and_then_what_comes(
    browser: aiohttp.ClientSession, act: Act, ada: Place
) -> None:
    await act("say", ada, text="first")
    await act("say", ada, text="second")

    events = await read_events(browser, 2)

    assert [event["message"]["text"] for event in events] == ["first", "second"]
    assert {event["kind"] for event in events} == {"sent"}
    assert {event["chat"] for event in events} == {ada.chat}


async def test_page_in_use_does_not_keep_the_server_from_closing(
    sandbox: Sandbox,
) -> None:
    async with aiohttp.ClientSession() as browser:
        async with ChatPage(sandbox) as page:
            stream = await browser.get(f"{page.url}events")

        with pytest.raises(aiohttp.ClientError):
            await stream.content.readexactly(1)
        stream.close()
