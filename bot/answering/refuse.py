"""Honest refusals, and the questions that the documents answer instead."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from itertools import chain

import numpy as np
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
    def _questions(self) -> Mapping[str, Sequence[tuple[str, str]]]:
        """What each statement, by its id, can be asked for, and the words of it.

        It takes a while to tell their languages, which waits for the first refusal.
        """
        return {
            statement.id: [
                (asked, _words(asked))
                for asked in dict.fromkeys(self._suggester.suggestions(statement))
            ]
            for statement in self._statements
        }

    @cached_property
    def _asked(self) -> Sequence[_Suggested]:
        """What any statement can be asked for, one place for each of `_all_words`."""
        return [(s, q) for s in self._statements for q, _ in self._questions[s.id]]

    @cached_property
    def _all_words(self) -> Sequence[str]:
        return [w for s in self._statements for _, w in self._questions[s.id]]

    @cached_property
    def _of_entities(self) -> Mapping[str, Sequence[int]]:
        """The places of the statements about each entity."""
        places: defaultdict[str, list[int]] = defaultdict(list)
        for place, statement in enumerate(self._statements):
            places[statement.entity].append(place)
        return places

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
            words = _words(question)
            for choice in near:
                if choice.confidence >= _LEAST:
                    yield from self._best_first(choice.statements, words)
            found = (self._of_entities.get(entity, ()) for entity in set(about))
            places = sorted(chain.from_iterable(found))
            yield from self._best_first([self._statements[i] for i in places], words)
            yield from self._alike(words)
        yield from self._suggester.starters

    def _best_first(
        self, statements: Iterable[Statement], words: str
    ) -> Iterator[_Suggested]:
        """Yield for each statement what of it is most like the question."""
        asked = [(s, self._questions[s.id]) for s in statements]
        likeness = iter(_likeness(words, [w for _, some in asked for _, w in some]))
        found = []
        for statement, questions in asked:
            # The first example is the plainest one.
            scored = [
                (next(likeness) + _PLAIN * (not i), question)
                for i, (question, _) in enumerate(questions)
            ]
            if scored:
                found.append((statement, *max(scored)))
        ranked = sorted(found, key=lambda one: -one[1])
        return ((statement, question) for statement, _, question in ranked)

    def _alike(self, words: str) -> Iterator[_Suggested]:
        """Yield what is asked in much the same words."""
        alike = process.extract(
            words,
            self._all_words,
            scorer=fuzz.ratio,
            score_cutoff=_ALIKE,
            limit=_SUGGESTIONS,
        )
        return (self._asked[at] for _, _, at in alike)


def _words(text: str) -> str:
    """Give the words of a text in the order of the alphabet.

    The order that they are asked in matters little, and need not be undone again
    for each of the many questions that one is compared with.
    """
    return " ".join(sorted(utils.default_process(text).split()))


def _likeness(words: str, others: Sequence[str]) -> Sequence[float]:
    """Tell how alike, of 200, a question is to others: in order, and as sets."""
    alike = [
        process.cdist([words], others, scorer=scorer, dtype=np.float64)[0]
        for scorer in (fuzz.token_set_ratio, fuzz.ratio)
    ]
    likeness: Sequence[float] = sum(alike).tolist() if others else ()
    return likeness
