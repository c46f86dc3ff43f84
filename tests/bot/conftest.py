"""A small generation made by hand, and a desk that answers from it."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from functools import partial

import pytest

from bot.answering.model import Answer, Citation
from bot.catalogue.model import Guide
from bot.conversation import Desk
from bot.messages import tongue_in
from index.knowledge import Knowledge
from index.language.detection import LanguageDetector
from index.language.mentions import Gazetteer
from index.model import Document, Entity, Passage, Statement, Value, ValueKind
from index.vocabulary import (
    Kind,
    KindWords,
    Language,
    Relation,
    RelationWords,
    Vocabulary,
)
from tests.tongues import ENGLISH

MONTHS = (
    "January February March April May June July August September October November "
    "December"
)

TODAY = date(2005, 8, 1)

RELEASE = Document(
    "release",
    "Conference Concludes Inaugural Session",
    "en",
    "verbatim",
    symbol="UNIS/CP/497",
    date="2004-07-09",
    url="https://example.org/release",
)
DIGEST = Document(
    "page", "The Convention and its Protocols", "en", "digest", date="2007"
)
DOCUMENTS = (RELEASE, DIGEST)


@dataclass(frozen=True, slots=True)
class Found:
    document: str
    passage: str
    locator: str
    snippet: str


@dataclass(slots=True)
class Shelf:
    """A generation that finds a passage for each word that it is told of."""

    knowledge: Knowledge
    generation: str = "20260101T000000Z-00000000"
    passages: dict[str, Sequence[Found]] = field(default_factory=dict)
    kept: dict[str, tuple[Passage, ...]] = field(default_factory=dict)
    respelled: dict[str, str] = field(default_factory=dict)
    is_closed: bool = False

    def search(self, query: str, limit: int) -> Sequence[Found]:
        return self.passages.get(query, ())[:limit]

    def passage(self, passage_id: str) -> Passage | None:
        document = passage_id.partition("#")[0]
        return next((p for p in self.passages_of(document) if p.id == passage_id), None)

    def passages_of(self, document_id: str) -> tuple[Passage, ...]:
        return self.kept.get(document_id, ())

    def respell(self, query: str) -> str | None:
        return self.respelled.get(query)

    def close(self) -> None:
        self.is_closed = True


def passages(document: str, *texts: str) -> tuple[Passage, ...]:
    return tuple(
        Passage(f"{document}#{n}", document, f"paragraph {n}", "", text)
        for n, text in enumerate(texts, start=1)
    )


def state(
    entity: str,
    relation: str,
    kind: ValueKind,
    *parts: str,
    document: str = "page",
    as_of: str | None = None,
    examples: tuple[str, ...] = (),
) -> Statement:
    return Statement(
        id=f"{entity}.{relation}.{document}.{as_of}",
        entity=entity,
        relation=relation,
        value=Value(kind, parts),
        passage=f"{document}#1",
        document=document,
        locator="paragraph 1",
        quote=f"The words on {relation} of {entity}.",
        as_of=as_of,
        examples=examples,
    )


STATEMENTS = (
    state("treaty", "adoption", "date", "2000-11-15"),
    state(
        "treaty",
        "entry-into-force",
        "date",
        "2003-09-29",
        examples=("When did the Convention enter into force?",),
    ),
    state("treaty", "purpose", "text", "It fights <organized> crime & corruption."),
    state(
        "treaty",
        "parties",
        "number",
        "81",
        document="release",
        as_of="2004-07-09",
        examples=("How many parties does the Convention have?",),
    ),
    state("treaty", "parties", "number", "136", as_of="2007"),
    state("arms", "adoption", "date", "2001-05-31"),
    state("arms", "entry-into-force", "date", "2005-07-03"),
    state("arms", "parties", "number", "21", document="release", as_of="2004-07-09"),
    state("session-2", "dates", "interval", "2005-10-10", "2005-10-21"),
    state("session-2", "place", "place", "Vienna"),
    state(
        "session-2",
        "themes",
        "list",
        "national legislation",
        "technical assistance",
        document="release",
        examples=("Which themes did the second session discuss?",),
    ),
    state("session-1", "dates", "interval", "2004-06-28", "2004-07-09"),
    state(
        "session-1", "dates", "interval", "2004-06-28", "2004-07-08", document="release"
    ),
    state("session-1", "place", "place", "Vienna"),
    state("article-18", "heading", "name", "Mutual legal assistance"),
    state("article-18", "provision", "text", "Article 18 asks States to help."),
    state("arms-article-5", "heading", "name", "Criminalization"),
    state("group", "definition", "text", "A group is three or more persons."),
    state("committee", "description", "text", "The Committee drafted it."),
    state("decision-1-1", "description", "text", "Decision 1/1 sets the rules."),
)

KINDS = (
    Kind("instrument"),
    Kind("convention", parent="instrument"),
    Kind("protocol", parent="instrument"),
    Kind("session", numbered=True),
    Kind("article", numbered=True, part_of="treaty", speaks_for_whole=True),
    Kind("arms-article", parent="article", numbered=True, part_of="arms"),
    Kind("term"),
    Kind("body"),
    Kind("decision"),
)
KIND_WORDS = {
    "instrument": KindWords(("instrument",), ("instruments",)),
    "session": KindWords(("session",), ("sessions",), aliases=("session {number}",)),
    "article": KindWords(("article",), ("articles",), aliases=("article {number}",)),
    "body": KindWords(("body",), ("bodies",)),
    "decision": KindWords(("decision",), ("decisions",), pairs=("decision {pair}",)),
}

RELATIONS: dict[str, tuple[ValueKind, str]] = {
    "adoption": ("date", "adoption"),
    "entry-into-force": ("date", "entry into force"),
    "parties": ("number", "States Parties"),
    "purpose": ("text", "purpose"),
    "dates": ("interval", "dates"),
    "place": ("place", "place"),
    "themes": ("list", "themes"),
    "heading": ("name", "heading"),
    "provision": ("text", "provision"),
    "definition": ("text", "definition"),
    "description": ("text", "description"),
}


def _articles(kind: str, whole: str, *numbers: int) -> list[Entity]:
    return [
        Entity(f"{kind}-{n}", kind, {"en": f"{kind} {n}"}, number=n, part_of=whole)
        for n in numbers
    ]


def make_knowledge(*statements: Statement, documents: Sequence[Document]) -> Knowledge:
    entities = (
        Entity(
            "treaty",
            "convention",
            {"en": "the Convention"},
            {"en": ("UNTOC", "Convention")},
        ),
        Entity(
            "arms",
            "protocol",
            {"en": "the Firearms Protocol"},
            {"en": ("Firearms Protocol",)},
            {"en": ("firearms",)},
        ),
        Entity("session-2", "session", {"en": "the second session"}, number=2),
        Entity("session-1", "session", {"en": "the first session"}, number=1),
        *_articles("article", "treaty", 5, 17, 18),
        *_articles("arms-article", "arms", 5),
        Entity(
            "group",
            "term",
            {"en": "an organized criminal group"},
            {"en": ("organized criminal group",)},
        ),
        Entity("committee", "body", {"en": "the Committee"}, {"en": ("Committee",)}),
        Entity("decision-1-1", "decision", {"en": "decision 1/1"}),
    )
    english = Language(
        months={name.lower(): n for n, name in enumerate(MONTHS.split(), start=1)},
        ordinals={"first": 1, "second": 2},
        numbers={"one": 1, "two": 2},
        words=ENGLISH.words.words,
        messages=ENGLISH.texts,
        kinds=KIND_WORDS,
        relations={
            key: RelationWords(label, "{entity} {value}")
            for key, (_, label) in RELATIONS.items()
        },
    )
    vocabulary = Vocabulary(
        kinds={kind.id: kind for kind in KINDS},
        relations={k: Relation(k, kind, ()) for k, (kind, _) in RELATIONS.items()},
        entities={},
        languages={"en": english},
    )
    return Knowledge(
        {document.id: document for document in documents},
        {entity.id: entity for entity in entities},
        statements,
        vocabulary,
    )


@pytest.fixture
def knowledge() -> Knowledge:
    return make_knowledge(*STATEMENTS, documents=DOCUMENTS)


@pytest.fixture
def empty_knowledge() -> Knowledge:
    return make_knowledge(documents=())


@pytest.fixture
def shelf(knowledge: Knowledge) -> Shelf:
    return Shelf(knowledge)


@pytest.fixture
def citation() -> Citation:
    return Citation(
        document="page",
        symbol="UNIS/CP/497",
        title="The Convention and its Protocols",
        date="2004-07-09",
        locator="paragraph 6",
        url="https://example.org/page",
        snippet="It entered into force on 3 July 2005.",
        form="digest",
        passage="page#6",
    )


@pytest.fixture
def answer(citation: Citation) -> Answer:
    return Answer(
        question="When?",
        language="en",
        answered=True,
        headline="It entered into force on 3 July 2005.",
        confidence=0.9,
        as_of="2007",
        note="Sources agree.",
        citations=(citation,),
    )


@dataclass(slots=True)
class Clerk:
    """Answers everything alike, and remembers what was asked."""

    answer: Answer
    detector: LanguageDetector
    knowledge: Knowledge
    today: date = TODAY
    asked: list[tuple[str, tuple[str, ...]]] = field(default_factory=list)
    claimed: list[str] = field(default_factory=list)
    spoken: list[str | None] = field(default_factory=list)
    prepared: tuple[str, ...] = ()

    def prepare(self, codes: Iterable[str], /) -> None:
        self.prepared = tuple(codes)

    def ask(
        self, question: str, history: Sequence[str] = (), code: str | None = None, /
    ) -> Answer:
        self.asked.append((question, tuple(history)))
        self.spoken.append(code)
        return replace(self.answer, question=question)

    def verify(
        self, claim: str, history: Sequence[str] = (), code: str | None = None, /
    ) -> Answer:
        self.claimed.append(claim)
        self.spoken.append(code)
        return replace(self.answer, question=claim, headline="Supported.")

    def names(self, code: str, /) -> Gazetteer:
        return gazetteer_of(self.knowledge, code)


def gazetteer_of(knowledge: Knowledge, code: str) -> Gazetteer:
    return Gazetteer(knowledge.vocabulary, knowledge.entities, code)


@pytest.fixture
def detector(knowledge: Knowledge) -> LanguageDetector:
    return LanguageDetector(knowledge.vocabulary.languages)


@pytest.fixture
def clerk(answer: Answer, detector: LanguageDetector, knowledge: Knowledge) -> Clerk:
    return Clerk(answer, detector, knowledge)


def guide_of(shelf: Shelf, code: str = "en") -> Guide:
    languages = shelf.knowledge.vocabulary.languages
    return Guide(
        shelf,
        tongue_in(languages, code),
        LanguageDetector(languages),
        partial(gazetteer_of, shelf.knowledge),
        TODAY,
    )


@pytest.fixture
def guide(shelf: Shelf) -> Guide:
    return guide_of(shelf)


def desk_of(shelf: Shelf, clerk: Clerk) -> Desk:
    return Desk(
        shelf,
        clerk.ask,
        clerk.verify,
        clerk.detector,
        partial(gazetteer_of, shelf.knowledge),
        clerk.today,
    )


@pytest.fixture
def desk(shelf: Shelf, clerk: Clerk) -> Desk:
    return desk_of(shelf, clerk)
