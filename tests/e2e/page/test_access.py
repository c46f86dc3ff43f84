"""The page is for everybody: measured by axe, in either light, on a phone."""

import pytest
from axe_playwright_python.async_playwright import Axe
from playwright.async_api import ViewportSize, expect

from bot.sandbox import Sandbox
from tests.e2e.page.conftest import OpenPage, Screen

DESK = ViewportSize(width=1200, height=800)
PHONE = ViewportSize(width=360, height=740)

pytestmark = pytest.mark.asyncio(loop_scope="session")


async def fill(screen: Screen) -> None:
    """Show all that the page has: messages, buttons, a notice, the open menu."""
    await screen.ask("/dates")
    await screen.page.get_by_role("button", name="Reply").first.click()
    await screen.button("Menu").click()
    await expect(screen.suggestions.first).to_be_visible()
    await screen.text.press("ArrowDown")


@pytest.mark.parametrize(
    ("scheme", "viewport"), [("light", DESK), ("dark", PHONE)], ids=["desk", "phone"]
)
async def test_nothing_stands_in_anybodys_way(
    open_page: OpenPage, palermo: Sandbox, scheme: str, viewport: ViewportSize
) -> None:
    screen = await open_page(palermo, color_scheme=scheme, viewport=viewport)
    await fill(screen)

    found = await Axe().run(screen.page)

    assert found.violations_count == 0, found.generate_report()


async def test_dark_is_dark(open_page: OpenPage, palermo: Sandbox) -> None:
    screen = await open_page(palermo, color_scheme="dark")

    ground = await screen.page.evaluate("getComputedStyle(document.body).background")

    red, green, blue = ground.partition("(")[2].partition(")")[0].split(",")
    assert max(int(red), int(green), int(blue)) < 64


async def test_page_fits_a_phone(open_page: OpenPage, palermo: Sandbox) -> None:
    screen = await open_page(palermo, viewport=PHONE)
    await fill(screen)

    width = await screen.page.evaluate("document.scrollingElement.scrollWidth")

    assert width <= PHONE["width"]
    await expect(screen.button("Send")).to_be_in_viewport(ratio=1)


async def test_new_messages_are_read_out_and_old_ones_are_not(screen: Screen) -> None:
    await expect(screen.log).to_have_attribute("aria-live", "off")

    await screen.ask("/start")

    await expect(screen.log).to_have_attribute("aria-live", "polite")


async def test_focus_goes_through_the_page_in_reading_order(screen: Screen) -> None:
    seen = []
    for _ in range(5):
        await screen.page.keyboard.press("Tab")
        focused = screen.page.locator(":focus")
        seen.append(await focused.evaluate("it => it.textContent || it.type"))

    assert seen[:2] == ["Skip to the message box", "radio"]
    assert [text[1:] for text in seen[2:4]] == ["Palermo", "Delegates"]


async def test_nothing_moves_for_who_wants_it_so(
    open_page: OpenPage, palermo: Sandbox
) -> None:
    screen = await open_page(palermo, reduced_motion="reduce")

    moving = await screen.page.evaluate("document.getAnimations().length")

    assert moving == 0
