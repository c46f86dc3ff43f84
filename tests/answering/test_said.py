import pytest

from bot.answering.said import asked_back, differing, of_time, say
from index.knowledge import Knowledge
from index.model import Statement
from tests.conftest import Read
from tests.harbour import choice, only, state

FORCE, PARTIES = "entry-into-force", "parties"


def dated(iso: str, document: str = "page") -> Statement:
    return state("lamps", FORCE, "date", iso, document=document)


def test_sources_that_agree_have_no_rivals(hear: Read) -> None:
    (said,) = say(
        hear("When?"), choice(dated("2012-03-04"), dated("2012-03-04", "release"))
    )

    assert said.rivals == ()


def test_sources_that_differ_are_both_kept(hear: Read) -> None:
    (said,) = say(
        hear("When?"), choice(dated("2012-03-04"), dated("2012-03-05", "release"))
    )

    assert said.statement == dated("2012-03-04")
    assert said.rivals == (dated("2012-03-05", "release"),)


@pytest.mark.parametrize("coarse", ["2012", "2012-03"])
def test_coarser_date_does_not_contradict(hear: Read, coarse: str) -> None:
    (said,) = say(hear("When?"), choice(dated(coarse), dated("2012-03-04", "release")))

    assert said.statement.value.parts == ("2012-03-04",)
    assert said.rivals == ()


def test_coarser_date_of_another_year_does_contradict(hear: Read) -> None:
    (said,) = say(hear("When?"), choice(dated("2011"), dated("2012-03-04", "release")))

    assert said.rivals == (dated("2011"),)


def test_interval_of_days_and_its_year_agree(hear: Read) -> None:
    days = state("session-2", "dates", "interval", "2015-10-10", "2015-10-21")
    year = state("session-2", "dates", "date", "2015", document="release")

    (said,) = say(hear("When?"), choice(year, days))

    assert said.statement == days
    assert said.rivals == ()


def test_intervals_that_only_overlap_differ(hear: Read) -> None:
    one = state("session-2", "dates", "interval", "2015-10-10", "2015-10-21")
    other = state("session-2", "dates", "interval", "2015-10-11", "2015-10-22")

    (said,) = say(hear("When?"), choice(one, other))

    assert said.rivals == (other,)


def test_same_rival_is_told_once(hear: Read) -> None:
    wrong = (dated("2013-01-01", "release"), dated("2013-01-01"))

    (said,) = say(hear("When?"), choice(dated("2012-03-04"), *wrong))

    assert len(said.rivals) == 1


def test_longer_name_of_the_same_place_agrees(hear: Read) -> None:
    short = state("session-2", "place", "place", "Lisbon")
    long = state("session-2", "place", "place", "Lisbon, Portugal", document="release")
    other = state("session-2", "place", "place", "Porto", document="release")

    (agreed,) = say(hear("Where?"), choice(short, long))
    (differing,) = say(hear("Where?"), choice(short, other))

    assert agreed.rivals == ()
    assert differing.rivals == (other,)


def test_newest_figure_is_said_and_older_ones_are_no_rivals(hear: Read) -> None:
    old = state("harbour", PARTIES, "number", "40", as_of="2011-06-01")
    new = state("harbour", PARTIES, "number", "55", as_of="2014-06-10")

    (said,) = say(hear("How many?"), choice(old, new))

    assert said.statement == new
    assert said.rivals == ()


def test_figures_of_one_day_that_differ_are_rivals(hear: Read) -> None:
    one = state("harbour", PARTIES, "number", "55", as_of="2014-06-10")
    other = state(
        "harbour", PARTIES, "number", "56", as_of="2014-06-10", document="release"
    )

    (said,) = say(hear("How many?"), choice(one, other))

    assert {said.statement, *said.rivals} == {one, other}


def test_figure_of_another_time_is_marked(hear: Read) -> None:
    figure = state("harbour", PARTIES, "number", "40", as_of="2011-06-01")

    (said,) = say(hear("How many parties in 2012?"), choice(figure))

    assert not said.is_of_time


def test_each_entity_is_said_in_the_order_chosen(hear: Read) -> None:
    pilots, lamps = only("pilots", FORCE), only("lamps", FORCE, "page")

    said = say(hear("When?"), choice(pilots, lamps))

    assert [one.statement for one in said] == [pilots, lamps]


def test_question_for_a_value_asks_back_for_what_has_it(hear: Read) -> None:
    question = hear("Which protocol entered into force on 4 March 2012?")
    said = say(question, choice(only("pilots", FORCE), only("lamps", FORCE, "page")))

    assert [one.statement.entity for one in asked_back(question, said)] == ["lamps"]


def test_question_for_a_time_that_nothing_has_gets_nothing(hear: Read) -> None:
    question = hear("Which protocol entered into force on 5 March 2013?")
    said = say(question, choice(only("pilots", FORCE), only("lamps", FORCE, "page")))

    assert asked_back(question, said) == ()


def test_named_entity_is_kept_whatever_its_value(hear: Read) -> None:
    question = hear("Did the Lamp Protocol and the Pilot Protocol start in 1999?")
    said = say(question, choice(only("pilots", FORCE), only("lamps", FORCE, "page")))

    assert asked_back(question, said) == said


def test_list_is_narrowed_to_the_days_asked_for(port: Knowledge, hear: Read) -> None:
    language = port.vocabulary.languages["en"]
    themes = state("session-1", "themes", "list", "tides of 2011", "grain of 2012")

    narrowed = of_time(themes, hear("Which themes in 2012?"), language)
    whole = of_time(themes, hear("Which themes in 1999?"), language)

    assert narrowed.value.parts == ("grain of 2012",)
    assert whole is themes


def test_interval_within_another_differs(hear: Read) -> None:
    one = state("session-1", "dates", "interval", "2014-06-02", "2014-06-10")
    other = state("session-1", "dates", "interval", "2014-06-02", "2014-06-09")

    (said,) = say(hear("When?"), choice(one, other))

    assert {said.statement, *said.rivals} == {one, other}


def test_coarse_date_is_left_out_beside_an_exact_one() -> None:
    exact = state("session-1", "dates", "interval", "2014-06-09", "2014-06-10")
    coarse = state("session-1", "dates", "date", "2014")
    other = state("session-1", "dates", "date", "2014-07-01")

    assert differing([coarse, exact, other]) == (exact, other)
