from bot.answering.facts import Facts
from bot.answering.spans import span_of
from index.vocabulary import Language
from tests.harbour import STATEMENTS, know, only, state


def test_statements_are_found_by_relation_and_entity(facts: Facts) -> None:
    counts = [s.value.parts[0] for s in facts.about("parties", "harbour")]

    assert counts == ["40", "55"]
    assert facts.about("parties", "lamps") == ()
    assert facts.about("tonnage", "harbour") == ()


def test_entities_of_a_relation_keep_the_order_of_the_data(facts: Facts) -> None:
    assert facts.stated_of("entry-into-force") == ("harbour", "lamps", "pilots")


def test_relations_of_an_entity_are_all_that_is_stated_of_it(facts: Facts) -> None:
    assert facts.relations_of("session-2") == ("dates", "place")


def test_members_are_of_a_kind_or_of_one_below(facts: Facts) -> None:
    stated = "entry-into-force"

    assert facts.members(stated, ["protocol"]) == ("lamps", "pilots")
    assert facts.members(stated, ["treaty"]) == ("harbour", "lamps", "pilots")
    assert facts.members(stated, ["session"]) == ()


def test_parts_belong_to_the_whole(facts: Facts) -> None:
    assert facts.parts("place", ["council"]) == ("session-1", "session-2")


def test_numbered_entity_has_its_kind_although_nothing_lists_it(facts: Facts) -> None:
    assert facts.kind_of("session-99") == "session"
    assert facts.kind_of("reef") is None
    assert facts.kind_of("reef-3") is None


def test_lineage_climbs_to_the_top(facts: Facts) -> None:
    assert facts.lineage("protocol") == ("protocol", "treaty")
    assert facts.lineage(None) == ()


def test_events_of_some_days_are_given_once_and_in_order(facts: Facts) -> None:
    dated = facts.dated(span_of("2012"))

    assert [s.entity for s in dated] == ["lamps"]


def test_figures_are_no_events(facts: Facts) -> None:
    dated = facts.dated(span_of("2011-06-01"))

    assert "parties" not in {s.relation for s in dated}


def test_quotes_are_the_sentences_behind_a_relation(facts: Facts) -> None:
    quote = only("session-2", "place").quote

    assert facts.quotes("place", ["session-2"]) == {quote}


def test_summary_says_one_thing_a_relation_and_short_values_only(
    facts: Facts,
) -> None:
    relations = [s.relation for s in facts.summary("harbour", 5)]

    assert relations == ["entry-into-force", "parties"]


def test_summary_is_no_longer_than_asked_for(facts: Facts) -> None:
    assert len(facts.summary("session-1", 1)) == 1
    assert facts.summary("reef", 3) == ()


def test_summary_gives_the_newest_figure(facts: Facts) -> None:
    (figure,) = [s for s in facts.summary("harbour", 5) if s.relation == "parties"]

    assert figure.as_of == "2014-06-10"


def test_introduction_is_the_definition_of_any_entity_of_the_name(
    english: Language,
) -> None:
    meant = state("lamp", "definition", "text", "A lamp is a light.")
    facts = Facts(know(english, *STATEMENTS, meant))

    assert facts.introduction(["lamps", "lamp"]) == (meant,)


def test_introduction_without_a_definition_is_the_summary_of_the_first(
    facts: Facts,
) -> None:
    introduced = facts.introduction(["harbour", "lamps"])

    assert introduced == facts.summary("harbour", 4)
    assert introduced


def test_introduction_of_what_nothing_is_stated_of_is_empty(facts: Facts) -> None:
    assert facts.introduction(["reef"]) == ()


def test_provisions_are_the_parts_that_speak_for_the_whole(english: Language) -> None:
    articles = [
        state(article, "purpose", "text", "Peace.")
        for article in ("article-2", "lamps-article-2")
    ]
    facts = Facts(know(english, *STATEMENTS, *articles))

    assert facts.provisions("purpose", ["harbour"]) == ("article-2",)
    assert facts.provisions("purpose", ["lamps"]) == ()
    assert facts.provisions("place", ["council"]) == ()


def test_series_tells_when_each_of_a_kind_was(facts: Facts) -> None:
    series = facts.series("session")

    assert {s.relation for s in series} == {"dates"}
    assert {s.entity for s in series} == {"session-1", "session-2", "session-3"}


def test_series_is_of_the_relation_that_tells_of_most(english: Language) -> None:
    opened = state("session-3", "opening", "date", "2018-05-13")
    facts = Facts(know(english, opened, *STATEMENTS))

    assert opened not in facts.series("session")


def test_series_leaves_out_what_holds_for_a_day_only(english: Language) -> None:
    planned = state("session-4", "dates", "date", "2020", as_of="2018-05-18")
    facts = Facts(know(english, planned))

    assert facts.series("session") == ()
