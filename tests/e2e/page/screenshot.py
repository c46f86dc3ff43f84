"""Take the picture of the sandbox that README shows: `make screenshot`."""

import re
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from shutil import which

from playwright.sync_api import ViewportSize, expect, sync_playwright

PICTURE = Path(__file__).with_name("screenshot.png")
SIZE = ViewportSize(width=1040, height=760)
SHARPNESS = 1.5  # pixels of the picture for one of the page
QUESTIONS = (
    "When did the Firearms Protocol enter into force?",
    "And how many parties did it have in 2014?",
)


@contextmanager
def opened_sandbox() -> Iterator[str]:
    """Run the bot in its sandbox; give the address of the page."""
    command = (sys.executable, "-m", "bot", "sandbox")
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout
        found = re.search(r"http://\S+", process.stdout.readline())
        try:
            if found is None:
                sys.exit("the sandbox did not open; mend what is said above")
            yield found[0]
        finally:
            process.terminate()


def take(url: str, chromium: str) -> None:
    """Ask the questions on the page, and keep what is seen then."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium)
        page = browser.new_page(viewport=SIZE, device_scale_factor=SHARPNESS)
        page.goto(url)
        for number, question in enumerate(QUESTIONS, start=1):
            page.get_by_label("Message", exact=True).fill(question)
            page.keyboard.press("Enter")
            expect(page.get_by_role("article")).to_have_count(2 * number)
        page.screenshot(path=PICTURE)
        browser.close()


if __name__ == "__main__":
    chromium = which("chromium")
    if chromium is None:
        sys.exit("there is no Chromium here: apt-get install chromium")
    with opened_sandbox() as url:
        take(url, chromium)
