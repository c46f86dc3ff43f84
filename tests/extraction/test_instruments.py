"""What documents say of instruments, in the many ways that they word it.

All instruments, days and figures are made up.
"""

from collections.abc import Callable

import pytest

from index.model import Document, Passage, Statement

DrawWhole = Callable[..., list[Statement]]
Facts = set[tuple[str, str, tuple[str, ...]]]
Draw = Callable[..., Facts]
LANTERNS = "protocol-against-lantern-theft"
TITLE = "The Protocol against Lantern Theft"


@pytest.fixture(scope="session")
def drawn(draw_whole: DrawWhole) -> Draw:
    """Draw from passages of one document, and from the entities that it brings."""

    def draw(*texts: str, title: str = TITLE) -> Facts:
        document = Document("page", title, "en", "verbatim", date="2040-10-08")
        passages = [Passage(f"p#{n}", "page", "", "", t) for n, t in enumerate(texts)]
        drawn = draw_whole(document, passages)
        return {(s.entity, s.relation, s.value.parts) for s in drawn}

    return draw


@pytest.mark.parametrize(
    ("text", "relation", "value"),
    [
        ("It was adopted by consensus on 14 May 2031.", "adoption", "2031-05-14"),
        (
            "The Protocol was adopted at Lisbon on 7 May 2031 by the Conference.",
            "adoption",
            "2031-05-07",
        ),
        (
            "The Protocol was adopted by the General Assembly in resolution 83/12 on "
            "2 July 2031.",
            "adoption",
            "2031-07-02",
        ),
        (
            "The Protocol, which supplements the Convention, was adopted by the "
            "General Assembly on 9 May 2031 without a vote.",
            "adoption",
            "2031-05-09",
        ),
        ("Adoption: 4 May 2031 (resolution 80/155)", "adoption", "2031-05-04"),
        ("Date of adoption: 4 May 2031", "adoption", "2031-05-04"),
        (
            "The Protocol was adopted at Lisbon on 7 May 2031.",
            "adoption-place",
            "Lisbon",
        ),
        ("Opening for signature: 6 June 2032", "opening-for-signature", "2032-06-06"),
        ("Opened for signature: 6 June 2032, in Lima", "signature-place", "Lima"),
        (
            "This Protocol shall be open to all States for signature on 6 June 2032 in "
            "Accra and thereafter in New York until 6 June 2034.",
            "signature-deadline",
            "2034-06-06",
        ),
        (
            "Signed in Riga, Latvia, in October 2032, the treaty took effect on "
            "30 January 2035.",
            "signature-place",
            "Riga, Latvia",
        ),
        ("Closing for signature: 6 June 2034", "signature-deadline", "2034-06-06"),
        (
            "Accordingly, the Protocol shall enter into force on 11 July 2035.",
            "entry-into-force",
            "2035-07-11",
        ),
        (
            "Having been ratified by forty States, the Protocol entered into force on "
            "18 June 2035, the ninetieth day following the deposit of the fortieth "
            "instrument.",
            "entry-into-force",
            "2035-06-18",
        ),
        (
            "The Protocol, done at New York on 4 May 2031, entered into force on "
            "18 June 2035.",
            "entry-into-force",
            "2035-06-18",
        ),
        ("Entry into force: 18 June 2035", "entry-into-force", "2035-06-18"),
        ("In force since: 18 June 2035", "entry-into-force", "2035-06-18"),
        ("The treaty took effect on 3 May 2035.", "entry-into-force", "2035-05-03"),
        (
            "This Protocol shall enter into force on the ninetieth day after the date "
            "of deposit of the fortieth instrument of ratification.",
            "ratifications-needed",
            "40",
        ),
        (
            "It will come into force three months after 35 States have ratified it.",
            "ratifications-needed",
            "35",
        ),
        (
            "The treaty needed fifty ratifications to take effect.",
            "ratifications-needed",
            "50",
        ),
        ("As of 1 March 2036 it counted 41 States parties.", "parties", "41"),
        ("So far, 31 States have ratified the Protocol.", "parties", "31"),
        ("Fifty-three countries have ratified it and 88 signed it.", "parties", "53"),
        ("Status as at 3 May 2036: Signatories: 12. Parties: 8.", "parties", "8"),
        ("Status as at 3 May 2036: Signatories: 12.", "signatories", "12"),
        ("Parties: 66 (as of 1 June 2036)", "parties", "66"),
        ("Number of signatories: 81", "signatories", "81"),
        (
            "The Secretary-General of the United Nations serves as depositary of the "
            "Protocol.",
            "depositary",
            "Secretary-General of the United Nations",
        ),
        (
            "Depositary: Secretary-General of the United Nations",
            "depositary",
            "Secretary-General of the United Nations",
        ),
        (
            "Its depositary is the UN Secretary-General.",
            "depositary",
            "UN Secretary-General",
        ),
        ("The Secretary-General is the depositary.", "depositary", "Secretary-General"),
        ("Registration: 11 July 2035, No. 59871.", "registration-number", "59871"),
        ("Registration: 11 July 2035, No. 59871.", "registration-date", "2035-07-11"),
        ("It consists of 24 articles.", "number-of-articles", "24"),
        ("The treaty has a preamble and 31 articles.", "number-of-articles", "31"),
    ],
)
def test_the_value_of_a_fact_is_drawn(
    drawn: Draw, text: str, relation: str, value: str
) -> None:
    assert (LANTERNS, relation, (value,)) in drawn(text)


