"""Questions in, answers out, as the JSON of the command line."""

import logging
from collections.abc import Callable, Iterable, Iterator, Sequence
from time import perf_counter
from typing import Any

import msgspec

from bot.answering.model import Answer, Citation
from bot.plain import plain_answer

log = logging.getLogger(__name__)

# What a citation's JSON tells, in this order.
_CITED = ("document", "symbol", "title", "date", "locator", "url", "snippet")
# A question, the earlier ones, and the language to answer in.
Ask = Callable[[str, Sequence[str], str | None], Answer]


class Asked(msgspec.Struct, frozen=True):
    """One line of questions; other keys are passed over."""

    question: str
    history: tuple[str, ...] = ()
    language: str | None = None


def answer_json(ask: Ask, asked: Asked) -> dict[str, Any]:
    """Answer one question, as JSON tells it."""
    start = perf_counter()
    answer = ask(asked.question, asked.history, asked.language)
    elapsed = (perf_counter() - start) * 1_000
    return {**_told(answer), "elapsed_ms": round(elapsed, 3)}


def answer_lines(ask: Ask, lines: Iterable[bytes]) -> Iterator[dict[str, Any]]:
    """Answer one JSON object a line, in order; blank lines are passed over.

    A line that cannot be answered gives its `error`; the next one is read on.
    """
    for line in lines:
        if line.strip():
            yield _answer_line(ask, line)


def _answer_line(ask: Ask, line: bytes) -> dict[str, Any]:
    named: dict[str, Any] = {}
    try:
        read = msgspec.json.decode(line)
        if isinstance(read, dict) and "id" in read:
            named = {"id": read["id"]}
        return {**named, **answer_json(ask, msgspec.convert(read, Asked))}
    except (msgspec.MsgspecError, UnicodeDecodeError, RecursionError) as error:
        return {
            **named,
            "error": f'{error}; expected a line such as {{"id": 1, "question": "..."}}',
        }
    except Exception:  # one question must not end the run of all the others
        log.exception("event=failed")
        return {**named, "error": "something went wrong here; see standard error"}


def _told(answer: Answer) -> dict[str, Any]:
    return {
        "question": answer.question,
        "language": answer.language,
        "answered": answer.answered,
        "answer": plain_answer(answer),
        "confidence": answer.confidence,
        "citations": [_cited(citation) for citation in answer.citations],
    }


def _cited(citation: Citation) -> dict[str, Any]:
    return {key: getattr(citation, key) for key in _CITED}
