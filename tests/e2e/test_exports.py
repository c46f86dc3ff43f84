"""Sources and dates are taken away as files, over HTTP."""

import bibtexparser
import pytest
import pytest_asyncio
import rispy
from icalendar import Calendar

from bot.sandbox import Sandbox, User
from tests.e2e.conftest import PATIENCE
from tests.tongues import ENGLISH

QUESTION = "When did the Firearms Protocol enter into force?"
TITLE = "The United Nations Convention against Transnational Organized Crime"

pytestmark = pytest.mark.asyncio(loop_scope="module")


@pytest_asyncio.fixture(loop_scope="module")
async def ada(served_sandbox: Sandbox) -> User:
    """Someone who has asked a question."""
    ada = served_sandbox.user("Ada")
    await ada.ask(QUESTION, within=PATIENCE)
    return ada


async def file_of(ada: User) -> tuple[str, str]:
    """Give name and text of the file that comes behind a message."""
    await ada.next_reply()
    attachment = (await ada.next_reply()).attachment
    assert attachment
    return attachment.file_name, attachment.content.decode()


async def test_last_answer_is_cited(ada: User) -> None:
    cited = await ada.ask("/cite")

    assert TITLE in cited.text
    assert ENGLISH.texts.cite_un in cited.text
    copied = [b.value["text"] for b in cited.buttons if b.action == "copy_text"]
    assert copied
    assert all(len(text) <= 256 for text in copied)


async def test_answer_that_is_replied_to_is_cited(ada: User) -> None:
    second = await ada.ask("Where was the second session held?")
    await ada.ask(QUESTION)

    ada.say("/cite", reply_to=second)

    assert "second session" in (await ada.next_reply()).spans("bold")[0]


async def test_sources_are_given_as_ris(ada: User) -> None:
    ada.say("/cite ris")

    name, text = await file_of(ada)

    assert name.endswith(".ris")
    assert rispy.loads(text)[0]["title"].startswith(TITLE)


async def test_sources_are_given_as_bibtex(ada: User) -> None:
    ada.say("/cite bibtex")

    name, text = await file_of(ada)

    assert name.endswith(".bib")
    assert TITLE in bibtexparser.loads(text).entries[0]["title"]


async def test_sessions_and_meetings_are_given_as_a_calendar(ada: User) -> None:
    ada.say("/calendar")

    name, text = await file_of(ada)

    events = Calendar.from_ical(text).walk("VEVENT")
    assert name.endswith(".ics")
    assert "The third session of the Conference" in {str(e["summary"]) for e in events}
    assert len({str(event["uid"]) for event in events}) == len(events) > 20


@pytest.mark.parametrize("command", ["/parties", "/timeline"])
async def test_picture_stands_beside_the_text(ada: User, command: str) -> None:
    said = await ada.ask(command)
    picture = await ada.next_reply()

    assert said.spans("blockquote")
    assert picture.attachment
    assert picture.attachment.kind == "photo"
    assert picture.text.startswith("Picture: ")
