import json
from collections.abc import Sequence
from typing import Any

import pytest

from bot.answering.model import Answer
from bot.asking import Ask, Asked, answer_json, answer_lines
from tests.bot.conftest import Clerk


def in_any_language(clerk: Clerk) -> Ask:
    return clerk.ask


def lines(clerk: Clerk, *given: bytes) -> list[dict[str, Any]]:
    return list(answer_lines(in_any_language(clerk), given))


def test_answer_has_the_promised_shape(clerk: Clerk) -> None:
    told = answer_json(in_any_language(clerk), Asked("When?"))

    assert list(told) == [
        "question",
        "language",
        "answered",
        "answer",
        "confidence",
        "citations",
        "elapsed_ms",
    ]
    assert told["answer"].startswith("It entered into force on 3 July 2005.")
    assert list(told["citations"][0]) == [
        "document",
        "symbol",
        "title",
        "date",
        "locator",
        "url",
        "snippet",
    ]
    assert json.dumps(told)


@pytest.mark.parametrize("key", [7, "seven", None, [1, 2]])
def test_line_is_answered_under_its_id(clerk: Clerk, key: object) -> None:
    line = json.dumps({"id": key, "question": "When?", "history": ["earlier"]})

    (told,) = lines(clerk, line.encode())

    assert (told["id"], told["answered"]) == (key, True)
    assert clerk.asked == [("When?", ("earlier",))]


def test_line_without_an_id_is_answered_without_one(clerk: Clerk) -> None:
    (told,) = lines(clerk, b'{"question": "When?", "other": 1}')

    assert "id" not in told
    assert told["answered"]


@pytest.mark.parametrize(
    "line",
    [
        b"When?",
        b"[]",
        b'{"question": 7}',
        b'{"question": "When?", "history": "earlier"}',
        b"{}",
        b'{"question": "\xff"}',
        b"[" * 100_000,
    ],
)
def test_bad_line_tells_what_was_expected(clerk: Clerk, line: bytes) -> None:
    (told,) = lines(clerk, line)

    assert list(told) == ["error"]
    assert 'expected a line such as {"id": 1, "question": "..."}' in told["error"]


def test_bad_line_keeps_its_id_and_the_run_goes_on(clerk: Clerk) -> None:
    bad, good = lines(clerk, b'{"id": 1}', b"\n", b'{"id": 2, "question": "When?"}')

    assert (bad["id"], "error" in bad) == (1, True)
    assert (good["id"], good["answered"]) == (2, True)


def test_language_asked_for_is_passed_on(clerk: Clerk) -> None:
    languages: list[str | None] = []

    def ask(question: str, history: Sequence[str], language: str | None) -> Answer:
        languages.append(language)
        return clerk.ask(question, history, language)

    list(answer_lines(ask, [b'{"question": "When?", "language": "fr"}']))

    assert languages == ["fr"]


def test_fault_of_one_question_ends_no_run(caplog: pytest.LogCaptureFixture) -> None:
    def ask(question: str, history: Sequence[str], language: str | None) -> Answer:
        raise OSError("disk on fire")

    told = list(answer_lines(ask, [b'{"id": 1, "question": "private"}'] * 2))

    assert [(each["id"], "error" in each) for each in told] == [(1, True), (1, True)]
    assert "event=failed" in caplog.text
    assert "private" not in caplog.text