@pytest.mark.parametrize(
    ("text", "relation"),
    [
        ("It was adopted on 4 May 2031 by resolution 83/12.", "adopting-resolution"),
        ("The text was approved by 129 votes to 6.", "voting-result"),
        ("No reservations may be made to the Protocol.", "reservations"),
        ("The Protocol does not allow for reservations.", "reservations"),
        ("A State may denounce the Protocol at any time.", "withdrawal"),
        ("States can withdraw from the Protocol.", "withdrawal"),
        ("To date, no amendments have been proposed.", "amendments"),
        ("The amendment to the Protocol was adopted on 5 June 2034.", "amendments"),
        ("It is the fourth Protocol to the Convention.", "supplements"),
        (
            "Before becoming a party to the Protocol, a State must be a party to the "
            "Convention.",
            "prerequisite",
        ),
        (
            "Only States that are party to the Convention can become parties to the "
            "Lantern Theft Protocol.",
            "prerequisite",
        ),
        ("Peru was the first State to ratify the Protocol.", "ratification-by-state"),
        (
            "The above action by Peru was effected on 8 August 2033.",
            "ratification-by-state",
        ),
        (
            "The Protocol will enter into force for Peru on 7 September 2033.",
            "ratification-by-state",
        ),
        ("It has been registered ex officio on 2 May 2035.", "registration"),
        ("It was signed at a ceremony in Riga.", "signature-occasion"),
        ("Its main aim is to prevent lantern theft.", "purpose"),
        (
            "The Protocol is the first global treaty to deal with lanterns.",
            "distinction",
        ),
    ],
)
def test_a_sentence_that_tells_a_fact_is_drawn(
    drawn: Draw, text: str, relation: str
) -> None:
    whole = {s for s in drawn(text) if s[1] == relation}

    assert whole == {(LANTERNS, relation, (text,))}


@pytest.mark.parametrize(
    ("text", "relation", "items"),
    [
        (
            "It is available in Arabic, French and Spanish.",
            "languages",
            ("Arabic", "French", "Spanish"),
        ),
        (
            "The Protocol requires countries to tag lanterns, to license piers and to "
            "train pilots.",
            "commitments",
            ("to tag lanterns", "to license piers", "to train pilots"),
        ),
    ],
)
def test_enumerations_in_running_text_are_drawn(
    drawn: Draw, text: str, relation: str, items: tuple[str, ...]
) -> None:
    assert (LANTERNS, relation, items) in drawn(text)


