"""What is known of a treaty that never was, and the pieces that it is made of."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from bot.answering.choose import Choice
from bot.answering.respondent import Respondent
from bot.answering.weights import WEIGHTS
from index.knowledge import Knowledge
from index.language.detection import LanguageDetector
from index.model import Document, Entity, Statement, Value, ValueKind
from index.questions.training import Training, learn, train
from index.search import Hit
from index.vocabulary import (
    Kind,
    KindWords,
    Language,
    Relation,
    RelationWords,
    Vocabulary,
)

TODAY = date(2016, 6, 1)

RELEASE = Document(
    "release", "The Council rises", "en", "verbatim", symbol="HC/1/9", date="2014-06-10"
)
PAGE = Document("page", "Harbours of the world", "en", "digest", date="2016")

KINDS = {
    kind.id: kind
    for kind in (
        Kind("treaty"),
        Kind("term"),
        Kind("protocol", parent="treaty"),
        Kind("council"),
        Kind("session", numbered=True, part_of="council"),
        Kind("article", numbered=True, part_of="harbour", speaks_for_whole=True),
        Kind("lamps-article", parent="article", numbered=True, part_of="lamps"),
    )
}
KIND_WORDS = {
    "treaty": KindWords(("treaty",), ("treaties",)),
    "protocol": KindWords(("protocol",), ("protocols",)),
    "council": KindWords(("council",), ("councils",)),
    "session": KindWords(
        ("session",),
        ("sessions",),
        "the {ordinal} session",
        ("{ordinal} session", "session {number}"),
    ),
    "article": KindWords(("article",), ("articles",), aliases=("article {number}",)),
}
ENTITIES = {
    "harbour": Entity(
        "harbour",
        "treaty",
        {"en": "the Harbour Treaty"},
        aliases={"en": ("Harbour Treaty",)},
        hints={"en": ("harbours",)},
        default_topic=True,
    ),
    "lamps": Entity(
        "lamps",
        "protocol",
        {"en": "the Lamp Protocol"},
        aliases={"en": ("Lamp Protocol", "Protocol on Lamps")},
        hints={"en": ("lamps", "lanterns")},
        part_of="harbour",
    ),
    "pilots": Entity(
        "pilots",
        "protocol",
        {"en": "the Pilot Protocol"},
        aliases={"en": ("Pilot Protocol",)},
        hints={"en": ("pilots",)},
        part_of="harbour",
    ),
    "council": Entity(
        "council",
        "council",
        {"en": "the Harbour Council"},
        aliases={"en": ("Harbour Council",)},
    ),
}
SESSIONS = {
    f"session-{number}": Entity(
        f"session-{number}",
        "session",
        {"en": f"the {ordinal} session"},
        number=number,
        part_of="council",
    )
    for number, ordinal in ((1, "first"), (2, "second"), (3, "third"))
}
ARTICLES = {
    article: Entity(article, kind, {"en": name}, number=2, part_of=whole)
    for article, kind, name, whole in (
        ("article-2", "article", "article 2 of the Harbour Treaty", "harbour"),
        ("lamps-article-2", "lamps-article", "article 2 of the Lamp Protocol", "lamps"),
    )
}
# A term that shares its hints with a protocol; only tests of such names know it.
LANTERN = Entity(
    "lantern", "term", {"en": "the lantern"}, hints={"en": ("lanterns", "storm lamps")}
)
RELATIONS = {
    relation.id: relation
    for relation in (
        Relation("entry-into-force", "date", ("treaty",)),
        Relation("signature", "date", ("treaty",)),
        Relation(
            "wait", "text", ("treaty",), between=("signature", "entry-into-force")
        ),
        Relation("parties", "number", ("treaty",), as_of=True),
        Relation("purpose", "text", ("treaty",)),
        Relation("depositary", "name", ("treaty",)),
        Relation("dates", "interval", ("session",)),
        Relation("place", "place", ("session",)),
        Relation("themes", "list", ("session",)),
        Relation("delegations", "number", ("session",)),
    )
}
RELATION_WORDS = {
    "entry-into-force": RelationWords(
        "entry into force",
        "{entity} entered into force on {value}.",
        planned="{entity} was to enter into force on {value}.",
        questions=(
            "When did {entity} enter into force?",
            "When did {entity} take effect?",
            "Did {entity} enter into force in {date}?",
            "Did {entity} enter into force?",
            "Which protocol entered into force on {date}?",
        ),
    ),
    "signature": RelationWords(
        "signature",
        "{entity} was signed on {value}.",
        questions=("When was {entity} signed?", "signature of {entity}"),
    ),
    "wait": RelationWords(
        "wait",
        "{value}",
        questions=("How long did {entity} take to enter into force?",),
    ),
    "parties": RelationWords(
        "parties",
        "As of {as_of}, {entity} had {value} parties.",
        questions=(
            "How many parties does {entity} have?",
            "How many parties did {entity} have in {date}?",
            "Does {entity} have 40 parties?",
        ),
    ),
    "purpose": RelationWords(
        "purpose",
        "{value}",
        questions=("What is the purpose of {entity}?", "What does {entity} aim at?"),
    ),
    "depositary": RelationWords(
        "depositary",
        "The depositary of {entity} is {value}.",
        questions=("Who is the depositary of {entity}?",),
    ),
    "dates": RelationWords(
        "dates",
        "{entity} took place on {value}.",
        planned="{entity} was planned for {value}.",
        questions=(
            "When was {entity} held?",
            "When does {entity} meet?",
            "How long did {entity} last?",
            "Was {entity} held in {date}?",
        ),
    ),
    "place": RelationWords(
        "place",
        "The place of {entity} is {value}.",
        questions=(
            "Where was {entity} held?",
            "When and where was {entity} held?",
            "Was {entity} held in {place}?",
        ),
    ),
    "themes": RelationWords(
        "themes",
        "The themes of {entity} are:",
        questions=(
            "Which themes does {entity} discuss?",
            "How many themes does {entity} discuss?",
            "Does {entity} discuss tides?",
        ),
    ),
    "delegations": RelationWords(
        "delegations",
        "{entity} had {value} delegations.",
        questions=("How many delegations came to {entity}?",),
    ),
}
REFUSALS = {
    "off-topic": ("Who won the football match?", "What is the weather today?"),
    "small-talk": ("Hello", "Good morning"),
}


def state(
    entity: str,
    relation: str,
    kind: ValueKind,
    *parts: str,
    quote: str = "",
    document: str = "page",
    as_of: str | None = None,
    examples: tuple[str, ...] = (),
) -> Statement:
    """Make a statement; without a quote it quotes the names of its parts."""
    return Statement(
        id=".".join(filter(None, (entity, relation, document, as_of, *parts[:1]))),
        entity=entity,
        relation=relation,
        value=Value(kind, parts),
        passage=f"{document}#1",
        document=document,
        locator="paragraph 1",
        quote=quote or f"{entity} {relation} {' '.join(parts)}.",
        as_of=as_of,
        examples=examples,
    )


STATEMENTS = (
    state(
        "harbour",
        "entry-into-force",
        "date",
        "2010-05-02",
        quote="The Harbour Treaty entered into force on 2 May 2010.",
        examples=("When did the Harbour Treaty enter into force?",),
    ),
    state(
        "harbour",
        "parties",
        "number",
        "40",
        quote="On 1 June 2011 the Harbour Treaty had 40 parties.",
        document="release",
        as_of="2011-06-01",
    ),
    state(
        "harbour",
        "parties",
        "number",
        "55",
        quote="On 10 June 2014 the Harbour Treaty had 55 parties.",
        document="release",
        as_of="2014-06-10",
        examples=("How many parties does the Harbour Treaty have?",),
    ),
    state(
        "harbour",
        "purpose",
        "text",
        "The Harbour Treaty keeps the peace in ports.",
        quote="The Harbour Treaty keeps the peace in ports.",
    ),
    state(
        "lamps",
        "entry-into-force",
        "date",
        "2012-03-04",
        quote="The Lamp Protocol entered into force on 4 March 2012.",
    ),
    state(
        "lamps",
        "entry-into-force",
        "date",
        "2012",
        quote="The Lamp Protocol came into force in 2012.",
        document="release",
    ),
    state(
        "pilots",
        "entry-into-force",
        "date",
        "2019-01-01",
        quote="The Pilot Protocol enters into force on 1 January 2019.",
    ),
    state(
        "session-1",
        "dates",
        "interval",
        "2014-06-02",
        "2014-06-10",
        quote="The first session took place in Porto on 2-10 June 2014.",
        document="release",
    ),
    state(
        "session-1",
        "dates",
        "interval",
        "2014-06-02",
        "2014-06-09",
        quote="The first session was held from 2 to 9 June 2014.",
    ),
    state(
        "session-1",
        "place",
        "place",
        "Porto",
        quote="The first session took place in Porto on 2-10 June 2014.",
        document="release",
    ),
    state(
        "session-1",
        "themes",
        "list",
        "tides",
        "grain ships",
        quote="The themes of the first session were: tides; and grain ships.",
    ),
    state(
        "session-2",
        "dates",
        "interval",
        "2015-10-10",
        "2015-10-21",
        quote="The second session met in Lisbon on 10-21 October 2015.",
    ),
    state(
        "session-2",
        "place",
        "place",
        "Lisbon",
        quote="The second session met in Lisbon on 10-21 October 2015.",
    ),
    state(
        "session-3",
        "dates",
        "interval",
        "2018-05-14",
        "2018-05-18",
        quote="The third session will be held on 14-18 May 2018.",
    ),
)
# What there is to reckon with: dates to the day, and figures of common days.
CHRONICLE = (
    state("harbour", "signature", "date", "2001-12-12"),
    state("harbour", "entry-into-force", "date", "2010-05-02"),
    state("lamps", "signature", "date", "2011-01-31"),
    state("lamps", "entry-into-force", "date", "2012-03-04"),
    state("pilots", "signature", "date", "2015"),
    state("pilots", "entry-into-force", "date", "2019-01-01"),
    state("harbour", "parties", "number", "40", as_of="2011-06-01"),
    state("harbour", "parties", "number", "55", as_of="2014-06-10"),
    state("harbour", "parties", "number", "60", as_of="2016-01-01"),
    state("lamps", "parties", "number", "12", as_of="2011-06-01"),
    state("lamps", "parties", "number", "21", as_of="2014-06-10"),
    state("pilots", "parties", "number", "7", as_of="2014-06-10"),
    state("session-1", "dates", "interval", "2014-06-02", "2014-06-10"),
    state("session-2", "dates", "interval", "2015-10-10", "2015-10-21"),
    state("session-3", "dates", "interval", "2018-05-14", "2018-05-18"),
    state("session-1", "delegations", "number", "30"),
    state("session-2", "delegations", "number", "45"),
    state("session-3", "delegations", "number", "1200"),
    state("session-1", "themes", "list", "tides", "grain ships"),
    state("session-2", "themes", "list", "fog", "ice", "whales"),
)
# What a passage says beside its statements: only a quotation can answer with it.
BESIDE = "Every keeper of a lighthouse signs the book of storms at dusk."


def only(entity: str, relation: str, document: str = "") -> Statement:
    """Pick the statement of STATEMENTS that is meant."""
    (found,) = (
        s
        for s in STATEMENTS
        if (s.entity, s.relation) == (entity, relation) and document in {"", s.document}
    )
    return found


def choice(*statements: Statement, confidence: float = 0.9) -> Choice:
    """Choose statements of one relation, whatever spoke for them."""
    relation = RELATIONS[statements[0].relation]
    return Choice(relation, statements, confidence, "named", WEIGHTS)


def passage_text(document: str, statements: Sequence[Statement] = STATEMENTS) -> str:
    quotes = dict.fromkeys(s.quote for s in statements if s.document == document)
    return " ".join((*quotes, BESIDE))


def know(
    english: Language, *statements: Statement, more: Sequence[Entity] = ()
) -> Knowledge:
    """Put the invented facts into shipped words: stop words, months, openings.

    `more` are entities that only some tests know.
    """
    language = replace(
        english,
        kinds=KIND_WORDS,
        relations=RELATION_WORDS,
        refusals=REFUSALS,
        synonyms={},
    )
    listed = ENTITIES | {entity.id: entity for entity in more}
    vocabulary = Vocabulary(KINDS, RELATIONS, listed, {"en": language})
    documents = {document.id: document for document in (RELEASE, PAGE)}
    entities = {**listed, **SESSIONS, **ARTICLES}
    return Knowledge(documents, entities, statements, vocabulary)


def teach(knowledge: Knowledge) -> Training:
    """Learn to read English questions about what is known."""
    return train(knowledge, "en", learn(knowledge, "en"))


def employ(knowledge: Knowledge, training: Training) -> Respondent:
    """Give who answers in English from what is known."""
    return Respondent(
        knowledge,
        find,
        training=training,
        detector=LanguageDetector(knowledge.vocabulary.languages),
        today=TODAY,
        code="en",
    )


def find(query: str, limit: int) -> tuple[Hit, ...]:
    """Find every passage, as a search does that ranks nothing."""
    texts = {document: passage_text(document) for document in ("release", "page")}
    return tuple(
        Hit(document, f"{document}#1", "paragraph 1", 1.0, text, text)
        for document, text in texts.items()
    )[:limit]
