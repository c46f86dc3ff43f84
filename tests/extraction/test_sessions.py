"""What documents say of sessions, meetings and bodies, all of it made up."""

from collections.abc import Callable

import pytest

from index.model import Document, Passage, Statement

DrawWhole = Callable[..., list[Statement]]
Draw = Callable[..., list[Statement]]
Fact = tuple[str, str, tuple[str, ...]]
SESSION = "Twenty-fifth session of the Conference"
GROUP = "Working Group on Firearms"
MAY = ("2030-05-06", "2030-05-10")


def facts(statements: list[Statement]) -> list[Fact]:
    return [(s.entity, s.relation, s.value.parts) for s in statements]


@pytest.mark.parametrize(
    ("text", "relation", "value"),
    [
        (
            "The session, which met in Doha from 6 to 10 May 2030, is over.",
            "dates",
            MAY,
        ),
        ("The session (Doha, 6-10 May 2030) was long.", "dates", MAY),
        ("The session is to be held in Doha from 6 to 10 May 2030.", "dates", MAY),
        ("The session is due to open in Doha on 6 May 2030.", "dates", ("2030-05-06",)),
        ("The session is planned for 6 to 10 May 2030.", "dates", MAY),
        ("The session took place in Doha in May 2030.", "dates", ("2030-05",)),
        ("Dates: 6-10 May 2030", "dates", MAY),
        ("Dates of the session: 6-10 May 2030", "dates", MAY),
        (
            "The session was originally scheduled for 6 to 10 May 2030.",
            "scheduled-dates",
            MAY,
        ),
        ("The session met from 6 to 10 May 2030 in Doha.", "place", ("Doha",)),
        ("The session closed in Doha.", "place", ("Doha",)),
        ("Venue: Doha Exhibition Centre", "place", ("Doha Exhibition Centre",)),
        ("Place: Doha, Qatar", "place", ("Doha, Qatar",)),
        (
            "Ministers met in Doha this week for the twenty-fifth session.",
            "place",
            ("Doha",),
        ),
        (
            "The session, which met in Doha, was presided over by Ms. Ada Holm.",
            "chair",
            ("Ms. Ada Holm",),
        ),
        (
            "The Conference elected Ms. Ada Holm (Chile) as its President.",
            "chair",
            ("Ms. Ada Holm",),
        ),
        ("Ms. Ada Holm (Chile) chaired the session.", "chair", ("Ms. Ada Holm",)),
        ("President: Ms. Ada Holm (Chile)", "chair", ("Ms. Ada Holm",)),
        (
            "The President of the session, Ms. Ada Holm, thanked all.",
            "chair",
            ("Ms. Ada Holm",),
        ),
        (
            "Ms. Ada Holm (Chile) served as President.",
            "chair",
            ("Ms. Ada Holm",),
        ),
        (
            "The session met in Doha from 6 to 10 May 2030, chaired by Ada Holm.",
            "chair",
            ("Ada Holm",),
        ),
        (
            "The following officers were elected: Ada Holm; Jo Diaz.",
            "bureau",
            ("Ada Holm", "Jo Diaz"),
        ),
        (
            "The session drew 122 States parties, 4 signatories and 31 observers.",
            "attending-parties",
            ("122",),
        ),
        (
            "The session drew 122 States parties, 4 signatories and 31 observers.",
            "attending-signatories",
            ("4",),
        ),
        (
            "The session drew 122 States parties, 4 signatories and 31 observers.",
            "attending-observers",
            ("31",),
        ),
        (
            "Some 1,150 delegates from 131 States gathered in the capital.",
            "attending-delegates",
            ("1150",),
        ),
        (
            "Delegates from 131 States gathered in the capital.",
            "attendance",
            ("Delegates from 131 States gathered in the capital.",),
        ),
        ("Twelve decisions were taken in all.", "number-of-decisions", ("12",)),
        ("The Conference adopted 12 decisions.", "number-of-decisions", ("12",)),
        (
            "The session has two themes: cargo theft; and witnesses.",
            "themes",
            ("cargo theft", "witnesses"),
        ),
        ("Agenda: cargo theft; witnesses", "themes", ("cargo theft", "witnesses")),
        (
            "Participants discussed the theft of cargo.",
            "themes",
            ("Participants discussed the theft of cargo.",),
        ),
        (
            "The Conference agreed to meet the costs of witnesses.",
            "outcomes",
            ("The Conference agreed to meet the costs of witnesses.",),
        ),
        (
            "Participants are asked to register by 1 May 2030.",
            "how-to-attend",
            ("Participants are asked to register by 1 May 2030.",),
        ),
        (
            "Side events will be held at lunchtime.",
            "side-events",
            ("Side events will be held at lunchtime.",),
        ),
    ],
)
def test_what_is_said_of_the_session_of_the_title_is_drawn(
    draw: Draw, text: str, relation: str, value: tuple[str, ...]
) -> None:
    assert ("session-25", relation, value) in facts(draw(text, title=SESSION))


