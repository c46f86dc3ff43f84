import io
import sys
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

import pytest
from prompt_toolkit.application import create_app_session
from prompt_toolkit.completion import CompleteEvent
from prompt_toolkit.document import Document
from prompt_toolkit.input import create_pipe_input
from prompt_toolkit.output import DummyOutput

from bot.answering.model import Answer
from bot.chat import Chat
from bot.commands import COMMANDS
from bot.conversation import Desk, respond
from bot.reply import Reply
from bot.terminal import _completer, open_terminal
from tests.bot.conftest import Clerk
from tests.tongues import ENGLISH

TEXTS = ENGLISH.texts


@dataclass(slots=True)
class Respond:
    """Reply from a desk, and remember with which history."""

    desk: Desk
    histories: list[tuple[str, ...]] = field(default_factory=list)

    def __call__(
        self, text: str, *, history: Sequence[str], page: int, hint: str | None
    ) -> Reply:
        self.histories.append(tuple(history))
        return respond(self.desk, text, history=history, page=page, hint=hint)


@pytest.fixture
def answering(desk: Desk) -> Respond:
    return Respond(desk)


class Typed(io.TextIOWrapper):
    """Standard input that claims to be a terminal."""

    def isatty(self) -> bool:
        return True


def pipe(monkeypatch: pytest.MonkeyPatch, content: bytes) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(content)))


def test_follow_up_comes_with_the_questions_before(answering: Respond) -> None:
    chat = Chat(answering, ENGLISH)

    chat.reply("one")
    chat.reply("/dates")
    chat.reply("two")

    assert answering.histories == [(), ("one",), ("one",)]


def test_numbers_stay_until_others_are_offered(
    answering: Respond, clerk: Clerk
) -> None:
    clerk.answer = replace(clerk.answer, suggestions=("First?", "Second?"))
    chat = Chat(answering, ENGLISH)
    chat.reply("what")
    clerk.answer = replace(clerk.answer, suggestions=())

    chat.reply("1")
    chat.reply("2")
    chat.reply("3")

    assert [history[-1:] for history in answering.histories] == [
        (),
        ("what",),
        ("First?",),
        ("Second?",),
    ]


def test_number_chooses_what_was_offered(answering: Respond, clerk: Clerk) -> None:
    clerk.answer = replace(clerk.answer, suggestions=("First?", "Second?"))
    chat = Chat(answering, ENGLISH)

    shown = chat.reply("what")
    chat.reply("2")

    assert "  1. First?\n  2. Second?" in shown
    assert clerk.asked[-1][0] == "Second?"


def test_near_choice_is_asked_back_above_its_number(
    answering: Respond, clerk: Clerk
) -> None:
    clerk.answer = Answer(
        "", "en", False, "I don't know.", 0.6, suggestions=("First?",), is_near=True
    )

    shown = Chat(answering, ENGLISH).reply("what")

    assert shown == (
        f"I don't know.\n{TEXTS.did_you_mean}\n\n{TEXTS.choose}\n  1. First?"
    )


def test_number_turns_a_page(answering: Respond) -> None:
    chat = Chat(answering, ENGLISH)

    assert "1. More →" in chat.reply("/dates")
    assert "(2/2)" in chat.reply("1")


def test_number_that_was_not_offered_is_a_question(
    answering: Respond, clerk: Clerk
) -> None:
    Chat(answering, ENGLISH).reply("7")

    assert clerk.asked[-1][0] == "7"


def test_fault_is_logged_and_met_calmly(caplog: pytest.LogCaptureFixture) -> None:
    def fail(
        text: str, *, history: Sequence[str], page: int, hint: str | None
    ) -> Reply:
        raise OSError("disk on fire")

    said = Chat(fail, ENGLISH).reply("private words")

    assert said == TEXTS.sorry
    assert "event=failed" in caplog.text
    assert "private" not in caplog.text


def test_piped_lines_are_answered_to_the_end(
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    answering: Respond,
    clerk: Clerk,
) -> None:
    pipe(monkeypatch, b"one\n\ntwo\xff")

    open_terminal(answering, ENGLISH)

    assert [question for question, _ in clerk.asked] == ["one", "two�"]
    assert capsys.readouterr().out.count("[1] UNIS/CP/497") == 2


def test_pipe_gets_no_greeting_and_no_prompt(
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    answering: Respond,
) -> None:
    pipe(monkeypatch, b"one\n")

    open_terminal(answering, ENGLISH)

    assert capsys.readouterr().out.startswith("It entered into force")


def test_quit_leaves_at_once(
    monkeypatch: pytest.MonkeyPatch, answering: Respond, clerk: Clerk
) -> None:
    pipe(monkeypatch, b"/QUIT\none\n")

    open_terminal(answering, ENGLISH)

    assert clerk.asked == []


def test_terminal_greets_prompts_and_says_goodbye(
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    answering: Respond,
    clerk: Clerk,
    tmp_path: Path,
) -> None:
    monkeypatch.setattr(sys, "stdin", Typed(io.BytesIO()))
    history = tmp_path / "history"

    with create_pipe_input() as keys, create_app_session(keys, DummyOutput()):
        keys.send_text("hello there\r\x03/quit\r")
        open_terminal(answering, ENGLISH, history=history)

    said = capsys.readouterr().out
    assert TEXTS.greeting in said
    assert "  3. " in said
    assert said.endswith(f"{TEXTS.terminal_bye}\n")
    assert clerk.asked == [("hello there", ())]
    assert "+hello there" in history.read_text("utf-8")
    assert history.stat().st_mode & 0o077 == 0


def test_terminal_without_a_place_for_history_works_on(
    monkeypatch: pytest.MonkeyPatch,
    answering: Respond,
    clerk: Clerk,
    tmp_path: Path,
) -> None:
    monkeypatch.setattr(sys, "stdin", Typed(io.BytesIO()))

    with create_pipe_input() as keys, create_app_session(keys, DummyOutput()):
        keys.send_text("hello\r\x04")
        open_terminal(answering, ENGLISH, history=tmp_path / "no" / "history")

    assert clerk.asked == [("hello", ())]


def test_commands_are_completed() -> None:
    event = CompleteEvent(completion_requested=True)

    found = _completer(ENGLISH).get_completions(Document("/s"), event)

    offered = {completion.text for completion in found}
    assert offered == {f"/{c.name}" for c in COMMANDS if c.name.startswith("s")}


def test_what_leads_out_of_the_chat_is_not_offered(answering: Respond) -> None:
    said = Chat(answering, ENGLISH).reply("/start article-17")

    assert TEXTS.copy_link not in said
    assert "  1. ← 5\n  2. 18 →" in said
