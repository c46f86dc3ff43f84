from dataclasses import replace

import pytest

from index.extraction import gather
from index.knowledge import Knowledge
from index.model import Document, Passage
from index.reading import Data

TEXT = (
    "The Firearms Protocol entered into force on 4 July 2005. "
    "The Firearms Protocol had 79 States Parties. COP 12 (Vienna, 5-9 May 2025)."
)


@pytest.fixture
def data(shipped: Data) -> Data:
    """Give one document, and one record of it."""
    document = Document("page", "A page", "en", "verbatim", date="2008-10-08")
    passage = Passage("page#1", "page", "paragraph 1", "", TEXT)
    record = next(r for r in shipped.records if r.relation == "entry-into-force")
    record = replace(
        record,
        id="firearms.entry-into-force",
        entity="firearms-protocol",
        document="page",
        locator="paragraph 1",
        parts=("2005-07-04",),
    )
    return replace(
        shipped, documents=(document,), passages=(passage,), records=(record,)
    )


def test_a_record_overrides_what_is_drawn_from_its_document(data: Data) -> None:
    entry, *drawn = gather(data).statements

    assert (entry.origin, entry.id) == ("record", "firearms.entry-into-force")
    assert entry.quote == "The Firearms Protocol entered into force on 4 July 2005."
    assert "entry-into-force" not in {statement.relation for statement in drawn}


def test_what_no_record_says_is_drawn(data: Data) -> None:
    drawn = [s for s in gather(data).statements if s.origin == "extracted"]

    assert {(s.entity, s.relation) for s in drawn} == {
        ("firearms-protocol", "parties"),
        ("session-12", "dates"),
        ("session-12", "place"),
    }


def test_a_record_overrides_nothing_in_other_documents(data: Data) -> None:
    other = replace(data.documents[0], id="other")
    passage = replace(data.passages[0], id="other#1", document="other")
    both = replace(
        data, documents=(*data.documents, other), passages=(*data.passages, passage)
    )

    origins = {
        (s.document, s.origin)
        for s in gather(both).statements
        if s.relation == "entry-into-force"
    }

    assert origins == {("page", "record"), ("other", "extracted")}


def test_numbered_entities_appear_once_they_are_spoken_of(data: Data) -> None:
    entities = gather(data).entities

    assert entities["session-12"].number == 12
    assert "session-11" not in entities


def test_documents_of_an_unknown_language_state_nothing(data: Data) -> None:
    document = replace(data.documents[0], language="xx")

    foreign = gather(replace(data, documents=(document,), records=()))

    assert foreign.statements == ()


def test_every_shipped_statement_quotes_its_passage(
    shipped: Data, knowledge: Knowledge
) -> None:
    texts = {passage.id: passage.text for passage in shipped.passages}

    strays = [s.id for s in knowledge.statements if s.quote not in texts[s.passage]]

    assert strays == []


def test_a_new_entity_appears_once_something_is_stated_of_it(data: Data) -> None:
    text = (
        "The Protocol on Lanterns entered into force on 1 May 2009. See decision 9/7."
    )
    passage = replace(data.passages[0], text=text)

    entities = gather(replace(data, passages=(passage,), records=())).entities

    assert entities["protocol-on-lanterns"].kind == "protocol"
    assert "decision-9-7" not in entities