@pytest.mark.parametrize(
    ("text", "relation", "value"),
    [
        (
            "It was set up by the Conference in 2028, by decision 24/3.",
            "establishment",
            ("2028",),
        ),
        (
            "The Working Group, created by decision 24/3, is small.",
            "legal-basis",
            ("The Working Group, created by decision 24/3, is small.",),
        ),
        (
            "Its mandate is to trace pistols.",
            "mandate",
            ("Its mandate is to trace pistols.",),
        ),
        (
            "The Working Group was asked to draft a form.",
            "tasks",
            ("The Working Group was asked to draft a form.",),
        ),
        (
            "It is composed of 18 members.",
            "membership",
            ("It is composed of 18 members.",),
        ),
        ("It is composed of 18 members.", "number-of-members", ("18",)),
        ("It meets twice a year.", "frequency", ("It meets twice a year.",)),
        ("It is located in Geneva.", "seat", ("Geneva",)),
        ("Mr. Jo Diaz heads the Working Group.", "head", ("Mr. Jo Diaz",)),
        (
            "The mandate of the Working Group ends on 31 December 2034.",
            "end",
            ("2034-12-31",),
        ),
        ("It began its work on 1 September 2030.", "launch", ("2030-09-01",)),
        (
            "The Working Group will reconvene in Lima on 4 May 2031.",
            "next-meeting",
            ("2031-05-04",),
        ),
        (
            "The Working Group urged States to mark pistols.",
            "request",
            ("The Working Group urged States to mark pistols.",),
        ),
        (
            "The work of the Working Group is funded from gifts.",
            "funding",
            ("The work of the Working Group is funded from gifts.",),
        ),
    ],
)
def test_what_is_said_of_the_body_of_the_title_is_drawn(
    draw: Draw, text: str, relation: str, value: tuple[str, ...]
) -> None:
    drawn = facts(draw(text, title=GROUP))

    assert ("working-group-firearms", relation, value) in drawn


@pytest.mark.parametrize(
    "text",
    [
        "The next session will be held in Nairobi in October 2032.",
        "Its next session is to be held in Nairobi in October 2032.",
        "The Conference, which has many members, will reconvene in October 2032.",
    ],
)
def test_the_next_session_is_that_of_the_conference(draw: Draw, text: str) -> None:
    assert facts(draw(text, title=SESSION)) == [("cop", "next-session", ("2032-10",))]


@pytest.mark.parametrize(
    "text",
    [
        "The next session was attended by 92 States Parties.",
        "The previous session met in Rome from 3 to 5 May 2028.",
        "The closing meeting was held in Rome on 5 May 2031.",
        "The next meeting of the Bureau will be held in Rome on 5 May 2031.",
        "A side event was held in Rome from 3 to 5 May 2028.",
        "At a side event on 5 May 2030, 40 experts took part.",
        "A seminar was attended by 40 States parties.",
        "Some 40 experts met in Rome for consultations.",
        "The drafting group was chaired by Ms. Ada Holm.",
        "Ms. Ada Holm was elected Chair of the drafting group.",
        "Ms. Ada Holm was elected President of Chile.",
        "The Vice-President of the session, Ms. Ada Holm, spoke.",
        "Twelve decisions were adopted by vote.",
        "The session adopted nine resolutions and three decisions.",
        "The Bureau met in Rome from 3 to 5 May 2030 to prepare for the session.",
        "The session will be followed by a forum in Rome from 3 to 5 May 2031.",
        "It is hoped that delegates from 90 States took part.",
        "Date: 4 May 2031",
        "The Commission met in Rome. It was chaired by Mr. Alan Moe.",
        "The Commission met in Rome. It is large. It was chaired by Mr. Alan Moe.",
    ],
)
def test_nothing_is_drawn_of_what_only_stands_beside_the_session(
    draw: Draw, text: str
) -> None:
    assert facts(draw(text, title=SESSION)) == []


