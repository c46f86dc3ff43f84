"""Questions, answers and outcomes made on the spot."""

from typing import Any

from bot.answering.model import Answer, Citation
from bot.evaluating.judging import Judgement
from bot.evaluating.outcome import Outcome
from index.questions.task import Task


def a_task(task_id: str = "a", **fields: Any) -> Task:
    given = {"kind": "when", "style": "plain", "question": f"{task_id}?", **fields}
    return Task(id=task_id, **given)


def an_answer(headline: str, **fields: Any) -> Answer:
    given = {"answered": True, "confidence": 0.9, **fields}
    return Answer(question="?", language="en", headline=headline, **given)


REFUSAL = an_answer("I don't have that.", answered=False, confidence=0.0)


def a_citation(snippet: str, **fields: Any) -> Citation:
    given = {"document": "page", "symbol": "HC/1/9", "passage": "page#1", **fields}
    return Citation(
        title="A page",
        date=None,
        locator="paragraph 1",
        url=None,
        snippet=snippet,
        form="digest",
        **given,
    )


def an_outcome(task_id: str, judgement: Judgement, **fields: Any) -> Outcome:
    """An outcome; what its task says goes by the keys that begin with `task_`."""
    said = {k.removeprefix("task_"): v for k, v in fields.items() if "task_" in k}
    task = a_task(task_id, **{"expect": (("soon",),), **said})
    given = {
        "answered": judgement != "refused",
        "answer": "Soon.",
        "confidence": 0.95,
        "borne_out": judgement == "right",
        "elapsed": 2.0,
        **{k: v for k, v in fields.items() if "task_" not in k},
    }
    return Outcome(task, judgement, **given)
