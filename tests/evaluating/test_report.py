"""A run as it is printed and as JSON."""

import json

import pytest

from bot.evaluating.comparison import Run
from bot.evaluating.plain import describe, describe_failures
from bot.evaluating.report import Report, make_report
from bot.evaluating.structured import failures_json, report_json
from tests.evaluating.conftest import an_outcome

OUTCOMES = (
    an_outcome("a", "right", task_kind="when"),
    an_outcome(
        "b",
        "wrong",
        answer="Never.\n- Not once.",
        task_kind="list",
        task_history=("Before?",),
        task_reject=("never",),
    ),
    an_outcome("c", "refused", answer="I don't know.", confidence=0.2),
    an_outcome("d", "wrong", task_expect=(), task_refuse=True, confidence=0.75),
)


@pytest.fixture
def report() -> Report:
    saved = Run("earlier", {"a": "refused", "b": "right", "c": "wrong", "z": "right"})
    return make_report(OUTCOMES, "now", saved=saved)


def test_figures_are_drawn_as_tables(report: Report) -> None:
    assert (
        describe(report)
        == """\
kind              asked    right    wrong  refused    cited
list                  1     0.0%   100.0%     0.0%     0.0%
when                  3    33.3%    33.3%    33.3%    50.0%
all                   4    25.0%    50.0%    25.0%    33.3%

Wrong answers: 2; with a confidence of 0.9 or more: 1; where a refusal is right: 1.
Refused although there is an answer: 1.
Borne out by a citation: 1 of 3 answers.

confidence      answers    right  claimed
0.5–0.6               0        –        –
0.6–0.7               0        –        –
0.7–0.8               1     0.0%    75.0%
0.8–0.9               0        –        –
0.9–1.0               2    50.0%    95.0%
Expected calibration error: 0.550

Length of an answer: median 5, p95 18 characters
Time to an answer: median 2.0, p95 2.0, p99 2.0 ms

Against earlier: 1 gained, 1 lost, 1 otherwise changed; 3 compared, 1 new, 1 left out.
+ a (refused -> right) a?
- b (right -> wrong) b?
~ c (wrong -> refused) c?"""
    )


def test_low_confidence_is_shown_where_there_is_some() -> None:
    report = make_report([an_outcome("a", "right", confidence=0.3)], "now")

    assert "0.0–0.5               1   100.0%    30.0%" in describe(report)


def test_run_with_nothing_saved_tells_no_changes() -> None:
    assert "Against" not in describe(make_report(OUTCOMES, "now"))


def test_failures_are_shown_with_what_was_answered(report: Report) -> None:
    assert (
        describe_failures(report)
        == """\
wrong: b (list, 0.95)
  before    Before?
  asked     b?
  answered  Never.
  answered  - Not once.
  expected  soon
  rejected  never

refused: c (when, 0.20)
  asked     c?
  answered  I don't know.
  expected  soon

wrong: d (when, 0.75)
  asked     d?
  answered  Soon.
  expected  a refusal"""
    )


def test_json_has_all_figures(report: Report) -> None:
    told = json.loads(json.dumps(report_json(report)))

    assert list(told) == [
        "generation",
        "total",
        "kinds",
        "calibration",
        "calibration_error",
        "length",
        "elapsed_ms",
        "wrong",
        "refused",
        "against",
    ]
    assert told["total"]["accuracy"] == 0.25
    assert told["kinds"]["when"]["citation_accuracy"] == 0.5
    assert (told["wrong"], told["refused"]) == (["b", "d"], ["c"])
    assert told["against"]["gained"] == [
        {"id": "a", "question": "a?", "before": "refused", "now": "right"}
    ]


def test_json_of_failures_tells_question_and_answer(report: Report) -> None:
    first = failures_json(report)[0]

    assert (first["id"], first["verdict"]) == ("b", "wrong")
    assert first["answer"] == "Never.\n- Not once."
    assert first["history"] == ["Before?"]


def test_run_keeps_the_judgements_by_id(report: Report) -> None:
    judgements = {"a": "right", "b": "wrong", "c": "refused", "d": "wrong"}

    assert report.run == Run("now", judgements)  # type: ignore[arg-type]  # words are judgements