@pytest.mark.parametrize(
    "text",
    [
        "The expert group meets every year.",
        "Mr. Amir Khan, former Chair of the Working Group, spoke.",
        "It was announced that the Committee is composed of 18 members.",
    ],
)
def test_another_body_is_not_taken_for_that_of_the_title(draw: Draw, text: str) -> None:
    assert facts(draw(text, title=GROUP)) == []


def drawn_from(draw_whole: DrawWhole, title: str, *texts: str) -> list[Fact]:
    document = Document("page", title, "en", "verbatim", date="2031-05-19")
    passages = [
        Passage(f"page#{number}", "page", f"paragraph {number}", "", text)
        for number, text in enumerate(texts)
    ]
    return facts(draw_whole(document, passages))


def test_a_body_meets_for_the_third_time(draw_whole: DrawWhole) -> None:
    text = "The Committee on Cargo Theft met for the third time in Lima on 4 May 2031."

    assert drawn_from(draw_whole, "A note", text) == [
        ("committee-on-cargo-theft-meeting-3", "dates", ("2031-05-04",)),
        ("committee-on-cargo-theft-meeting-3", "place", ("Lima",)),
    ]


def test_a_report_speaks_of_the_meeting_that_it_dates_as_its_title_does(
    draw_whole: DrawWhole,
) -> None:
    drawn = drawn_from(
        draw_whole,
        "Report on the meeting of the Committee on Cargo Theft held on 4 May 2031",
        "The Committee on Cargo Theft held its second meeting on 4 May 2031.",
        "Ms. Ada Holm (Chile) chaired the meeting.",
    )

    meeting = "committee-on-cargo-theft-meeting-2"
    assert (meeting, "chair", ("Ms. Ada Holm",)) in drawn


def test_a_document_is_about_the_only_session_that_its_beginning_names(
    draw_whole: DrawWhole,
) -> None:
    drawn = drawn_from(
        draw_whole,
        "Summit opens in Lima",
        "The twenty-fourth session of the Conference was opened by the Mayor.",
        "Twelve decisions were taken in all.",
    )

    assert drawn == [("session-24", "number-of-decisions", ("12",))]


def test_a_beginning_with_two_sessions_leaves_open_which_one_is_meant(
    draw_whole: DrawWhole,
) -> None:
    drawn = drawn_from(
        draw_whole,
        "Summit opens in Lima",
        "The twenty-fourth session of the Conference followed its twenty-third one in "
        "the year of the twenty-second session.",
        "Twelve decisions were taken in all.",
    )

    assert drawn == []


def test_its_first_meeting_is_that_of_the_body_named_before(
    draw_whole: DrawWhole,
) -> None:
    text = (
        "The Conference set up a Committee on Cargo Theft, which will hold its first "
        "meeting in Lima on 4 May 2031."
    )

    drawn = drawn_from(draw_whole, SESSION, text)

    assert ("committee-on-cargo-theft-meeting-1", "place", ("Lima",)) in drawn


@pytest.mark.parametrize(
    ("text", "relation", "value"),
    [
        (
            "Mr. Kenji Takeda (Japan) served as Rapporteur.",
            "rapporteur",
            "Mr. Kenji Takeda",
        ),
        (
            "Ms. Ana Silva (Peru) was elected Vice-Chair.",
            "vice-chairs",
            "Ms. Ana Silva (Peru) was elected Vice-Chair.",
        ),
        ("Vice-Chair: Ms. Ana Silva (Peru)", "vice-chairs", "Ms. Ana Silva (Peru)"),
        (
            "Registration for the session closes on 5 March 2031.",
            "registration-deadline",
            "2031-03-05",
        ),
    ],
)
def test_officers_and_the_end_of_registration_are_told_apart(
    draw: Draw, text: str, relation: str, value: str
) -> None:
    drawn = facts(draw(text, title="The twenty-fourth session of the Conference"))

    assert [fact for fact in drawn if fact[1] != "how-to-attend"] == [
        ("session-24", relation, (value,))
    ]
