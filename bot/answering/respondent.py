"""Answering one question after another in one language."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date
from itertools import islice

from bot.answering.choose import Choice
from bot.answering.claims import pass_verdict
from bot.answering.compose import Composer
from bot.answering.context import Context
from bot.answering.elapsed import Elapsed
from bot.answering.evidence import Evidence
from bot.answering.facts import Facts
from bot.answering.listing import Lister
from bot.answering.merging import united
from bot.answering.model import Answer
from bot.answering.nearness import fits
from bot.answering.quoting import Quoter, Search
from bot.answering.reckoning import Reckoner
from bot.answering.refuse import Refuser
from bot.answering.symbols import SymbolReader
from bot.answering.timing import asked_span
from bot.answering.understanding import (
    LONGEST_QUESTION,
    Interpreter,
    Understood,
    after,
)
from index.knowledge import Knowledge
from index.language.detection import LanguageDetector
from index.questions.question import Question
from index.questions.reader import clean
from index.questions.training import Training

# A sentence must account for nearly all that is asked to be quoted as an answer.
QUOTE_THRESHOLD = 0.78
# What else a question asks for ("and where?") may be less certain, for the first
# answer has shown what it is about.
_BESIDE = 0.1
# From this nearness on, an example of a refusal tells its reason.
_REFUSAL_NEARNESS = 0.5
# What names an entity of ours is hardly off topic.
_REFUSAL_OF_OURS = 0.75
UNKNOWN = "unknown"
UNPROVEN = "claim"
# What is as likely as not what a claim speaks of is shown to its reader.
_RELATED = 0.5
_MOST_CLAIMS = 8


class Respondent:
    """Answers questions in one language from what one generation knows."""

    def __init__(
        self,
        knowledge: Knowledge,
        search: Search,
        *,
        training: Training,
        detector: LanguageDetector,
        today: date,
        code: str,
    ) -> None:
        """Prepare to answer in the language that `training` is of.

        `today` tells what is past and what is yet to come.
        """
        facts = Facts(knowledge)
        evidence = Evidence(facts, knowledge, training=training, code=code)
        self.names = training.gazetteer
        self._facts = facts
        self._today = today
        self._language = knowledge.vocabulary.languages[code]
        self._interpreter = Interpreter(
            knowledge,
            facts,
            evidence=evidence,
            training=training,
            code=code,
            today=today,
        )
        self._quoter = Quoter(
            search,
            language=self._language,
            code=code,
            gazetteer=training.gazetteer,
            thesaurus=training.thesaurus,
        )
        relations = knowledge.vocabulary.relations
        elapsed = Elapsed(
            facts,
            relations,
            training=training,
            evidence=evidence,
            language=self._language,
            today=today,
        )
        lister = Lister(
            facts,
            knowledge.vocabulary.kinds,
            relations=relations,
            language=self._language,
        )
        self._reckoner = Reckoner(
            facts, elapsed, lister=lister, language=self._language
        )
        self._composer = Composer(knowledge, evidence, code=code, today=today)
        self._symbols = SymbolReader(knowledge, code)
        self._refuser = Refuser(knowledge, code, detector)

    def ask(self, question: str, history: Sequence[str] = ()) -> Answer:
        """Answer a question, or refuse it.

        `history` holds the earlier questions of the chat, the oldest first. A
        message of several questions is answered part by part; the answer names
        what cannot be answered, and is a refusal only where nothing can.
        """
        text = clean(question[: 2 * LONGEST_QUESTION])
        if len(text) > LONGEST_QUESTION:
            return self._refuser.refuse(question, reason="too-long")
        context = self._interpreter.context(history)
        answers: list[Answer] = []
        sentences = self._interpreter.sentences(text)
        for sentence, is_asked in sentences:
            parts = self._interpreter.parts(sentence, context)
            if is_asked:
                answers += self._joined(sentence, parts, context)
            if len(sentences) == 1 and not context.entities:
                answers = self._supposed(parts, answers)
            context = replace(after(parts, context), is_scene=not is_asked)
        if not answers:
            return self._refuser.refuse(question, reason="empty")
        return replace(self._composer.combine(answers), question=question)

    def verify(self, claim: str, history: Sequence[str] = ()) -> Answer:
        """Tell whether the documents support a claim, contradict it or are silent.

        It need not be worded as a question. Each fact of it is judged for itself; it
        is supported only if all of them are.
        """
        text = clean(claim[: 2 * LONGEST_QUESTION])
        if len(text) > LONGEST_QUESTION:
            return self._refuser.refuse(claim, reason="too-long")
        context = self._interpreter.context(history)
        answers: list[Answer] = []
        for part in self._interpreter.claims(text):
            understood = self._interpreter.understand(part, context, is_claim=True)
            answers += self._judged(understood, context)
            context = understood.context_after(context)
        if not answers:
            return self._refuser.refuse(claim, reason="empty")
        if len(answers) > _MOST_CLAIMS:
            return self._refuser.refuse(claim, reason="too-long")
        return replace(pass_verdict(answers, self._language), question=claim)

    def _judged(self, understood: Understood, context: Context) -> Sequence[Answer]:
        """Judge a claim, by its place and its time apart where that tells more."""
        whole = self._first(understood)
        if any(answer.verdict for answer in whole):
            return whole
        values = [
            answer
            for value in self._interpreter.values(understood, context)
            for answer in self._first(value)
        ]
        return values if united([answer.verdict for answer in values]) else whole

    def _first(self, understood: Understood) -> Sequence[Answer]:
        return tuple(islice(self._answers(understood), 1))

    def _joined(
        self, sentence: str, parts: Sequence[Understood], context: Context
    ) -> Sequence[Answer]:
        """Answer the questions joined in a sentence one by one, or as one.

        As one where that answers as many: "in which city and on which days was it?"
        """
        answers = [answer for part in parts for answer in self._answers(part)]
        if len(parts) == 1 or all(answer.answered for answer in answers):
            return answers
        as_one = tuple(self._answers(self._interpreter.understand(sentence, context)))
        # What follows a question that is not answered may lean on it.
        is_better = as_one[0].answered and not answers[0].answered
        return as_one if is_better or len(as_one) >= len(parts) else answers

    def _supposed(
        self, parts: Sequence[Understood], answers: list[Answer]
    ) -> list[Answer]:
        """Answer for a default topic what is not answered better as it stands."""
        found, *others = parts
        is_answered = any(answer.answered for answer in answers)
        if others or (is_answered and not found.is_of_any):
            return answers
        supposed = self._interpreter.supposed(found.question)
        if supposed is None or not supposed.is_sure:
            return answers
        if is_answered and supposed.best.confidence <= found.best.confidence:
            return answers
        return [*self._answers(supposed)]

    def _answers(self, understood: Understood) -> Iterator[Answer]:
        """Yield an answer for each kind of value asked for, or one refusal."""
        question = understood.question
        if not question.tokens:
            return
        reason = self._reason_to_refuse(understood)
        answer = self._symbols.introduced(question)
        answer = answer or self._dated(understood) or self._introduced(understood)
        stated = None
        if answer is None:
            answer = self._reckoned(understood)
        if answer is None and reason is None:
            answer = stated = self._composer.answer(question, understood.best)
        answer = answer or self._quoted(question, reason)
        if answer is None and question.is_claim:
            answer = self._related(understood, reason)
        if answer is None:
            is_unknown = reason is None or reason == UNKNOWN
            reason = UNPROVEN if is_unknown and question.is_claim else reason
            yield self._refuser.refuse(
                question.text,
                reason=reason or UNKNOWN,
                near=understood.choices,
                about=question.entities,
            )
            return
        yield answer
        for choice in _beside(question, understood.choices) if stated else ():
            if beside := self._composer.answer(question, choice):
                yield beside

    def _introduced(self, understood: Understood) -> Answer | None:
        """Introduce the one entity of a question that says nothing else.

        "What is X?" is answered by what describes it, if anything does.
        """
        question = understood.question
        asks = question.content or question.expects or question.times or question.places
        is_sure = understood.is_sure and understood.best.way == "named"
        is_described = is_sure and not question.is_bare
        if asks or question.is_polar or is_described or understood.nearness.leans:
            return None
        if len(question.entities) != 1:
            return None
        named = question.entities[0]
        if place := question.places_within.get(named):
            stated = self._facts.at(named, place)
            return self._composer.summary(question, stated) if stated else None
        statements = self._facts.introduction((named, *question.also(named)))
        return self._composer.summary(question, statements) if statements else None

    def _reckoned(self, understood: Understood) -> Answer | None:
        question = understood.question
        choices, about = understood.choices, understood.about
        reckoned = self._reckoner.reckon(question, choices, about)
        return self._composer.reckoned(question, reckoned) if reckoned else None

    def _dated(self, understood: Understood) -> Answer | None:
        """Tell what is dated to the days of a question that names nothing else."""
        question = understood.question
        if understood.nearness.leans:
            return None
        asked = asked_span(question)
        words = self._language.words.get("happenings", ())
        is_open = all(token.norm in words for token in question.content)
        if asked is None or not is_open or question.entities or question.kinds:
            return None
        events = self._facts.dated(asked)
        return self._composer.events(question, events) if events else None

    def _related(self, understood: Understood, reason: str | None) -> Answer | None:
        """Show what comes near a claim though it may not be what is claimed."""
        choices = understood.choices
        if reason != UNKNOWN or not choices or choices[0].confidence < _RELATED:
            return None
        return self._composer.answer(understood.question, choices[0])

    def _quoted(self, question: Question, reason: str | None) -> Answer | None:
        """Quote a sentence, unless there is a reason to refuse altogether."""
        if reason not in {None, UNKNOWN}:
            return None
        quote = self._quoter.best(question)
        if quote is None or quote.confidence < QUOTE_THRESHOLD:
            return None
        return self._composer.quote(question, quote)

    def _reason_to_refuse(self, understood: Understood) -> str | None:
        asked = asked_span(understood.question)
        is_to_come = asked is not None and asked.first > self._today
        if understood.choices and understood.best.relation.as_of and is_to_come:
            return "prediction"
        if understood.is_sure:
            return None
        near, reason = understood.nearness.refusal
        nearer = understood.nearness.lacking
        least = _REFUSAL_OF_OURS if understood.question.entities else _REFUSAL_NEARNESS
        return reason if near >= max(least, nearer) else UNKNOWN


def _beside(question: Question, choices: Sequence[Choice]) -> Iterator[Choice]:
    """Yield the best choice for each further kind of value that is asked for."""
    first, *others = choices
    entities = {statement.entity for statement in first.statements}
    for kind in question.expects:
        if not fits(first.relation, (kind,)):
            yield from [
                choice
                for choice in others
                if choice.confidence >= _BESIDE
                and fits(choice.relation, (kind,))
                and entities & {statement.entity for statement in choice.statements}
            ][:1]
