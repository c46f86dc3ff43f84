"""Sentences as press releases and web pages have them, all of them made up."""

from collections.abc import Callable

import pytest

from index.model import Document, Passage, Statement

DrawWhole = Callable[..., list[Statement]]
Draw = Callable[..., list[Statement]]
Fact = tuple[str, str, tuple[str, ...]]


def facts(statements: list[Statement]) -> list[Fact]:
    return [(s.entity, s.relation, s.value.parts) for s in statements]


@pytest.mark.parametrize(
    ("text", "fact"),
    [
        (
            "The Firearms Protocol entered into force on 3 July 2005.",
            ("firearms-protocol", "entry-into-force", ("2005-07-03",)),
        ),
        (
            "Italy ratified UNTOC, which entered into force on 29 September 2003.",
            ("untoc", "entry-into-force", ("2003-09-29",)),
        ),
        (
            "The Conference held its fifth session in Vienna from 18 to 22 May 2010.",
            ("session-5", "dates", ("2010-05-18", "2010-05-22")),
        ),
        ("COP 11 (Vienna, 17-21 May 2022)", ("session-11", "place", ("Vienna",))),
        (
            "The sixth session was attended by 92 States Parties.",
            ("session-6", "attending-parties", ("92",)),
        ),
        (
            "The ninth session was chaired by Maria Lopez.",
            ("session-9", "chair", ("Maria Lopez",)),
        ),
    ],
)
def test_what_a_sentence_states_is_drawn(draw: Draw, text: str, fact: Fact) -> None:
    assert fact in facts(draw(text))


@pytest.mark.parametrize(
    "text",
    [
        "The Kyoto Protocol entered into force on 16 February 2005.",
        "Kyoto Protocol entered into force on 16 February 2005.",
        "The Convention on the Law of the Sea entered into force in 1994.",
        "The UN Convention against Corruption entered into force in 2005.",
        "The Conference of the Parties to the Kyoto Protocol will hold its next "
        "session in 2009.",
        "The Conference of the States Parties to the Convention against Corruption "
        "held its second session in Bali from 28 January to 1 February 2008.",
        "The third session of the Commission on Narcotic Drugs was held in Vienna "
        "from 3 to 7 March 2006.",
        "Article 5 of the Convention on the Law of the Sea provides for baselines.",
        "The Palermo Convention is old. The Convention on the Law of the Sea is older. "
        "It entered into force on 16 November 1994.",
        "The Convention on the Law of the Sea is old. The Convention entered into "
        "force on 16 November 1994.",
        "The Commission opened its third session. The fourth session will be held in "
        "Vienna from 5 to 9 May 2008.",
    ],
)
def test_nothing_is_drawn_of_other_instruments_and_bodies(
    draw: Draw, text: str
) -> None:
    assert facts(draw(text)) == []


@pytest.mark.parametrize(
    "text",
    [
        "The Protocol entered into force on 3 July 2005.",
        "It entered into force on 3 July 2005.",
        "The Secretariat prepared it. It entered into force on 3 July 2005.",
        "The amendment to the Firearms Protocol entered into force on 3 July 2012.",
        "Amendments to the Convention entered into force on 3 July 2012.",
        "The law of Italy on the Palermo Convention entered into force in 2006.",
        "A workshop before the fourth session was held in Lima on 3 March 2006.",
        "The Firearms Protocol and a law of Peru entered into force on 3 July 2005.",
        "The Lantern Treaty, supplementing the Convention, was adopted by General "
        "Assembly resolution 9/9 of 3 July 2005.",
    ],
)
def test_nothing_is_drawn_where_the_entity_is_uncertain(draw: Draw, text: str) -> None:
    assert facts(draw(text)) == []


@pytest.mark.parametrize(
    "text",
    [
        "If the Firearms Protocol entered into force on 3 July 2006, all would gain.",
        "Peru hopes that the Firearms Protocol entered into force on 3 July 2006.",
        "The Firearms Protocol should enter into force in 2004.",
        "The Firearms Protocol has not entered into force on 3 July 2004.",
        "The Firearms Protocol never entered into force in 2004.",
        "The Trafficking Protocol and the Smuggling Protocol entered into force on "
        "25 December 2003 and 28 January 2004 respectively.",
        "More than 140 States are party to the Convention.",
        "Two-thirds of the States are party to the Convention.",
        "20% of all States are party to the Convention.",
        "In 2004, one year later, the Convention had 60 States Parties.",
    ],
)
def test_nothing_is_drawn_that_is_supposed_denied_or_shared(
    draw: Draw, text: str
) -> None:
    assert facts(draw(text)) == []


def test_a_figure_holds_as_of_the_date_that_the_sentence_gives(draw: Draw) -> None:
    (statement,) = draw("As of 1 March 2010, 152 States were party to the Convention.")

    assert (statement.value.parts, statement.as_of) == (("152",), "2010-03-01")


def test_a_figure_without_a_date_holds_as_of_its_document(draw: Draw) -> None:
    (statement,) = draw("The Firearms Protocol had 79 States Parties.")

    assert (statement.value.parts, statement.as_of) == (("79",), "2008-10-08")


def test_figures_that_leave_out_their_noun_are_drawn(draw: Draw) -> None:
    text = (
        "As of today, there are 149 States Parties to the Convention; 131 to the "
        "Trafficking in Persons Protocol; and 78 to the Firearms Protocol."
    )

    assert facts(draw(text)) == [
        ("untoc", "parties", ("149",)),
        ("trafficking-protocol", "parties", ("131",)),
        ("firearms-protocol", "parties", ("78",)),
    ]


