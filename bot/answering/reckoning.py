"""Answers reckoned from several statements: lists, time, extremes, sums, growth."""

from collections.abc import Sequence

from bot.answering.choose import Choice
from bot.answering.elapsed import Elapsed
from bot.answering.facts import Facts
from bot.answering.listing import Lister
from bot.answering.model import Verdict
from bot.answering.ranking import Ranker
from bot.answering.reckoned import Reckoned
from bot.answering.said import one_of
from bot.answering.spans import Span, span_of
from bot.answering.wording import fill, word_figure
from index.model import Statement
from index.questions.question import Question
from index.vocabulary import Language

# A choice is trusted with less than for an answer of its own: that the statements
# are there to be compared confirms it.
_SURE_ENOUGH = 0.5
# A length of time that is stated, and as near as this, is not reckoned.
_STATED = 0.75


class Reckoner:
    """Reckons what questions ask for that no statement says."""

    def __init__(
        self, facts: Facts, elapsed: Elapsed, *, lister: Lister, language: Language
    ) -> None:
        """Take the statements, and who reckons with their dates and lists them."""
        self._facts = facts
        self._language = language
        self._ranker = Ranker(facts, language)
        self._elapsed = elapsed
        self._lister = lister
        self._sums = frozenset(language.words.get("sum", ()))
        self._growth = frozenset(language.words.get("growth", ()))

    def reckon(
        self, question: Question, choices: Sequence[Choice], entities: Sequence[str]
    ) -> Reckoned | None:
        """Reckon an answer, if one is asked for and everything it needs is stated.

        Args:
            question: What is asked.
            choices: What may answer it, the likeliest first.
            entities: What the chat is about.
        """
        if listed := self._lister.listed(question):
            return listed
        best = choices[0] if choices else None
        is_stated = bool(best and best.relation.between and best.confidence > _STATED)
        elapsed = self._elapsed.find(question, entities, is_stated=is_stated)
        if elapsed is not None or best is None:
            return elapsed
        if best.confidence < _SURE_ENOUGH:
            return None
        return (
            self._grown(question, best)
            or self._summed(question, best)
            or self._ranked(question, best)
        )

    def _ranked(self, question: Question, choice: Choice) -> Reckoned | None:
        ranking = self._ranker.rank(question, choice.relation)
        if ranking is None:
            return None
        verdict: Verdict | None = None
        is_open = question.is_negated or ranking.is_either
        if question.is_polar and len(question.entities) > 1 and not is_open:
            verdict = "yes" if ranking.is_first_named else "no"
        is_counted = ranking.lead is not None and "number" in question.expects
        lead = self._counted("lead", ranking.lead or 0) if is_counted else ""
        return Reckoned(lead, ranking.said, choice.confidence, verdict)

    def _summed(self, question: Question, choice: Choice) -> Reckoned | None:
        """Add up the numbers of the entities named, or of those of a kind."""
        is_asked = not self._sums.isdisjoint(question.spoken)
        if not is_asked or choice.relation.value != "number":
            return None
        said = self._ranker.compared(question, choice.relation)
        if len(said) < 2:
            return None
        total = sum(int(one.statement.value.parts[0]) for one in said)
        return Reckoned(self._counted("total", total), said, choice.confidence)

    def _grown(self, question: Question, choice: Choice) -> Reckoned | None:
        """Subtract the figures of two days: how many joined between them."""
        relation, days = choice.relation, _days(question)
        is_asked = relation.as_of and relation.value == "number" and len(days) == 2
        entity, *others = {statement.entity for statement in choice.statements}
        if not is_asked or self._growth.isdisjoint(question.spoken) or others:
            return None
        stated = self._facts.about(relation.id, entity)
        found = [[s for s in stated if _is_of(s, span)] for span in days]
        if not all(found):
            return None
        said = tuple(one_of(relation, each) for each in found)
        before, after = (int(one.statement.value.parts[0]) for one in said)
        if after < before:
            # Figures that fall are left to be read side by side.
            return None
        lead = self._counted("growth_by", after - before)
        return Reckoned(lead, said, choice.confidence)

    def _counted(self, template: str, number: int) -> str:
        figure = word_figure(number, self._language)
        return fill(self._language.words[template][0], number=figure)


def _days(question: Question) -> Sequence[Span]:
    """Give the days named, the two ends of an interval apart."""
    parts = [part for time in question.times for part in time.value.parts]
    return sorted(span_of(part) for part in parts)


def _is_of(statement: Statement, span: Span) -> bool:
    return statement.as_of is not None and span.overlaps(span_of(statement.as_of))
