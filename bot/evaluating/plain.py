"""Draw a report as plain text, for a terminal."""

from collections.abc import Iterator

from bot.evaluating.comparison import Change, Comparison
from bot.evaluating.outcome import Outcome
from bot.evaluating.report import Report
from bot.evaluating.summary import CONFIDENT, Band, Spread, Summary, Tally

_TALLY = "{:<16}{:>7}{:>9}{:>9}{:>9}{:>9}".format
_BAND = "{:<16}{:>7}{:>9}{:>9}".format
_FIELD = "  {:<10}{}".format
_NOTHING = "–"
_LEAST_SHOWN = 0.5  # bands of less confidence are shown only where they hold answers


def describe(report: Report) -> str:
    """Draw the figures of a run as tables and lines.

    In the first table right, wrong and refused are shares of the questions asked;
    cited is the share of the answers that a citation bears out.
    """
    summary = report.summary
    blocks = (
        _tallies(summary),
        _faults(summary.total),
        _calibration(summary),
        _spreads(summary),
        _comparison(report.comparison) if report.comparison else (),
    )
    return "\n\n".join("\n".join(lines) for lines in map(tuple, blocks) if lines)


def describe_failures(report: Report) -> str:
    """Write each question that was not answered rightly, with the answer given."""
    return "\n\n".join("\n".join(_failure(one)) for one in report.failures)


def _tallies(summary: Summary) -> Iterator[str]:
    yield _TALLY("kind", "asked", "right", "wrong", "refused", "cited")
    for name, tally in (*summary.kinds.items(), ("all", summary.total)):
        counts = (tally.right, tally.wrong, tally.refused)
        shares = (_percent(count, tally.asked) for count in counts)
        cited = _percent(tally.borne_out, tally.answered)
        yield _TALLY(name, f"{tally.asked:,}", *shares, cited)


def _faults(total: Tally) -> Iterator[str]:
    yield (
        f"Wrong answers: {total.wrong:,}; with a confidence of {CONFIDENT} or more: "
        f"{total.confidently_wrong:,}; where a refusal is right: {total.needless:,}."
    )
    yield f"Refused although there is an answer: {total.refused:,}."
    yield f"Borne out by a citation: {total.borne_out:,} of {total.answered:,} answers."


def _calibration(summary: Summary) -> Iterator[str]:
    yield _BAND("confidence", "answers", "right", "claimed")
    for band in summary.bands:
        if band.answers or band.low >= _LEAST_SHOWN:
            label = f"{band.low:.1f}–{band.high:.1f}"
            yield _BAND(label, f"{band.answers:,}", *_shares(band))
    error = summary.calibration_error
    yield f"Expected calibration error: {_NOTHING if error is None else f'{error:.3f}'}"


def _shares(band: Band) -> tuple[str, str]:
    if band.right is None or band.confidence is None:
        return _NOTHING, _NOTHING
    return f"{band.right:.1%}", f"{band.confidence:.1%}"


def _spreads(summary: Summary) -> Iterator[str]:
    if length := summary.length:
        text = f"median {length.median:,.0f}, p95 {length.p95:,.0f} characters"
        yield f"Length of an answer: {text}"
    if summary.elapsed:
        yield f"Time to an answer: {_milliseconds(summary.elapsed)}"


def _milliseconds(spread: Spread) -> str:
    return f"median {spread.median:.1f}, p95 {spread.p95:.1f}, p99 {spread.p99:.1f} ms"


def _percent(count: int, of: int) -> str:
    return f"{count / of:.1%}" if of else _NOTHING


def _comparison(comparison: Comparison) -> Iterator[str]:
    yield (
        f"Against {comparison.generation}: {len(comparison.gained):,} gained, "
        f"{len(comparison.lost):,} lost, {len(comparison.other):,} otherwise changed; "
        f"{comparison.compared:,} compared, {comparison.new:,} new, "
        f"{comparison.left_out:,} left out."
    )
    yield from (_change("+", change) for change in comparison.gained)
    yield from (_change("-", change) for change in comparison.lost)
    yield from (_change("~", change) for change in comparison.other)


def _change(mark: str, change: Change) -> str:
    task = change.task
    return f"{mark} {task.id} ({change.before} -> {change.now}) {task.question}"


def _failure(outcome: Outcome) -> Iterator[str]:
    task = outcome.task
    yield f"{outcome.judgement}: {task.id} ({task.kind}, {outcome.confidence:.2f})"
    for earlier in task.history:
        yield _FIELD("before", earlier)
    yield _FIELD("asked", task.question)
    for line in outcome.answer.splitlines():
        yield _FIELD("answered", line)
    for item in task.expect or (("a refusal",),):
        yield _FIELD("expected", " | ".join(item))
    for words in task.reject:
        yield _FIELD("rejected", words)
