"""The sandbox's page in a real browser: Debian's Chromium, driven by Playwright.

One browser and one bot serve all these tests, on the loop of the session; each test
has a page, people and chats of its own. Without a browser they are skipped.
"""

import json
from collections.abc import AsyncIterator, Callable, Coroutine
from contextlib import AsyncExitStack
from dataclasses import dataclass
from shutil import which
from typing import Any

import pytest
import pytest_asyncio
from playwright.async_api import (
    Browser,
    ConsoleMessage,
    Locator,
    Page,
    async_playwright,
    expect,
)

from bot.sandbox import Sandbox
from bot.sandbox.methods import METHODS
from bot.sandbox.model import Json
from bot.sandbox.page import ChatPage
from bot.sandbox.params import Params, Upload
from tests.e2e.conftest import PATIENCE, Home, polls, running_bot

expect.set_options(timeout=PATIENCE * 1_000)


@dataclass(frozen=True, slots=True)
class Screen:
    """One open page, as its user finds things there, and what its console says."""

    page: Page
    complaints: list[str]

    @property
    def text(self) -> Locator:
        return self.page.get_by_label("Message", exact=True)

    @property
    def log(self) -> Locator:
        return self.page.get_by_role("log")

    @property
    def messages(self) -> Locator:
        return self.log.get_by_role("article")

    @property
    def last(self) -> Locator:
        return self.messages.last

    @property
    def suggestions(self) -> Locator:
        return self.page.get_by_role("option")

    def button(self, name: str) -> Locator:
        return self.page.get_by_role("button", name=name, exact=True)

    async def say(self, text: str) -> None:
        await self.text.fill(text)
        await self.text.press("Enter")

    async def ask(self, question: str) -> Locator:
        """Say something and await the reply to it."""
        count = await self.messages.count()
        await self.say(question)
        await expect(self.messages).to_have_count(count + 2)
        return self.last

    async def enter(self, place: str) -> None:
        chats = self.page.get_by_role("navigation", name="Chats")
        await chats.get_by_role("button", name=place).click()
        await expect(self.page.get_by_role("main", name=place)).to_be_visible()


OpenPage = Callable[..., Coroutine[Any, Any, Screen]]


@dataclass(frozen=True, slots=True)
class Puppet:
    """A bot that does what a test says, in the sandbox of the test's page."""

    sandbox: Sandbox

    async def call(self, method: str, /, *uploads: Upload, **fields: Any) -> Any:
        """Call a method; files are attached as 0, 1, 2 ..."""
        attached = {str(number): upload for number, upload in enumerate(uploads)}
        return await METHODS[method](self.sandbox.account, Params(fields, attached))

    async def send(self, to: Json, html: str, *keys: Json) -> Json:
        """Write in the chat of a message, with buttons side by side."""
        keyboard = {"inline_keyboard": [list(keys)]} if keys else None
        sent: Json = await self.call(
            "sendMessage",
            chat_id=to["chat"]["id"],
            text=html,
            parse_mode="HTML",
            reply_markup=json.dumps(keyboard),
        )
        return sent

    async def told(self, kind: str) -> Json:
        """Await the next update, which must be of a kind, and confirm it."""
        (update,) = await self.call("getUpdates", timeout=10, limit=1)
        await self.call("getUpdates", offset=update["update_id"] + 1)
        told: Json = update[kind]
        return told


@pytest.fixture(scope="session")
def chromium() -> str:
    """Find the browser."""
    path = which("chromium")
    if path is None:
        pytest.skip("there is no Chromium here: apt-get install chromium")
    return path


@pytest_asyncio.fixture(scope="session", loop_scope="session")
async def browser(chromium: str) -> AsyncIterator[Browser]:
    async with async_playwright() as playwright:
        browser = await playwright.chromium.launch(executable_path=chromium)
        yield browser
        await browser.close()


@pytest_asyncio.fixture(scope="session", loop_scope="session")
async def palermo(
    browser: Browser, built_home: Home, tmp_path_factory: pytest.TempPathFactory
) -> AsyncIterator[Sandbox]:
    """A sandbox in which the real bot replies."""
    async with Sandbox() as sandbox:
        folder = tmp_path_factory.mktemp("palermo")
        bot = await running_bot("run", home=built_home, folder=folder, **polls(sandbox))
        await sandbox.calls.await_next("getUpdates", within=PATIENCE)  # it is ready
        yield sandbox
        await bot.end()


@pytest.fixture
def puppet() -> Puppet:
    return Puppet(Sandbox())


@pytest_asyncio.fixture(loop_scope="session")
async def open_page(browser: Browser) -> AsyncIterator[OpenPage]:
    """Open the page on a sandbox; it must never complain in the console."""
    complaints: list[str] = []

    def note(message: ConsoleMessage) -> None:
        if message.type in ("error", "warning"):
            complaints.append(message.text)

    async with AsyncExitStack() as stack:

        async def open_page(sandbox: Sandbox, **options: Any) -> Screen:
            chats = await stack.enter_async_context(ChatPage(sandbox))
            context = await browser.new_context(**options)
            stack.push_async_callback(context.close)
            page = await context.new_page()
            page.on("console", note)
            page.on("pageerror", lambda error: complaints.append(str(error)))
            await page.goto(chats.url)
            await expect(page.get_by_role("radio")).to_have_count(2)
            return Screen(page, complaints)

        yield open_page
    assert complaints == []


@pytest_asyncio.fixture(loop_scope="session")
async def screen(open_page: OpenPage, palermo: Sandbox) -> Screen:
    """The page, with the real bot behind it."""
    return await open_page(palermo)


@pytest_asyncio.fixture(loop_scope="session")
async def stage(open_page: OpenPage, puppet: Puppet) -> Screen:
    """The page, with a puppet behind it."""
    return await open_page(puppet.sandbox)
