import pytest

from bot.answering.spans import span_of
from bot.answering.timing import agrees, asked_span, figure_for
from index.model import ValueKind
from tests.conftest import Read
from tests.harbour import state

FIGURES = [
    state("harbour", "parties", "number", count, as_of=day)
    for count, day in (("40", "2011-06-01"), ("55", "2014-06-10"), ("50", "2013"))
]


@pytest.mark.parametrize(
    ("asked", "count", "is_of_time"),
    [
        (None, "55", True),
        ("2014", "55", True),
        ("2013-05", "50", True),
        ("2011-06-01", "40", True),
        ("2012", "40", False),  # the nearest before
        ("2015", "55", False),
        ("2009", "40", False),  # the first after
    ],
)
def test_figure_is_the_one_for_the_time_asked(
    asked: str | None, count: str, is_of_time: bool
) -> None:
    figure = figure_for(FIGURES, span_of(asked) if asked else None)

    assert figure.statement.value.parts == (count,)
    assert figure.is_of_time is is_of_time


def test_last_of_several_figures_within_the_time_asked_is_given() -> None:
    early = state("harbour", "parties", "number", "54", as_of="2014-01-01")

    figure = figure_for([*FIGURES, early], span_of("2014"))

    assert figure.statement.value.parts == ("55",)


def test_times_of_a_question_make_one_span(hear: Read) -> None:
    span = asked_span(hear("What happened on 2 May 2010 and on 4 March 2012?"))

    assert span is not None
    assert (span.first.isoformat(), span.last.isoformat()) == (
        "2010-05-02",
        "2012-03-04",
    )


def test_question_without_a_time_asks_for_none(hear: Read) -> None:
    assert asked_span(hear("What happened?")) is None


@pytest.mark.parametrize(
    ("kind", "parts", "question", "agreed"),
    [
        ("date", ("2010-05-02",), "Was it in May 2010?", True),
        ("date", ("2010-05-02",), "Was it in June 2010?", False),
        ("date", ("2010-05-02",), "Was it?", None),
        ("interval", ("2010-05-02", "2010-05-09"), "Was it on 5 May 2010?", None),
        ("interval", ("2010-05-02", "2010-05-09"), "Was it in May 2010?", True),
        ("interval", ("2010-05-02", "2010-05-09"), "2 to 9 May 2010?", True),
        ("interval", ("2010-05-02", "2010-05-09"), "1 to 9 May 2010?", None),
        ("interval", ("2010-05-02", "2010-05-09"), "Was it on 1 May 2010?", False),
        ("number", ("55",), "Are there 55 ships?", True),
        ("number", ("55",), "Are there 40 ships?", False),
        ("number", ("55",), "Are there more than 40 ships?", True),
        ("number", ("55",), "Are there fewer than 40 ships?", False),
        ("number", ("55",), "Are there ships?", None),
        ("list", ("tides", "grain"), "Are there two themes?", True),
        ("list", ("tides", "grain"), "Are there three themes?", False),
        ("place", ("Porto",), "Was it held in Porto?", True),
        ("place", ("Porto",), "Was it held in Lisbon?", False),
        ("place", ("Porto",), "Was it held?", None),
        ("text", ("Peace.",), "Was it held in Lisbon in 2010?", None),
    ],
)
def test_agreement_compares_values_of_the_same_kind(
    hear: Read,
    kind: ValueKind,
    parts: tuple[str, ...],
    question: str,
    agreed: bool | None,
) -> None:
    statement = state("harbour", "fact", kind, *parts)

    assert agrees(statement, hear(question)) is agreed
