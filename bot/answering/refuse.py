"""Honest refusals, and the questions that the documents answer instead."""

from collections.abc import Iterable, Iterator, Sequence

from rapidfuzz import fuzz, process, utils

from bot.answering.choose import Choice
from bot.answering.facts import Facts
from bot.answering.model import Answer
from bot.answering.wording import joined
from index.model import Statement
from index.questions.question import QUESTION_MARKS
from index.vocabulary import Language

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

    def __init__(self, facts: Facts, language: Language, code: str) -> None:
        """Take the replies of one language, and what can be asked instead."""
        self._facts = facts
        self._language = language
        self._code = code
        stated = [s for s in facts.by_id.values() if any(_questions(s))]
        self._asked = [(s, question) for s in stated for question in _questions(s)]
        self._prepared = [utils.default_process(asked) for _, asked in self._asked]
        # To begin with: values of different kinds, those without a date first.
        first: dict[str, _Suggested] = {}
        for statement in sorted(stated, key=lambda s: s.as_of is not None):
            asked = next(_questions(statement))
            if asked.endswith(QUESTION_MARKS):
                first.setdefault(statement.value.kind, (statement, asked))
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
                    yield from _best_first(choice.statements, words)
            yield from _best_first(self._about(about), words)
            yield from self._alike(words)
        yield from self._starters

    def _about(self, entities: Iterable[str]) -> Iterator[Statement]:
        wanted = frozenset(entities)
        return (s for s in self._facts.by_id.values() if s.entity in wanted)

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


def _best_first(statements: Iterable[Statement], words: str) -> Iterator[_Suggested]:
    """Yield statements with that example of each which is most like the question."""
    found = []
    for statement in statements:
        asked = enumerate(_questions(statement))
        # The first example is the plainest one.
        scored = [(_likeness(q, words) + _PLAIN * (not at), q) for at, q in asked]
        if scored:
            best, question = max(scored)
            found.append((best, statement, question))
    ranked = sorted(found, key=lambda one: -one[0])
    return ((statement, question) for _, statement, question in ranked)


def _likeness(question: str, words: str) -> float:
    asked = utils.default_process(question)
    return fuzz.token_set_ratio(asked, words) + fuzz.token_sort_ratio(asked, words)


def _questions(statement: Statement) -> Iterator[str]:
    """Yield the examples that read as questions, or all where none does."""
    asked = [e for e in statement.examples if e.endswith(QUESTION_MARKS)]
    yield from asked or statement.examples
