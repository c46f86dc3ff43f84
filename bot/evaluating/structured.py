"""Give a report as JSON holds it, for programs."""

from dataclasses import asdict
from typing import Any

from bot.evaluating.comparison import Change, Comparison
from bot.evaluating.judging import Judgement
from bot.evaluating.outcome import Outcome
from bot.evaluating.report import Report
from bot.evaluating.summary import Tally


def report_json(report: Report) -> dict[str, Any]:
    """Give all figures of a run, and the ids of what was not answered rightly."""
    summary = report.summary
    return {
        "generation": report.generation,
        "total": _tally(summary.total),
        "kinds": {kind: _tally(tally) for kind, tally in summary.kinds.items()},
        "calibration": [asdict(band) for band in summary.bands],
        "calibration_error": summary.calibration_error,
        "length": asdict(summary.length) if summary.length else None,
        "elapsed_ms": asdict(summary.elapsed) if summary.elapsed else None,
        "wrong": _ids(report, "wrong"),
        "refused": _ids(report, "refused"),
        "against": _comparison(report.comparison) if report.comparison else None,
    }


def failures_json(report: Report) -> list[dict[str, Any]]:
    """Give each question that was not answered rightly, with the answer given."""
    return [_failure(outcome) for outcome in report.failures]


def _tally(tally: Tally) -> dict[str, Any]:
    return {
        **asdict(tally),
        "accuracy": tally.right / tally.asked if tally.asked else None,
        "citation_accuracy": (
            tally.borne_out / tally.answered if tally.answered else None
        ),
    }


def _ids(report: Report, judgement: Judgement) -> list[str]:
    return [one.task.id for one in report.failures if one.judgement == judgement]


def _comparison(comparison: Comparison) -> dict[str, Any]:
    return {
        "generation": comparison.generation,
        "gained": [_change(change) for change in comparison.gained],
        "lost": [_change(change) for change in comparison.lost],
        "other": [_change(change) for change in comparison.other],
        "compared": comparison.compared,
        "new": comparison.new,
        "left_out": comparison.left_out,
    }


def _change(change: Change) -> dict[str, Any]:
    return {
        "id": change.task.id,
        "question": change.task.question,
        "before": change.before,
        "now": change.now,
    }


def _failure(outcome: Outcome) -> dict[str, Any]:
    task = outcome.task
    return {
        "id": task.id,
        "kind": task.kind,
        "verdict": outcome.judgement,
        "history": list(task.history),
        "question": task.question,
        "expect": [list(item) for item in task.expect],
        "reject": list(task.reject),
        "answer": outcome.answer,
        "confidence": outcome.confidence,
    }
