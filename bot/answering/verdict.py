"""Yes, no, or a correction of what a question takes for granted."""

from collections.abc import Sequence
from datetime import date

from bot.answering.evidence import Evidence
from bot.answering.question import Question
from bot.answering.said import Said, of_time
from bot.answering.spans import span_of_value
from bot.answering.timing import agrees
from index.model import Statement
from index.vocabulary import Language


class Judge:
    """Judges questions that ask for a yes or no, or take something for granted."""

    def __init__(self, evidence: Evidence, language: Language, today: date) -> None:
        """Take what tells whether words are borne out, and the day that is now."""
        self._evidence = evidence
        self._language = language
        self._today = today

    def verdict(self, question: Question, said: Sequence[Said]) -> str:
        """Give which words begin the answer: `yes`, `no`, `correction` or none.

        `said` is all that was chosen. A verdict is given only where everything
        that the question names is accounted for.
        """
        if not self._is_accounted_for(question, said):
            return ""
        statements = [one.statement for one in said]
        if not question.is_polar:
            is_false = any(agrees(s, question) is False for s in statements)
            return "correction" if is_false and question.entities else ""
        found = [self._agrees(statement, question) for statement in statements]
        if None not in found and self._has_no_more_words(question, statements):
            return "yes" if any(found) else "no"
        if len(said) == 1 and self._is_borne_out(question, statements[0]):
            return "yes"
        return "no" if False in found else ""

    def _is_accounted_for(self, question: Question, said: Sequence[Said]) -> bool:
        return all(one.is_of_time for one in said) and all(
            any(
                self._evidence.speaks_of(one.statement, entity)
                or self._evidence.names_other(one.statement, entity)
                for one in said
            )
            for entity in question.entities
        )

    def _agrees(self, statement: Statement, question: Question) -> bool | None:
        """Tell whether the values and entities named are the statement's."""
        if any(
            self._evidence.names_other(statement, entity)
            for entity in question.entities
            if entity != statement.entity
        ):
            return False
        return agrees(statement, question)

    def _has_no_more_words(
        self, question: Question, statements: Sequence[Statement]
    ) -> bool:
        return not any(self._evidence.missing(question, s) for s in statements)

    def _is_borne_out(self, question: Question, statement: Statement) -> bool:
        """Tell whether a statement is what the question asks to be confirmed.

        A date bears out that something has happened once it is past, a number
        only itself, and words bear out the words of the question.
        """
        narrowed = of_time(statement, question, self._language)
        if question.is_negated or question.places or not question.content:
            return False
        if question.times and narrowed is statement:
            return False
        match statement.value.kind:
            case "date" | "interval":
                is_past = span_of_value(statement.value).first <= self._today
                return is_past and self._has_no_more_words(question, [statement])
            case "number":
                return False
            case _:
                return self._evidence.bears_out(statement, question)
