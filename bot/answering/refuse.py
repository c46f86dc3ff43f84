"""Honest refusals, and the questions that the documents answer instead."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property

from rapidfuzz import fuzz, process, utils

from bot.answering.choose import Choice
from bot.answering.model import Answer
from bot.answering.suggesting import Suggester
from bot.answering.wording import joined
from index.knowledge import Knowledge
from index.language.detection import LanguageDetector
from index.model import Statement

_SUGGESTIONS = 3
# Reasons that speak of what is asked and not of what the documents hold: whatever is
# nearest then is far.
_ELSEWHERE = frozenset(
    {
        "off-topic",
        "small-talk",
        "empty",
        "feedback",
        "instructions",
        "distress",
        "wrongdoing",
        "writing",
        "personal-data",
        "opinion",
    }
)
# A choice less likely than this is as good as any other question; from the other on
# it is as likely as not what was meant.
_LEAST, _MEANT = 0.35, 0.5
# Of 100: how alike the words of a question and of an example must be.
_ALIKE = 65
_PLAIN = 20

_Suggested = tuple[Statement, str]


class Refuser:
    """Words refusals in one language."""

    def __init__(
        self, knowledge: Knowledge, code: str, detector: LanguageDetector
    ) -> None:
        """Take the replies of one language, and what can be asked instead."""
        self._suggester = Suggester(knowledge, code, detector)
        self._statements = knowledge.statements
        self._language = knowledge.vocabulary.languages[code]
        self._code = code

    def refuse(
        self,
        question: str,
        *,
        reason: str,
        near: Sequence[Choice] = (),
        about: Sequence[str] = (),
    ) -> Answer:
        """Say why there is no answer, and suggest what was perhaps meant.

        Args:
            question: The question as it was asked.
            reason: Which reply to give, one of the keys `reply_...` of the words.
            near: What came nearest to an answer, the nearest first.
            about: The entities that the question names.
        """
        replies = self._language.words
        reply = replies.get(f"reply_{reason}", replies["reply_unknown"])
        confidence = near[0].confidence if near else 0.0
        found = self._nearest(question, near, about, reason)
        is_first_near = bool(near and found) and found[0][0] in near[0].statements
        return Answer(
            question=question,
            language=self._code,
            answered=False,
            headline=joined(reply),
            confidence=round(confidence, 3),
            suggestions=tuple(asked for _, asked in found),
            is_near=is_first_near and confidence >= _MEANT,
        )

    @cached_property
    def _questions(self) -> Mapping[str, Mapping[str, str]]:
        """What each statement, by its id, can be asked for, and the words of it.

        It takes a while to tell their languages, which waits for the first refusal.
        """
        return {
            statement.id: {
                asked: utils.default_process(asked)
                for asked in self._suggester.suggestions(statement)
            }
            for statement in self._statements
        }

    @cached_property
    def _asked(self) -> Sequence[tuple[Statement, str, str]]:
        return [
            (s, *q) for s in self._statements for q in self._questions[s.id].items()
        ]

    def _nearest(
        self, question: str, near: Sequence[Choice], about: Sequence[str], reason: str
    ) -> Sequence[_Suggested]:
        """Give a few questions, the nearest first, each of another fact."""
        unlike: dict[tuple[str, str], _Suggested] = {}
        for found in self._candidates(question, near, about, reason):
            if len(unlike) == _SUGGESTIONS:
                break
            unlike.setdefault((found[0].relation, found[0].entity), found)
        return tuple(unlike.values())

    def _candidates(
        self, question: str, near: Sequence[Choice], about: Sequence[str], reason: str
    ) -> Iterator[_Suggested]:
        if reason not in _ELSEWHERE:
            words = utils.default_process(question)
            for choice in near:
                if choice.confidence >= _LEAST:
                    yield from self._best_first(choice.statements, words)
            of_entities = (s for s in self._statements if s.entity in about)
            yield from self._best_first(of_entities, words)
            yield from self._alike(words)
        yield from self._suggester.starters()

    def _best_first(
        self, statements: Iterable[Statement], words: str
    ) -> Iterator[_Suggested]:
        """Yield for each statement what of it is most like the question."""
        found = []
        for statement in statements:
            # The first example is the plainest one.
            asked = enumerate(self._questions[statement.id].items())
            scored = [
                (_likeness(q, words) + _PLAIN * (not i), a) for i, (a, q) in asked
            ]
            if scored:
                found.append((statement, *max(scored)))
        ranked = sorted(found, key=lambda one: -one[1])
        return ((statement, question) for statement, _, question in ranked)

    def _alike(self, words: str) -> Iterator[_Suggested]:
        """Yield what is asked in much the same words."""
        alike = process.extract(
            words,
            [prepared for _, _, prepared in self._asked],
            scorer=fuzz.token_sort_ratio,
            score_cutoff=_ALIKE,
            limit=_SUGGESTIONS,
        )
        return (self._asked[at][:2] for _, _, at in alike)


def _likeness(words: str, others: str) -> float:
    return fuzz.token_set_ratio(words, others) + fuzz.token_sort_ratio(words, others)
