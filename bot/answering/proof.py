"""Whether a verdict on a claim is proven, word by word."""

from collections.abc import Sequence
from itertools import chain

from bot.answering.evidence import Evidence
from bot.answering.model import Verdict
from bot.answering.ranking import EXTREMES
from bot.answering.sources import Sources
from bot.answering.timing import agrees, asked_span
from index.language.times import find_times
from index.language.tokens import tokenize
from index.model import Statement
from index.questions.question import Question
from index.vocabulary import Language

# A claim that has less of a sentence leaves out what may say otherwise.
_LEAST_OF_SENTENCE = 0.5
# A figure of one day in a time longer than this (days) denies no other figure of it.
_LONG = 31


class Proof:
    """Doubts what is to be called supported or contradicted."""

    def __init__(
        self, evidence: Evidence, sources: Sources, language: Language
    ) -> None:
        """Take the words that weaken, and those that speak of plans."""
        words = language.words
        self._evidence = evidence
        self._language = language
        self._sources = sources
        self._planning = frozenset(words.get("planning", ()))
        self._weakening = frozenset(
            (*words.get("unreal", ()), *words.get("weakening", ()))
        )
        lists = (words.get(name, ()) for name in EXTREMES)
        self._comparing = frozenset(chain.from_iterable(lists))

    def holds(
        self, question: Question, statements: Sequence[Statement], verdict: Verdict
    ) -> bool:
        """Tell whether a verdict stands.

        A plan is no proof that something happened. Of a question the sentence
        beside the verdict shows what is meant; a claim must be met more closely.
        """
        speaks_of_plans = not _words(question.text).isdisjoint(self._planning)
        proving = [
            statement
            for statement in statements
            if verdict != "yes" or agrees(statement, question) is not False
            if speaks_of_plans or not self._sources.is_planned(statement)
        ]
        return any(
            not question.is_claim or self._meets(question, one, verdict)
            for one in proving
        )

    def compares(self, question: Question, statements: Sequence[Statement]) -> bool:
        """Tell whether a claim says no more than how some statements compare."""
        left = [t for s in statements for t in self._evidence.lacking(question, s)]
        is_plain = not self._weak(question.text)
        return is_plain and all(token.norm in self._comparing for token in left)

    def _meets(
        self, question: Question, statement: Statement, verdict: Verdict
    ) -> bool:
        if any(self._evidence.lacking(question, statement)):
            return False
        # "The Protocols entered into force in 2003" speaks of all of them.
        is_counted = statement.value.kind in {"number", "list"}
        if any(m.plural for m in question.mentions) and not is_counted:
            return False
        asked = asked_span(question)
        is_long = asked is not None and (asked.last - asked.first).days > _LONG
        if statement.as_of and verdict == "no" and is_long:
            return False
        weak = self._weak(question.text)
        match statement.value.kind:
            case "text":
                weaker = self._weak(statement.quote)
                least = _LEAST_OF_SENTENCE if verdict == "yes" else 0.0
                told = self._evidence.share_in_order(statement, question)
                return weak == weaker and told >= least
            case "list":
                is_item = self._evidence.has_item(statement, question)
                return not weak and (is_item or bool(question.numbers))
            case _:
                return not weak

    def _weak(self, text: str) -> set[str]:
        """Give the words that weaken a text; "May" of a date is none."""
        for time in reversed(find_times(text, self._language)):
            text = f"{text[: time.start]} {text[time.end :]}"
        return _words(text) & self._weakening


def _words(text: str) -> set[str]:
    return {token.norm for token in tokenize(text, "")}