@pytest.mark.parametrize(
    "items",
    [
        ": asset recovery; cybercrime; and the rights of women, men and children.",
        ": (a) asset recovery; (b) cybercrime; and (c) the rights of women, men and "
        "children.",
    ],
)
def test_lists_are_cut_at_semicolons_without_their_letters(
    draw: Draw, items: str
) -> None:
    (fact,) = facts(draw(f"These themes were approved for the sixth session{items}"))

    assert fact[2] == (
        "asset recovery",
        "cybercrime",
        "the rights of women, men and children",
    )


def test_a_list_in_brackets_ends_with_them(draw: Draw) -> None:
    text = (
        "The Convention has three supplementary Protocols (on trafficking, on migrants "
        "and on firearms), all of them in force."
    )

    assert facts(draw(text)) == [
        (
            "untoc",
            "supplementing-protocols",
            ("on trafficking", "on migrants", "on firearms"),
        )
    ]


def test_the_sentence_is_quoted_without_its_bullet(draw: Draw) -> None:
    text = "Sessions:\n- COP 3 (Vienna, 9-18 October 2006)\n- more to come"

    assert {s.quote for s in draw(text)} == {"COP 3 (Vienna, 9-18 October 2006)"}


def test_a_pronoun_refers_to_the_sentence_before(draw: Draw) -> None:
    text = "The Firearms Protocol is short. It entered into force on 3 July 2005."

    assert ("firearms-protocol", "entry-into-force", ("2005-07-03",)) in facts(
        draw(text)
    )


def test_a_subject_passes_over_sentences_that_state_nothing(draw: Draw) -> None:
    text = (
        "The Firearms Protocol is here. Many were glad of that. "
        "The Protocol entered into force on 3 July 2005."
    )

    (statement,) = draw(text)

    assert statement.entity == "firearms-protocol"
    assert statement.quote == "The Protocol entered into force on 3 July 2005."


@pytest.mark.parametrize(
    ("text", "fact"),
    [
        ("Some 1,120 delegates took part.", ("attending-delegates", ("1120",))),
        (
            "They represented many, representing 146 States Parties and 34 observers.",
            ("attending-observers", ("34",)),
        ),
        ("The session was presided over by Ada Sol.", ("chair", ("Ada Sol",))),
    ],
)
def test_a_sentence_without_a_name_speaks_of_what_the_title_names(
    draw: Draw, text: str, fact: tuple[str, tuple[str, ...]]
) -> None:
    drawn = draw(text, title="The Conference closes its ninth session")

    assert ("session-9", *fact) in facts(drawn)
    assert draw(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "The workshop was chaired by Ada Sol.",
        "The eighth session and the workshop were chaired by Ada Sol.",
        "It is hoped that some 900 delegates attended.",
    ],
)
def test_what_may_be_about_something_else_is_not_taken_for_the_title(
    draw: Draw, text: str
) -> None:
    drawn = draw(text, title="The Conference closes its ninth session")

    assert "session-9" not in {statement.entity for statement in drawn}


def test_a_list_on_lines_of_its_own_is_drawn(draw: Draw) -> None:
    text = (
        "Two themes were approved for the ninth session:\n"
        "- the trade in lanterns; and\n- the care of piers."
    )

    assert ("session-9", "themes", ("the trade in lanterns", "the care of piers")) in (
        facts(draw(text))
    )


def test_the_protocol_later_in_a_sentence_is_that_of_the_title(draw: Draw) -> None:
    text = (
        "Under its article 21 it needed forty instruments. "
        "Peru brought the last, and the Protocol came into force on 3 July 2005."
    )

    drawn = draw(text, title="The Firearms Protocol")

    assert ("firearms-protocol", "entry-into-force", ("2005-07-03",)) in facts(drawn)


def test_a_counted_meeting_is_one_of_the_body_spoken_of(draw_whole: DrawWhole) -> None:
    document = Document("page", "Working Group on Lanterns", "en", "verbatim")
    text = (
        "The Working Group held its first meeting in Lisbon from 3 to 4 May 2010. "
        "The second meeting took place on 5 June 2011."
    )
    passages = [Passage("page#1", "page", "paragraph 1", "", text)]

    dates = {
        s.entity: s.value.parts
        for s in draw_whole(document, passages)
        if s.relation == "dates"
    }

    assert dates == {
        "working-group-on-lanterns-meeting-1": ("2010-05-03", "2010-05-04"),
        "working-group-on-lanterns-meeting-2": ("2011-06-05",),
    }


@pytest.mark.parametrize(
    "passages",
    [
        ["Themes were set for the tenth session. The session will be held in Lima."],
        ["Themes were set for the tenth session.", "The session is held in Lima."],
    ],
)
def test_the_session_is_not_that_of_the_title_behind_another(
    draw_whole: DrawWhole, passages: list[str]
) -> None:
    document = Document("page", "The ninth session of COP", "en", "verbatim")
    drawn = draw_whole(
        document,
        [Passage(f"page#{n}", "page", "", "", text) for n, text in enumerate(passages)],
    )

    assert "session-9" not in {statement.entity for statement in drawn}


def test_what_is_drawn_does_not_depend_on_what_was_drawn_before(
    draw_whole: DrawWhole,
) -> None:
    session = Document("one", "The third session", "en", "verbatim", date="2006")
    first = Passage("one#1", "one", "", "", "It met in Vienna on 9 October 2006.")
    other = Document("two", "A page", "en", "verbatim", date="2006")
    text = "The Committee on Soil held its second session. Its third session is next."
    alone = draw_whole(session, [first])

    draw_whole(other, [Passage("two#1", "two", "", "", text)])

    assert alone == draw_whole(session, [first]) != []
