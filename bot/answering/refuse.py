"""Honest refusals, and the questions that the documents answer instead."""

from collections.abc import Iterable, Sequence

from bot.answering.choose import Choice
from bot.answering.facts import Facts
from bot.answering.model import Answer
from bot.answering.wording import joined
from index.vocabulary import Language

_SUGGESTIONS = 3


class Refuser:
    """Words refusals in one language."""

    def __init__(self, facts: Facts, language: Language, code: str) -> None:
        """Take the replies of one language."""
        self._language = language
        self._code = code
        self._examples = tuple(
            s.examples[0] for s in facts.by_id.values() if s.examples
        )

    def refuse(
        self, question: str, *, reason: str, near: Sequence[Choice] = ()
    ) -> Answer:
        """Say why there is no answer, and suggest what was perhaps meant.

        Args:
            question: The question as it was asked.
            reason: Which reply to give, one of the keys `reply_...` of the words.
            near: What came nearest to an answer, the nearest first.
        """
        replies = self._language.words
        reply = replies.get(f"reply_{reason}", replies["reply_unknown"])
        confidence = near[0].confidence if near else 0.0
        return Answer(
            question=question,
            language=self._code,
            answered=False,
            headline=joined(reply),
            confidence=round(confidence, 3),
            suggestions=self._suggestions(near),
        )

    def _suggestions(self, near: Iterable[Choice]) -> tuple[str, ...]:
        nearest = (
            statement.examples[0]
            for choice in near
            for statement in choice.statements
            if statement.examples
        )
        return tuple(dict.fromkeys((*nearest, *self._examples)))[:_SUGGESTIONS]
