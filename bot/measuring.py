"""Measure the bot on question files: read them, ask, and keep the judgements."""

import logging
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from pathlib import Path
from time import perf_counter

import msgspec

from bot.answering.model import Answer
from bot.evaluating.comparison import Run
from bot.evaluating.judging import Look, is_borne_out, judge
from bot.evaluating.outcome import Outcome
from bot.plain import plain_answer
from index.errors import DataError, Fault
from index.questions.task import Task
from index.reading.questions import SUFFIXES, read_questions
from index.vocabulary import Language

log = logging.getLogger(__name__)

# The repository's own questions, beside the working directory.
OWN_QUESTIONS = Path("tests/golden")

Ask = Callable[[str, Sequence[str]], Answer]


def read_tasks(paths: Iterable[Path]) -> tuple[Task, ...]:
    """Read question files, and in a folder all those below it, in order of names.

    Raises:
        DataError: A file is at fault; it carries the faults of all of them.
        OSError: A file cannot be read.
    """
    files = {file: None for path in paths for file in _files(path)}
    return read_questions({str(file): file.read_bytes() for file in files})


def select(
    tasks: Iterable[Task], *, split: str | None, kinds: Collection[str]
) -> tuple[Task, ...]:
    """Keep the questions of one half (None: both) and of some kinds (none: all)."""
    return tuple(
        task
        for task in tasks
        if split in (None, task.split) and (not kinds or task.kind in kinds)
    )


def ask_tasks(
    tasks: Iterable[Task],
    ask: Ask,
    *,
    passage: Look,
    languages: Sequence[Language],
) -> Iterator[Outcome]:
    """Ask one question after the other, and judge each answer.

    Where answering fails the failure is logged, and counts as a wrong answer.

    Args:
        tasks: What to ask.
        ask: Answers a question, given the earlier ones of its chat.
        passage: Gives the passages that answers cite.
        languages: The languages in which dates may be written.
    """
    for task in tasks:
        start = perf_counter()
        try:
            answer = ask(task.question, task.history)
        except Exception:  # one question must not end the run of all the others
            log.exception("event=failed id=%s", task.id)
            answer = None
        elapsed = (perf_counter() - start) * 1_000
        if answer is None:
            yield Outcome(
                task,
                judgement="wrong",
                answered=False,
                answer="",
                confidence=0.0,
                borne_out=False,
                elapsed=elapsed,
            )
        else:
            yield Outcome(
                task,
                judgement=judge(task, answer),
                answered=answer.answered,
                answer=plain_answer(answer),
                confidence=answer.confidence,
                borne_out=is_borne_out(task, answer, passage, languages),
                elapsed=elapsed,
            )


def save_run(run: Run, path: Path) -> None:
    """Write a run, so that later ones can be held against it.

    Raises:
        OSError: The file cannot be written.
    """
    kept = msgspec.json.encode(run, order="sorted")
    path.write_bytes(msgspec.json.format(kept) + b"\n")


def read_run(path: Path) -> Run:
    """Read a run that `save_run` wrote.

    Raises:
        DataError: The file holds no run.
        OSError: The file cannot be read.
    """
    try:
        return msgspec.json.decode(path.read_bytes(), type=Run)
    except (msgspec.MsgspecError, UnicodeDecodeError, RecursionError) as error:
        found = f"this is no saved run ({error})"
        fix = "save one with: python -m bot evaluate --save FILE"
        fault = Fault(str(path), 1, found, "expected what --save wrote", fix)
        raise DataError([fault]) from error


def _files(path: Path) -> Iterator[Path]:
    if path.is_dir():
        inside = sorted(path.rglob("*"))
        yield from (file for file in inside if file.suffix.lower() in SUFFIXES)
    else:
        yield path
