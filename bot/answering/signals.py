"""What speaks for and against answering a question with a statement."""

from collections.abc import Set
from dataclasses import dataclass, fields
from operator import attrgetter, mul

from bot.answering.evidence import Evidence
from bot.answering.nearness import Nearness
from bot.answering.timing import agrees, asked_span
from index.model import TIMES, Statement
from index.questions.question import Question

# What can be told from any other kind of value for certain.
_TYPED = frozenset({"date", "number", "place"})
# What is asked with its value in the question asks for something else.
_GIVEN_AWAY = frozenset({"number", "place"})


@dataclass(frozen=True, slots=True)
class Signals:
    """Counts and shares, each of which adds to the odds of a right answer.

    `near` is the nearness of the nearest example and `margin` its lead over that of
    other relations; `own` is that of the nearest of the statement's own examples, if
    it has any. `covered` tells that all content is accounted for, `quoted` the
    share of it that stands in the sentence. `refusal` and `unstated` tell how
    much nearer a reason for refusal and a relation without statements are,
    `outdone` that the latter is nearer.

    The next fields count words of the question that the statement leaves
    unaccounted for: unknown ones and those of other questions (everyday ones don't
    matter); `none_shared` tells that it shares no word. `rivals` counts entities
    that could stand in its place. Then come times and places that it does not have,
    a kind of value and a kind of entity that was not asked for (`untyped`: a date, a
    number or a place was), names and other entities (`foreign`) and a noun behind
    "which" or "what" that it does not have.

    `unconfirmed` tells that a yes or no is asked and no value of the statement
    named, `given_away` that the question says its value, `leans` that no words but
    the question before tell the relation.
    """

    near: float
    margin: float
    covered: float
    quoted: float
    own: float
    refusal: float
    unstated: float
    outdone: float
    unknown_words: float
    other_words: float
    none_shared: float
    rivals: float
    other_time: float
    other_place: float
    misfit: float
    untyped: float
    foreign: float
    other_kind: float
    other_focus: float
    unconfirmed: float
    given_away: float
    leans: float

    def total(self, weights: "Signals") -> float:
        """Add up the signals, each times its weight."""
        products = map(mul, _numbers(self), _numbers(weights))
        return float(sum(products))


# `dataclasses.astuple` copies deeply, which took a fifth of an answer's time.
_numbers = attrgetter(*(field.name for field in fields(Signals)))


def read_signals(
    question: Question,
    statement: Statement,
    *,
    near: float,
    own: float,
    nearness: Nearness,
    fits: bool,
    targets: Set[str],
    evidence: Evidence,
) -> Signals:
    """Compare a question with a statement.

    Args:
        question: What is asked.
        statement: What may answer it.
        near: The nearness of the statement's, or its relation's, best example.
        own: The nearness of the best of the statement's own examples.
        nearness: How near the question is to everything else.
        fits: Whether the kind of value is one that is asked for.
        targets: All entities that the answer will speak of.
        evidence: Tells what the statement accounts for.
    """
    missing = evidence.missing(question, statement)
    # "Is the Conference based on article 23?" is answered by article 32.
    is_corrected = question.is_polar or statement.entity in question.entities
    common = sum(map(evidence.is_common, missing))
    known = sum(evidence.is_known(t) and not evidence.is_common(t) for t in missing)
    strangers = [
        entity
        for entity in question.entities
        if targets.isdisjoint((entity, *question.also(entity)))
        and not evidence.speaks_of(statement, entity)
        and not (is_corrected and evidence.names_other(statement, entity))
    ]
    in_place = sum(evidence.is_rival(statement, entity) for entity in strangers)
    agreed = agrees(statement, question)
    refusal = nearness.refusal[0] - near
    lacking = nearness.lacking - near
    kind = statement.value.kind
    other_kinds = {
        m.kind
        for m in question.mentions
        if m.entity is None
        and not evidence.is_about(statement, m.kind)
        and not evidence.has_words(statement, question.text[m.start : m.end])
    }
    # "The Convention and its Protocols" asks for one as much as for the others.
    is_joined = question.joins_kind and statement.entity in question.entities
    return Signals(
        near=near,
        margin=near - nearness.runner_up(statement.relation),
        covered=not missing,
        quoted=evidence.quoted_share(question, statement),
        own=own,
        refusal=max(refusal, 0.0),
        unstated=max(lacking, 0.0),
        outdone=lacking > 0,
        unknown_words=len(missing) - common - known,
        other_words=known,
        none_shared=bool(missing) and len(missing) == len(question.content),
        rivals=in_place,
        other_time=kind not in TIMES and not _has_time(question, statement, evidence),
        other_place=kind != "place" and not _has_places(question, statement, evidence),
        misfit=not fits,
        untyped=not fits and not _TYPED.isdisjoint(question.expects),
        foreign=sum(map(question.is_name, missing)) + len(strangers) - in_place,
        other_kind=0 if is_joined else len(other_kinds),
        other_focus=question.focus is not None and question.focus in missing,
        unconfirmed=question.is_polar and not agreed,
        given_away=bool(agreed) and not question.is_polar and kind in _GIVEN_AWAY,
        leans=nearness.leans,
    )


def _has_time(question: Question, statement: Statement, evidence: Evidence) -> bool:
    if asked_span(question) is None or statement.as_of is not None:
        return True
    years = {part[:4] for time in question.times for part in time.value.parts}
    return any(evidence.quotes(statement, year) for year in years)


def _has_places(question: Question, statement: Statement, evidence: Evidence) -> bool:
    return all(evidence.quotes(statement, place) for place in question.places)
