"""What one generation holds that another did not, in numbers and names."""

import hashlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

import msgspec

from bot.answering.model import Answer
from bot.messages import LANGUAGE, Tongue
from index.knowledge import Knowledge
from index.library import Library, open_library
from index.model import Passage, Statement

_NAMED = 10  # documents and figures that are named; of the others only the number


@dataclass(frozen=True, slots=True)
class Snapshot:
    """What is compared: a digest of each document, the newest value of each figure.

    A figure is a number that is stated of an entity, as in `untoc parties`.
    """

    documents: Mapping[str, str]
    figures: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure that is another one now; `names` say of what, by language."""

    names: Mapping[str, str]
    before: str
    now: str


@dataclass(frozen=True, slots=True)
class Changes:
    """What differs: titles of documents, and figures."""

    new: tuple[str, ...] = ()
    changed: tuple[str, ...] = ()
    gone: int = 0
    figures: tuple[Figure, ...] = ()

    def __bool__(self) -> bool:
        """Tell whether anything differs."""
        return bool(self.new or self.changed or self.gone or self.figures)


@dataclass(frozen=True, slots=True)
class Notice:
    """What subscribers are told: what a generation brings, or somebody's words."""

    changes: Changes = Changes()
    words: str = ""


@dataclass(frozen=True, slots=True)
class Look:
    """One look at what is published: all it holds, and what is new."""

    snapshot: Snapshot
    changes: Changes


def look_at(index: Path, before: Snapshot | None) -> Look:
    """Compare what is published with what was before; nothing differs from nothing.

    Every passage is read, so that this belongs into a process of its own.

    Raises:
        IndexUnavailableError: There is no generation that can be opened.
    """
    with open_library(index) as library:
        snapshot = snapshot_of(library)
        changes = changes_between(before or snapshot, snapshot, library.knowledge)
        return Look(snapshot, changes)


def snapshot_of(library: Library) -> Snapshot:
    """Take down what a generation holds."""
    knowledge = library.knowledge
    documents = {
        key: _digest(document, library.passages_of(key))
        for key, document in knowledge.documents.items()
    }
    newest: dict[str, Statement] = {}
    for statement in knowledge.statements:
        if statement.value.kind == "number":
            key = f"{statement.entity} {statement.relation}"
            newest[key] = max(newest.get(key, statement), statement, key=_age)
    figures = {key: each.value.parts[0] for key, each in newest.items()}
    return Snapshot(documents, figures)


def changes_between(before: Snapshot, now: Snapshot, known: Knowledge) -> Changes:
    """Tell what differs between two generations, named as the later one knows it."""
    titles = {key: document.title for key, document in known.documents.items()}
    altered = [k for k in now.documents if now.documents[k] != before.documents.get(k)]
    other = [k for k in now.figures if now.figures[k] != before.figures.get(k)]
    return Changes(
        new=tuple(titles[key] for key in altered if key not in before.documents),
        changed=tuple(titles[key] for key in altered if key in before.documents),
        gone=len(before.documents.keys() - now.documents.keys()),
        figures=tuple(
            Figure(_names(key, known), before.figures[key], now.figures[key])
            for key in other
            if key in before.figures
        ),
    )


def tell(changes: Changes, tongue: Tongue) -> Answer:
    """Say what differs: all of it in numbers, and the first of it by name."""
    texts = tongue.texts
    counts = (
        (len(changes.new), texts.news_new_one, texts.news_new),
        (len(changes.changed), texts.news_changed_one, texts.news_changed),
        (changes.gone, texts.news_gone_one, texts.news_gone),
        (len(changes.figures), texts.news_figures_one, texts.news_figures),
    )
    said = [
        (one if count == 1 else many).format(count=count)
        for count, one, many in counts
        if count
    ]
    figures = tuple(
        texts.news_figure.format(
            what=each.names.get(tongue.code, each.names[LANGUAGE]),
            before=each.before,
            now=each.now,
        )
        for each in changes.figures
    )
    named = (*changes.new, *changes.changed)[:_NAMED]
    return Answer(
        question="",
        language=tongue.code,
        answered=bool(changes),
        headline=", ".join(said) or texts.news_none,
        confidence=1.0,
        points=(*named, *figures[:_NAMED]),
    )


def _digest(document: object, passages: Iterable[Passage]) -> str:
    content = msgspec.json.encode((document, list(passages)))
    return hashlib.sha256(content).hexdigest()[:16]


def _age(statement: Statement) -> tuple[str, str]:
    return statement.as_of or "", statement.value.parts[0]


def _names(key: str, known: Knowledge) -> dict[str, str]:
    entity, relation = key.split(" ")
    own = {
        code: f"{known.entities[entity].names[code]}, "
        f"{language.relations[relation].label}"
        for code, language in known.vocabulary.languages.items()
        if code in known.entities[entity].names and relation in language.relations
    }
    return {LANGUAGE: key, **own}
