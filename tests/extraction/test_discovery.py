"""Entities that documents name and the vocabulary does not list."""

from collections.abc import Callable

import pytest

from index.extraction.discovery import discover
from index.language.mentions import Gazetteer
from index.model import Document, Entity, Passage
from index.vocabulary import Vocabulary

Discover = Callable[..., dict[str, Entity]]


@pytest.fixture
def found_in(vocabulary: Vocabulary, gazetteers: dict[str, Gazetteer]) -> Discover:
    def found(
        *texts: str, language: str = "en", title: str = "A page"
    ) -> dict[str, Entity]:
        passages = [
            Passage(f"page#{n}", "page", f"paragraph {n}", "", text)
            for n, text in enumerate(texts, 1)
        ]
        document = Document("page", title, language, "verbatim")
        return discover([document], passages, vocabulary, gazetteers)

    return found


def test_a_new_protocol_is_known_by_its_name_and_by_what_it_is_about(
    found_in: Discover,
) -> None:
    found = found_in(
        "The Protocol against Illicit Trade in Sea Lanterns (PSL) is new. It is short."
    )

    (protocol,) = found.values()
    assert protocol.kind == "protocol"
    assert protocol.names == {
        "en": "the Protocol against Illicit Trade in Sea Lanterns"
    }
    assert set(protocol.aliases["en"]) >= {
        "Protocol against Illicit Trade in Sea Lanterns",
        "Sea Lanterns protocol",
        "protocol on Sea Lanterns",
        "Illicit Trade protocol",
        "PSL",
    }
    assert protocol.hints == {"en": ("Sea Lanterns",)}


def test_a_new_working_group_is_found_behind_any_words(found_in: Discover) -> None:
    found = found_in("It set up an open-ended Working Group on the Use of Lanterns.")

    assert [entity.kind for entity in found.values()] == ["body"]
    assert list(found) == ["working-group-on-the-use-of-lanterns"]


@pytest.mark.parametrize(
    "text",
    [
        "The Protocol against the Smuggling of Migrants by Land, Sea and Air is known.",
        "The Working Group on Firearms met.",
        "A protocol on lanterns may come one day.",
        "The Protocol entered into force.",
        "The committee of the whole met.",
    ],
)
def test_nothing_new_is_found_in_names_that_are_known_or_none(
    found_in: Discover, text: str
) -> None:
    assert found_in(text) == {}


def test_a_heading_that_goes_on_in_capitals_names_the_same(found_in: Discover) -> None:
    found = found_in(
        "Protocol on Lanterns Enters into Force", "The Protocol on Lanterns is short."
    )

    assert list(found) == ["protocol-on-lanterns"]


def test_decisions_are_known_by_their_two_numbers(found_in: Discover) -> None:
    found = found_in("By decision 21/4 it met, and decision 21/4 was long.")

    (decision,) = found.values()
    assert (decision.id, decision.names["en"]) == ("decision-21-4", "decision 21/4")
    assert "COP decision 21/4" in decision.aliases["en"]
    assert "décision 21/4" in decision.aliases["fr"]


@pytest.mark.parametrize("text", ["decision 1/1", "on 21/4", "decision 21/4/7"])
def test_no_decision_is_new_that_is_listed_or_has_other_numbers(
    found_in: Discover, text: str
) -> None:
    assert found_in(f"See {text} of it.") == {}


def test_languages_without_vocabulary_name_nothing(found_in: Discover) -> None:
    assert found_in("The Working Group on Lanterns met.", language="xx") == {}


def test_a_name_in_quotation_marks_is_one_more(found_in: Discover) -> None:
    text = (
        'The Protocol on Lanterns, or "Lisbon Protocol", is no "mere protocol of ours".'
    )

    assert "Lisbon Protocol" in found_in(text)["protocol-on-lanterns"].aliases["en"]


def test_the_meetings_of_a_body_are_counted(found_in: Discover) -> None:
    found = found_in("The Working Group on Lanterns held its second meeting in Lisbon.")

    meeting = found["working-group-on-lanterns-meeting-2"]
    assert (meeting.kind, meeting.part_of) == ("meeting", "working-group-on-lanterns")
    assert meeting.names == {
        "en": "the second meeting of the Working Group on Lanterns"
    }
    assert "2nd meeting of Working Group on Lanterns" in meeting.aliases["en"]


def test_a_meeting_without_a_body_is_one_of_the_title(found_in: Discover) -> None:
    found = found_in(
        "The third and last meeting was short.", title="Working Group on Lanterns"
    )

    assert "working-group-on-lanterns-meeting-3" in found


def test_a_meeting_of_one_of_two_bodies_is_nobody_s(found_in: Discover) -> None:
    found = found_in(
        "The Working Group on Lanterns and the Working Group on Piers met.",
        "Their first meeting was short.",
    )

    assert {entity.kind for entity in found.values()} == {"body"}


def test_no_name_of_something_known_is_taken(found_in: Discover) -> None:
    found = found_in("The Protocol against the Trade in Firearms and Lanterns is new.")

    (protocol,) = found.values()
    assert "Firearms protocol" not in protocol.aliases["en"]


def test_a_name_beside_the_full_one_is_one_more(found_in: Discover) -> None:
    found = found_in("The Riga Protocol, officially the Protocol against Lanterns, is.")

    assert "Riga Protocol" in found["protocol-against-lanterns"].aliases["en"]


def test_a_protocol_is_known_by_words_of_its_matter_that_no_other_has(
    found_in: Discover,
) -> None:
    found = found_in(
        "The Protocol against Illegal Gold Mining (IGM Protocol) came first, and the "
        "Protocol against Illegal Waste Shipments (IWS) came next."
    )

    gold = found["protocol-against-illegal-gold-mining"].aliases["en"]
    assert {"Gold protocol", "Gold Mining protocol", "IGM Protocol"} <= {*gold}
    assert "Illegal protocol" not in gold


@pytest.mark.parametrize("noun", ["Advisory Board", "Panel", "Task Force"])
def test_a_body_may_be_called_by_many_nouns(found_in: Discover, noun: str) -> None:
    (body,) = found_in(f"The {noun} on Victim Funds met.").values()

    assert (body.kind, body.names["en"]) == ("body", f"the {noun} on Victim Funds")
