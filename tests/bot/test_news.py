from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import cast

import msgspec
import pytest

from bot.looking import look_apart
from bot.news import Changes, Figure, Look, Snapshot, changes_between, snapshot_of, tell
from index.errors import IndexUnavailableError
from index.knowledge import Knowledge
from index.library import Library
from index.model import Passage
from tests.bot.conftest import (
    DIGEST,
    DOCUMENTS,
    RELEASE,
    STATEMENTS,
    make_knowledge,
    state,
)
from tests.tongues import ENGLISH, FRENCH


@dataclass(slots=True)
class Shelf:
    knowledge: Knowledge
    text: str = "words"

    def passages_of(self, document: str) -> Sequence[Passage]:
        return (Passage(f"{document}#1", document, "paragraph 1", "", self.text),)


def taken(knowledge: Knowledge, text: str = "words") -> Snapshot:
    return snapshot_of(cast(Library, Shelf(knowledge, text)))


def changed(before: Knowledge, now: Knowledge) -> Changes:
    return changes_between(taken(before), taken(now), now)


def test_nothing_has_changed_between_a_generation_and_itself(
    knowledge: Knowledge,
) -> None:
    assert not changed(knowledge, knowledge)


def test_document_is_new_or_gone() -> None:
    less = make_knowledge(*STATEMENTS, documents=(DIGEST,))
    more = make_knowledge(*STATEMENTS, documents=DOCUMENTS)

    assert changed(less, more) == Changes(new=(RELEASE.title,))
    assert changed(more, less) == Changes(gone=1)


def test_document_changes_with_its_words_or_its_provenance(
    knowledge: Knowledge,
) -> None:
    titled = replace(RELEASE, title="Another title")
    retitled = make_knowledge(*STATEMENTS, documents=(titled, DIGEST))
    words = changes_between(taken(knowledge), taken(knowledge, "others"), knowledge)

    assert changed(knowledge, retitled) == Changes(changed=("Another title",))
    assert words.changed == (RELEASE.title, DIGEST.title)


def test_figure_changes_with_its_newest_value(knowledge: Knowledge) -> None:
    newer = state("treaty", "parties", "number", "191", as_of="2022")
    older = state("treaty", "parties", "number", "5", as_of="2003")

    figures = changed(
        knowledge, make_knowledge(*STATEMENTS, newer, documents=DOCUMENTS)
    ).figures
    assert figures == (Figure({"en": "the Convention, States Parties"}, "136", "191"),)
    same = make_knowledge(*STATEMENTS, older, documents=DOCUMENTS)
    assert not changed(knowledge, same)


def test_changes_are_told_in_numbers_and_names() -> None:
    figure = Figure({"en": "the Convention, States Parties"}, "136", "191")
    changes = Changes(("A", "B", "C"), (), 1, (figure, figure))

    answer = tell(changes, ENGLISH)

    said = "3 new documents, 1 document taken away, 2 changed figures"
    assert answer.headline == said
    assert answer.points[:3] == ("A", "B", "C")
    assert answer.points[3] == "the Convention, States Parties: 136 before, now 191"


def test_changes_are_told_in_french() -> None:
    changes = Changes(("A",), ("B", "C"))

    assert tell(changes, FRENCH).headline == "1 nouveau document, 2 documents modifiés"


def test_only_the_first_of_many_are_named() -> None:
    changes = Changes(tuple(map(str, range(500))))

    answer = tell(changes, ENGLISH)

    assert answer.headline == "500 new documents"
    assert len(answer.points) == 10


def test_no_change_is_told_too() -> None:
    assert tell(Changes(), ENGLISH).headline == ENGLISH.texts.news_none


def test_snapshot_and_changes_can_be_kept() -> None:
    look = Look(Snapshot({"a": "1"}, {"b c": "2"}), Changes(("A",), (), 1))

    kept = msgspec.json.decode(msgspec.json.encode(look), type=Look)

    assert kept == look


async def test_another_process_looks(shipped_index: Path) -> None:
    first = await look_apart(shipped_index, None)
    again = await look_apart(shipped_index, first.snapshot)

    assert not first.changes
    assert not again.changes
    assert len(first.snapshot.documents) > 100
    assert "untoc parties" in first.snapshot.figures


async def test_what_another_process_cannot_open_is_told(tmp_path: Path) -> None:
    with pytest.raises(IndexUnavailableError, match="there is no index in"):
        await look_apart(tmp_path, None)
