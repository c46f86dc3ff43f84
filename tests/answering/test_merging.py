from dataclasses import replace

import pytest

from bot.answering.merging import merged, united
from bot.answering.model import Answer, Citation, Verdict

CITATION = Citation("page", None, "T", "2016", "paragraph 1", None, "S", "digest", "p")
ONE = Answer(
    "q", "en", True, "One.", 0.9, as_of="2016", note="N.", citations=(CITATION,)
)
TWO = replace(ONE, headline="Two.", confidence=0.8, as_of="2011")
REFUSED = Answer("r", "en", False, "No.", 0.1, suggestions=("Was?",), is_near=True)


@pytest.mark.parametrize(
    ("verdicts", "verdict"),
    [
        (("yes", "yes"), "yes"),
        (("yes", "no"), "no"),
        (("yes", "correction"), "correction"),
        (("yes", None), None),
        ((None, "no"), "no"),
        ((), None),
    ],
)
def test_whole_is_true_only_if_all_its_parts_are(
    verdicts: tuple[Verdict | None, ...], verdict: Verdict | None
) -> None:
    assert united(verdicts) == verdict


def test_whole_is_no_more_certain_and_no_newer_than_its_parts() -> None:
    whole = merged([ONE, TWO])

    assert (whole.confidence, whole.as_of) == (0.8, "2011")


def test_what_several_parts_cite_or_note_is_given_once() -> None:
    whole = merged([ONE, TWO])

    assert (whole.citations, whole.note) == ((CITATION,), "N.")


def test_refused_part_gives_its_doubt_and_its_suggestions() -> None:
    whole = merged([REFUSED, ONE])

    assert whole.answered
    assert (whole.confidence, whole.as_of) == (0.1, "2016")
    assert whole.suggestions == ("Was?",)
    assert not whole.is_near
