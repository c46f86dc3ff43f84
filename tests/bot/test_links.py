import re
from dataclasses import replace

import pytest

from bot.catalogue.links import (
    find_entity,
    find_passage,
    payload_of_entity,
    payload_of_passage,
)
from index.library import Library
from index.model import Entity, Passage
from tests.bot.conftest import Shelf, passages

# Bot API, deep links; and a button's 64 bytes, less those of its command.
FITS = re.compile(r"[A-Za-z0-9_-]{1,54}")


@pytest.fixture
def kept(shelf: Shelf) -> tuple[Passage, ...]:
    shelf.kept["page"] = passages("page", "one", "two", "three", "four")
    return shelf.kept["page"]


def keep(shelf: Shelf, *texts: str) -> None:
    shelf.kept["page"] = passages("page", *texts)


def test_every_passage_has_a_link_of_its_own(library: Library) -> None:
    passages = [
        passage
        for document in library.knowledge.documents
        for passage in library.passages_of(document)
    ]

    payloads = [payload_of_passage(passage) for passage in passages]
    places = [find_passage(library, payload) for payload in payloads]

    assert all(map(FITS.fullmatch, payloads))
    assert [place.passage for place in places if place and place.is_same] == passages


def test_every_entity_has_a_link_of_its_own(library: Library) -> None:
    entities = list(library.knowledge.entities.values())

    payloads = [payload_of_entity(entity) for entity in entities]

    assert all(map(FITS.fullmatch, payloads))
    assert [find_entity(library, payload) for payload in payloads] == entities


@pytest.mark.parametrize("id_", ["протокол", "x" * 80, "con-vention-é"])
def test_id_that_no_link_can_hold_has_a_digest(shelf: Shelf, id_: str) -> None:
    entity = Entity(id_, "term", {"en": "a term"})
    known = {**shelf.knowledge.entities, id_: entity}
    shelf.knowledge = replace(shelf.knowledge, entities=known)

    payload = payload_of_entity(entity)

    assert FITS.fullmatch(payload)
    assert find_entity(shelf, payload) == entity


def test_passage_of_a_document_with_a_long_id_is_found(shelf: Shelf) -> None:
    release = shelf.knowledge.documents["release"]
    known = {"x" * 80: replace(release, id="x" * 80)}
    shelf.knowledge = replace(shelf.knowledge, documents=known)
    shelf.kept = {"x" * 80: passages("x" * 80, "one", "two")}

    payload = payload_of_passage(shelf.kept["x" * 80][1])

    assert FITS.fullmatch(payload)
    place = find_passage(shelf, payload)
    assert place
    assert (place.passage.text, place.is_same) == ("two", True)


def test_passage_is_known_again_where_it_moved_to(
    shelf: Shelf, kept: tuple[Passage, ...]
) -> None:
    payload = payload_of_passage(kept[1])
    keep(shelf, "zero", "half", "one", "two", "three")

    place = find_passage(shelf, payload)

    assert place
    assert (place.passage.text, place.is_same) == ("two", True)


def test_changed_passage_gives_the_nearest_to_its_place(
    shelf: Shelf, kept: tuple[Passage, ...]
) -> None:
    payload = payload_of_passage(kept[3])
    keep(shelf, "one", "two")

    place = find_passage(shelf, payload)

    assert place
    assert (place.passage.text, place.is_same) == ("two", False)


@pytest.mark.parametrize(
    "payload",
    ["", "page", "page_1", "gone_1_1a2b", "page_x_1a2b", "page_1_", "_1_1a2b"],
)
def test_what_is_no_link_to_a_passage_opens_none(
    shelf: Shelf, kept: tuple[Passage, ...], payload: str
) -> None:
    assert find_passage(shelf, payload) is None
