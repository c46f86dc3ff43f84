"""Honest refusals, and the questions that the documents answer instead."""

from collections.abc import Iterable, Iterator, Sequence

from rapidfuzz import fuzz, process, utils

from bot.answering.choose import Choice
from bot.answering.model import Answer
from bot.answering.suggesting import Suggester
from bot.answering.wording import joined
from index.knowledge import Knowledge
from index.language.detection import LanguageDetector
from index.model import Statement
from index.questions.question import QUESTION_MARKS

_SUGGESTIONS = 3
_KINDS = ("date", "number", "list", "interval", "text", "name", "place")
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
        suggester = Suggester(knowledge, code, detector)
        self._language = knowledge.vocabulary.languages[code]
        self._code = code
        found = ((s, suggester.suggestions(s)) for s in knowledge.statements)
        self._suggested = {s.id: (s, asked) for s, asked in found if asked}
        self._asked = [(s, q) for s, asked in self._suggested.values() for q in asked]
        self._prepared = [utils.default_process(asked) for _, asked in self._asked]
        # To begin with: values of different kinds, those without a date first.
        first: dict[str, _Suggested] = {}
        stated = self._suggested.values()
        for statement, asked in sorted(stated, key=lambda one: bool(one[0].as_of)):
            if asked[0].endswith(QUESTION_MARKS):
                first.setdefault(statement.value.kind, (statement, asked[0]))
        self._starters = tuple(first[kind] for kind in _KINDS if kind in first)

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
            yield from self._best_first(self._about(about), words)
            yield from self._alike(words)
        yield from self._starters

    def _about(self, entities: Iterable[str]) -> Iterator[Statement]:
        wanted = frozenset(entities)
        return (s for s, _ in self._suggested.values() if s.entity in wanted)

    def _best_first(
        self, statements: Iterable[Statement], words: str
    ) -> Iterator[_Suggested]:
        """Yield statements, each with what of it is most like the question."""
        found = []
        for statement in statements:
            _, questions = self._suggested.get(statement.id, (statement, ()))
            # The first example is the plainest one.
            asked = enumerate(questions)
            scored = [(_likeness(q, words) + _PLAIN * (not at), q) for at, q in asked]
            if scored:
                best, question = max(scored)
                found.append((best, statement, question))
        ranked = sorted(found, key=lambda one: -one[0])
        return ((statement, question) for _, statement, question in ranked)

    def _alike(self, words: str) -> Iterator[_Suggested]:
        """Yield what is asked in much the same words."""
        alike = process.extract(
            words,
            self._prepared,
            scorer=fuzz.token_sort_ratio,
            score_cutoff=_ALIKE,
            limit=_SUGGESTIONS,
        )
        return (self._asked[at] for _, _, at in alike)


def _likeness(question: str, words: str) -> float:
    asked = utils.default_process(question)
    return fuzz.token_set_ratio(asked, words) + fuzz.token_sort_ratio(asked, words)