@pytest.mark.parametrize(
    "text",
    [
        "For Peru the Protocol entered into force on 4 August 2036.",
        "Another Protocol was adopted on 5 May 2035.",
        "A treaty on fishing entered into force on 7 July 2036.",
        "The Kyoto Protocol entered into force on 6 May 2005. It has 192 parties.",
        "A law of Peru on the Protocol took effect on 3 March 2034.",
        "A commentary on the Protocol was adopted on 4 April 2034.",
        "The draft Protocol was adopted by the Committee on 1 February 2031.",
        "At least 40 States have ratified it.",
        "Only 12 African States have ratified the Protocol.",
        "As of 1 May 2034, 14 States from Africa had ratified the Protocol.",
        "It was hoped that the Protocol would enter into force on 1 January 2033.",
        "The Protocol should have entered into force in 2032.",
        "In 2035, 12 States have ratified the Protocol and 3 joined another one.",
        "Entry into force: not yet",
        "Signatories: about 60",
        "A parliament adopted the Protocol on 9 September 2032.",
        "The Protocol was negotiated by the Ad Hoc Committee on Mineral Crime.",
        "The conference on the Protocol was held on 6 June 2034.",
        "Unlike the Protocol, a law, passed then, took effect on 3 May 2035.",
    ],
)
def test_nothing_is_drawn_of_anything_else(drawn: Draw, text: str) -> None:
    assert drawn(text) == set()


def test_what_holds_for_one_state_is_said_of_that_state(drawn: Draw) -> None:
    text = "The Protocol entered into force on 4 August 2036 for Peru."

    assert drawn(text) == {(LANTERNS, "ratification-by-state", (text,))}


def test_a_label_takes_the_status_date_of_its_passage(draw_whole: DrawWhole) -> None:
    document = Document("page", "Firearms Protocol", "en", "verbatim", date="2040")
    text = "Status as at 3 May 2036: Signatories: 12. Parties: 8."

    drawn = draw_whole(document, [Passage("p#1", "page", "", "", text)])

    assert {s.relation: s.as_of for s in drawn} == {
        "signatories": "2036-05-03",
        "parties": "2036-05-03",
    }


def test_the_only_protocol_that_a_document_names_is_the_protocol(drawn: Draw) -> None:
    first = "The Protocol against Lantern Theft is a fourth protocol to the Convention."
    second = "The Protocol entered into force on 3 May 2035."
    fact = LANTERNS, "entry-into-force", ("2035-05-03",)
    title = "A landmark treaty"

    assert fact in drawn(first, second, title=title)
    assert fact not in drawn(first, "See the Kyoto Protocol.", second, title=title)


@pytest.mark.parametrize(
    "text",
    [
        "The Riga Protocol, officially the Protocol against Lantern Theft, is here.",
        "The Protocol against Lantern Theft, commonly known as the Riga Protocol.",
        "Commonly called the Riga Protocol, the Protocol against Lantern Theft grew.",
    ],
)
def test_a_protocol_goes_by_the_name_that_a_text_calls_it(
    drawn: Draw, text: str
) -> None:
    said = "The Riga Protocol entered into force on 3 May 2035."

    assert (LANTERNS, "entry-into-force", ("2035-05-03",)) in drawn(text, said)


def test_a_name_may_be_cut_short(drawn: Draw) -> None:
    text = "The Sand Mining Protocol entered into force on 3 May 2035."
    title = "The Protocol against Illegal Sand Mining"
    entity = "protocol-against-illegal-sand-mining"

    assert (entity, "entry-into-force", ("2035-05-03",)) in drawn(text, title=title)


def test_a_longer_name_is_that_of_another_protocol(drawn: Draw) -> None:
    title = "Protocol against Trafficking in Human Organs"
    entities = {fact[0] for fact in drawn("Entry into force: 3 May 2035", title=title)}

    assert entities == {"protocol-against-trafficking-in-human-organs"}
