"""Whether an answer is right, and whether what it cites bears it out."""

import re
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from typing import Literal

from bot.answering.model import Answer, Citation
from bot.plain import plain_answer
from index.language.times import find_times
from index.model import Passage
from index.questions.task import Task
from index.vocabulary import Language

Judgement = Literal["right", "wrong", "refused"]
# Gives a passage by its id, None where there is no such passage.
Look = Callable[[str], Passage | None]


def judge(task: Task, answer: Answer) -> Judgement:
    """Tell whether an answer is right, wrong, or a refusal of what has an answer.

    Only what is said counts, not what is cited. A refusal is right where one is
    asked for; any answer is wrong there.
    """
    if task.refuse:
        return "wrong" if answer.answered else "right"
    if not answer.answered:
        return "refused"
    text = plain_answer(answer)
    has_all = all(any(says(text, one) for one in item) for item in task.expect)
    has_rejected = any(says(text, one) for one in task.reject)
    return "right" if has_all and not has_rejected else "wrong"


def says(text: str, words: str) -> bool:
    """Tell whether a text has some words, whole, in capitals or not."""
    pattern = rf"(?<!\w){re.escape(words)}(?!\w)"
    return re.search(pattern, text, re.IGNORECASE) is not None


def is_borne_out(
    task: Task, answer: Answer, passage: Look, languages: Sequence[Language]
) -> bool:
    """Tell whether one citation has an expected value, and is of the source asked.

    The value stands in the snippet or its passage, word for word, or as a date
    written in another form. "Yes" and "no" stand in no document: where nothing else
    is expected, any passage of the source will do. What ought to have been refused
    is never borne out.
    """
    verdicts = {_bare(w) for one in languages for w in _verdicts(one)}
    items = (item for item in task.expect if not verdicts.issuperset(map(_bare, item)))
    sought = tuple(wording for item in items for wording in item)
    return bool(task.expect) and any(
        not sought or _has_any(_cited(citation, passage), sought, languages)
        for citation in answer.citations
        if task.source in (None, citation.document, citation.symbol)
    )


def _verdicts(language: Language) -> Iterator[str]:
    for key in ("yes", "no"):
        yield from language.words.get(key, ())


def _bare(word: str) -> str:
    return word.rstrip(".").casefold()


def _cited(citation: Citation, passage: Look) -> str:
    found = passage(citation.passage)
    whole = (found.locator, found.heading, found.text) if found else ()
    return "\n".join((citation.snippet, *whole))


def _has_any(text: str, sought: Iterable[str], languages: Sequence[Language]) -> bool:
    if any(says(text, wording) for wording in sought):
        return True
    known = {date for language in languages for date in _dates(text, language)}
    return any(_has_dates(known, wording, languages) for wording in sought)


def _has_dates(
    known: Collection[str], wording: str, languages: Sequence[Language]
) -> bool:
    """Tell whether all dates of a wording are known, at least as precisely.

    It is read in the language in which it says most: to others "3 July 2005" is but
    a year.
    """
    readings = (_dates(wording, language) for language in languages)
    dates = max(readings, key=lambda read: len("".join(read)), default=())
    return bool(dates) and all(
        any(other.startswith(date) for other in known) for date in dates
    )


def _dates(text: str, language: Language) -> tuple[str, ...]:
    times = find_times(text, language)
    return tuple(date for time in times for date in time.value.parts)
