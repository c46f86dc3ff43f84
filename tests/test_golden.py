"""What the bot makes of questions written from the documents, not from the code."""

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial
from pathlib import Path
from typing import Literal

import msgspec
import pytest
import yaml

from bot.answering.answer import Answerer
from bot.answering.model import Answer
from bot.answering.wording import word_value
from index.library import Library
from index.model import Statement
from index.vocabulary import Language

GOLDEN = Path(__file__).parent / "golden"
TODAY = date(2026, 1, 1)

# Right at least and wrong at most, in per cent of the questions of a set; the others
# are refused. Raise a floor with what has been gained, never lower one for a loss.
BOUNDS = {
    "dev": (61.6, 3.9),
    "test": (68.2, 9.4),
    "records": (91.6, 2.3),
}

Verdict = Literal["right", "wrong", "refused"]
Judge = Callable[[Answer], Verdict]


class Golden(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One entry of `golden/`; the head of each file says what the fields mean."""

    id: str
    style: str
    question: str
    split: Literal["dev", "test"]
    history: tuple[str, ...] = ()
    expect: tuple[str | tuple[str, ...], ...] = ()
    reject: tuple[str, ...] = ()
    source: str | None = None
    refuse: bool = False


@dataclass(frozen=True, slots=True)
class Case:
    """A question, and what tells whether its answer is right."""

    id: str
    question: str
    history: tuple[str, ...]
    judge: Judge


def read_golden() -> tuple[Golden, ...]:
    files = sorted(GOLDEN.glob("*.yaml"))
    entries = (e for file in files for e in yaml.safe_load(file.read_text("utf-8")))
    return tuple(msgspec.convert(entry, Golden) for entry in entries)


ENTRIES = read_golden()


def says(text: str, words: str) -> bool:
    """Tell whether a text has some words, whole, in capitals or not."""
    pattern = rf"(?<!\w){re.escape(words)}(?!\w)"
    return re.search(pattern, text, re.IGNORECASE) is not None


def said(answer: Answer) -> str:
    return "\n".join((answer.headline, *answer.points, answer.note or ""))


def judge_golden(entry: Golden, answer: Answer) -> Verdict:
    if entry.refuse:
        return "wrong" if answer.answered else "right"
    if not answer.answered:
        return "refused"
    text = said(answer)
    has_all = all(
        any(says(text, one) for one in ([item] if isinstance(item, str) else item))
        for item in entry.expect
    )
    return (
        "right" if has_all and not any(says(text, r) for r in entry.reject) else "wrong"
    )


def judge_record(statement: Statement, language: Language, answer: Answer) -> Verdict:
    """Look for a record's value, or for its sentence among those cited."""
    if not answer.answered:
        return "refused"
    snippets = [citation.snippet for citation in answer.citations]
    text = "\n".join((said(answer), *snippets))
    value = statement.value
    parts = value.parts if value.kind == "list" else (word_value(value, language),)
    is_said = all(says(text, part) for part in parts)
    return "right" if is_said or statement.quote in snippets else "wrong"


def golden_cases(split: str) -> Iterator[Case]:
    for entry in ENTRIES:
        if entry.split == split:
            judge = partial(judge_golden, entry)
            yield Case(entry.id, entry.question, entry.history, judge)


def record_cases(statements: Iterable[Statement], language: Language) -> Iterator[Case]:
    for statement in statements:
        judge = partial(judge_record, statement, language)
        for number, example in enumerate(statement.examples, start=1):
            yield Case(f"{statement.id}#{number}", example, (), judge)


def ask_all(
    answerer: Answerer, cases: Sequence[Case]
) -> Mapping[Verdict, Sequence[str]]:
    """Ask every question, and give the ids by how they were answered."""
    ids: dict[Verdict, list[str]] = {"right": [], "wrong": [], "refused": []}
    for case in cases:
        answer = answerer.ask(case.question, case.history)
        ids[case.judge(answer)].append(case.id)
    return ids


@pytest.mark.parametrize("name", BOUNDS)
def test_answers_are_as_right_as_they_have_been(name: str, library: Library) -> None:
    known = library.knowledge
    english = known.vocabulary.languages["en"]
    is_records = name == "records"
    cases = tuple(
        record_cases(known.statements, english) if is_records else golden_cases(name)
    )

    ids = ask_all(Answerer(library, TODAY), cases)

    least, most = BOUNDS[name]
    right, wrong = (100 * len(ids[v]) / len(cases) for v in ("right", "wrong"))
    assert right >= least, told(ids, right, wrong)
    assert wrong <= most, told(ids, right, wrong)


def told(ids: Mapping[Verdict, Sequence[str]], right: float, wrong: float) -> str:
    """List what was lost, so that two runs can be held side by side."""
    lost = "".join(f"\n{v}: {' '.join(ids[v])}" for v in ("wrong", "refused"))
    return f"{right:.1f} % right, {wrong:.1f} % wrong{lost}"


def test_entries_are_told_apart_by_their_ids() -> None:
    assert len({entry.id for entry in ENTRIES}) == len(ENTRIES)


def test_every_entry_says_what_is_right() -> None:
    unclear = [e.id for e in ENTRIES if bool(e.expect) is e.refuse]

    assert unclear == []


def test_more_than_120_questions_are_asked_and_some_were_never_tuned_on() -> None:
    splits = Counter(entry.split for entry in ENTRIES)

    assert splits.total() >= 120
    assert splits["test"] >= 100


@pytest.mark.parametrize(
    ("text", "words", "is_said"),
    [
        ("on 3 July 2005.", "3 july 2005", True),
        ("on 13 July 2005.", "3 July 2005", False),
        ("In November.", "No", False),
        ("“UNIS/CP/497”", "UNIS/CP/497", True),
    ],
)
def test_words_are_looked_for_whole(text: str, words: str, is_said: bool) -> None:
    assert says(text, words) is is_said
