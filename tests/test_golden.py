"""What the bot makes of questions written from the documents, not from the code."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

import pytest

from bot.answering.answer import Answerer
from bot.answering.model import Answer
from bot.answering.wording import word_value
from bot.evaluating.judging import Judgement, judge, says
from bot.measuring import read_tasks
from bot.plain import plain_answer
from index.library import Library
from index.model import Statement
from index.vocabulary import Language

GOLDEN = Path(__file__).parent / "golden"
# Questions about the whole subject, written without sight of the rules that answer.
SUBJECT = GOLDEN / "subject"

# Right at least and wrong at most, in per cent of the questions of a set; the others
# are refused. Raise a floor with what has been gained, never lower one for a loss.
BOUNDS = {
    "dev": (60.1, 4.7),
    "test": (68.2, 8.5),
    "subject-dev": (61.3, 5.5),
    "subject-test": (54.6, 8.0),
    "records": (96.2, 1.4),
}

Judge = Callable[[Answer], Judgement]


@dataclass(frozen=True, slots=True)
class Case:
    """A question, and what tells whether its answer is right."""

    id: str
    question: str
    history: tuple[str, ...]
    judge: Judge


SETS = {"": read_tasks(sorted(GOLDEN.glob("*.yaml"))), "subject": read_tasks([SUBJECT])}


def judge_record(statement: Statement, language: Language, answer: Answer) -> Judgement:
    """Look for a record's value, or for its sentence among those cited."""
    if not answer.answered:
        return "refused"
    snippets = [citation.snippet for citation in answer.citations]
    text = "\n".join((plain_answer(answer), *snippets))
    value = statement.value
    parts = value.parts if value.kind == "list" else (word_value(value, language),)
    is_said = all(says(text, part) for part in parts)
    return "right" if is_said or statement.quote in snippets else "wrong"


def golden_cases(name: str) -> Iterator[Case]:
    """Give the cases of `dev` or `test`, or of such a half of a set in a folder."""
    folder, _, split = name.rpartition("-")
    for task in SETS[folder]:
        if task.split == split:
            yield Case(task.id, task.question, task.history, partial(judge, task))


def record_cases(statements: Iterable[Statement], language: Language) -> Iterator[Case]:
    for statement in statements:
        judge = partial(judge_record, statement, language)
        for number, example in enumerate(statement.examples, start=1):
            yield Case(f"{statement.id}#{number}", example, (), judge)


def ask_all(
    answerer: Answerer, cases: Sequence[Case]
) -> Mapping[Judgement, Sequence[str]]:
    """Ask every question, and give the ids by how they were answered."""
    ids: dict[Judgement, list[str]] = {"right": [], "wrong": [], "refused": []}
    for case in cases:
        answer = answerer.ask(case.question, case.history)
        ids[case.judge(answer)].append(case.id)
    return ids


@pytest.mark.parametrize("name", BOUNDS)
def test_answers_are_as_right_as_they_have_been(
    name: str, library: Library, answerer: Answerer
) -> None:
    known = library.knowledge
    english = known.vocabulary.languages["en"]
    is_records = name == "records"
    cases = tuple(
        record_cases(known.statements, english) if is_records else golden_cases(name)
    )

    ids = ask_all(answerer, cases)

    least, most = BOUNDS[name]
    right, wrong = (100 * len(ids[v]) / len(cases) for v in ("right", "wrong"))
    assert right >= least, told(ids, right, wrong)
    assert wrong <= most, told(ids, right, wrong)


def told(ids: Mapping[Judgement, Sequence[str]], right: float, wrong: float) -> str:
    """List what was lost, so that two runs can be held side by side."""
    lost = "".join(f"\n{v}: {' '.join(ids[v])}" for v in ("wrong", "refused"))
    return f"{right:.1f} % right, {wrong:.1f} % wrong{lost}"


def test_no_two_sets_share_an_id() -> None:
    ids = Counter(task.id for tasks in SETS.values() for task in tasks)

    assert [one for one, count in ids.items() if count > 1] == []


@pytest.mark.parametrize(
    ("name", "least", "held_out"), [("", 120, 0.14), ("subject", 500, 0.32)]
)
def test_questions_are_many_and_a_share_was_never_tuned_on(
    name: str, least: int, held_out: float
) -> None:
    splits = Counter(task.split for task in SETS[name])

    assert splits.total() >= least
    assert splits["test"] >= held_out * splits.total()
