"""Honest refusals, and the questions that the documents answer instead."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import islice

from bot.answering.choose import Choice
from bot.answering.model import Answer
from bot.answering.suggesting import Suggester
from bot.answering.wording import joined
from index.knowledge import Knowledge
from index.language.detection import LanguageDetector
from index.model import Statement

_SUGGESTIONS = 3


class Refuser:
    """Words refusals in one language."""

    def __init__(
        self, knowledge: Knowledge, code: str, detector: LanguageDetector
    ) -> None:
        """Take the replies of one language, and what to suggest."""
        self._suggester = Suggester(knowledge, code, detector)
        self._language = knowledge.vocabulary.languages[code]
        self._code = code
        self._examples = tuple(islice(self._asked(knowledge.statements), _SUGGESTIONS))

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
        nearest = self._asked(s for choice in near for s in choice.statements)
        return tuple(dict.fromkeys((*nearest, *self._examples)))[:_SUGGESTIONS]

    def _asked(self, statements: Iterable[Statement]) -> Iterator[str]:
        found = map(self._suggester.suggestion, statements)
        return (asked for asked in dict.fromkeys(found) if asked)
