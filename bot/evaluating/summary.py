"""Many outcomes in few figures."""

import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from statistics import fmean

from bot.evaluating.outcome import Outcome

# From here on a wrong answer is wrong with confidence.
CONFIDENT = 0.9
# Where bands of confidence begin; the last one ends at 1.
_BANDS = (0.0, 0.5, 0.6, 0.7, 0.8, CONFIDENT)


@dataclass(frozen=True, slots=True)
class Tally:
    """Counts of some questions.

    `asked` are `right`, `wrong` or `refused`, though there is an answer. `answered`
    are those with an answer, right or wrong; of these a citation bears out
    `borne_out`, `needless` ought to have been refused, and `confidently_wrong` are
    wrong at a confidence of 0.9 or more.
    """

    asked: int
    right: int
    wrong: int
    refused: int
    answered: int
    borne_out: int
    needless: int
    confidently_wrong: int


@dataclass(frozen=True, slots=True)
class Band:
    """The answers from one confidence on, up to another; shares and means of 0 to 1.

    `right` and `confidence` are None where there is no answer.
    """

    low: float
    high: float
    answers: int
    right: float | None
    confidence: float | None


@dataclass(frozen=True, slots=True)
class Spread:
    """The least values that 50, 95 and 99 per cent of all do not exceed."""

    median: float
    p95: float
    p99: float


@dataclass(frozen=True, slots=True)
class Summary:
    """The figures of one run; `kinds` are in alphabetical order.

    `calibration_error` is how far confidence and share of right answers lie apart,
    the mean over all answers by bands. `length` counts characters of answers,
    `elapsed` milliseconds of all questions; each is None where there are none.
    """

    total: Tally
    kinds: Mapping[str, Tally]
    bands: tuple[Band, ...]
    calibration_error: float | None
    length: Spread | None
    elapsed: Spread | None


def summarize(outcomes: Iterable[Outcome]) -> Summary:
    """Sum up a run."""
    all_of_them = tuple(outcomes)
    answers = tuple(one for one in all_of_them if one.answered)
    kinds: dict[str, list[Outcome]] = {}
    for outcome in all_of_them:
        kinds.setdefault(outcome.task.kind, []).append(outcome)
    bands = tuple(_bands(answers))
    return Summary(
        total=_tally(all_of_them),
        kinds={kind: _tally(kinds[kind]) for kind in sorted(kinds)},
        bands=bands,
        calibration_error=_calibration_error(bands),
        length=_spread([len(one.answer) for one in answers]),
        elapsed=_spread([one.elapsed for one in all_of_them]),
    )


def _tally(outcomes: Sequence[Outcome]) -> Tally:
    judgements = [one.judgement for one in outcomes]
    wrong = [one for one in outcomes if one.judgement == "wrong"]
    return Tally(
        asked=len(outcomes),
        right=judgements.count("right"),
        wrong=len(wrong),
        refused=judgements.count("refused"),
        answered=sum(one.answered for one in outcomes),
        borne_out=sum(one.answered and one.borne_out for one in outcomes),
        needless=sum(one.task.refuse for one in wrong),
        confidently_wrong=sum(one.confidence >= CONFIDENT for one in wrong),
    )


def _bands(answers: Sequence[Outcome]) -> Iterable[Band]:
    for low, high in zip(_BANDS, (*_BANDS[1:], math.inf), strict=True):
        held = [one for one in answers if low <= one.confidence < high]
        yield Band(
            low=low,
            high=min(high, 1.0),
            answers=len(held),
            right=fmean(one.judgement == "right" for one in held) if held else None,
            confidence=fmean(one.confidence for one in held) if held else None,
        )


def _calibration_error(bands: Iterable[Band]) -> float | None:
    """Give the expected calibration error.

    Source: Naeini et al., "Obtaining Well Calibrated Probabilities Using Bayesian
    Binning", AAAI 2015.
    """
    gaps = [
        (band.answers, abs(band.right - band.confidence))
        for band in bands
        if band.right is not None and band.confidence is not None
    ]
    answers = sum(count for count, _ in gaps)
    return sum(count * gap for count, gap in gaps) / answers if answers else None


def _spread(values: Sequence[float]) -> Spread | None:
    if not values:
        return None
    ranked = sorted(values)
    median, p95, p99 = (
        ranked[math.ceil(len(ranked) * percent / 100) - 1] for percent in (50, 95, 99)
    )
    return Spread(median, p95, p99)
