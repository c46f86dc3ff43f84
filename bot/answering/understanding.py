"""What a message asks or claims, part by part, and what may answer each part."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from bot.answering.choose import Choice, Chooser, doubted
from bot.answering.claims import ClaimSplitter
from bot.answering.context import Context
from bot.answering.describing import Describer
from bot.answering.evidence import Evidence
from bot.answering.facts import Facts
from bot.answering.joined import split_joined
from bot.answering.nearness import Nearness, NearnessFinder
from bot.answering.sources import Sources
from bot.answering.targets import LISTED
from bot.answering.weights import SUPPOSED
from bot.answering.wording import name_entity
from index.knowledge import Knowledge
from index.language.sentences import split_sentences
from index.questions.question import QUESTION_MARKS, Question
from index.questions.reader import clean
from index.questions.training import Training

# Below this confidence an answer is refused. Set on the development half of the
# golden questions.
THRESHOLD = 0.78
LONGEST_QUESTION = 1000
_MOST_PARTS = 4
_REMEMBERED_QUESTIONS = 5
# Ways to find what is asked about where other sentences have told what it is about.
_ABOUT_SCENE = frozenset({"named", "quoted", "kind", "topic", "before"})

# Ways that lead to what is named itself.
_ABOUT = frozenset({"named", "within"})
_LABEL = ":"
_CLOSING = f" .!{''.join(QUESTION_MARKS)}"


@dataclass(frozen=True, slots=True)
class Understood:
    """A question, what may answer it, and how near it is to what can be asked.

    `about` are the entities that the chat is about.
    """

    question: Question
    choices: tuple[Choice, ...]
    nearness: Nearness
    about: tuple[str, ...]

    @property
    def best(self) -> Choice:
        """The likeliest choice, where there is one."""
        return self.choices[0]

    @property
    def is_sure(self) -> bool:
        """Whether the likeliest choice may be given for an answer."""
        return bool(self.choices) and self.best.confidence >= THRESHOLD

    @property
    def is_of_any(self) -> bool:
        """Whether one text is given of all that there are, though nothing is named."""
        is_of_all = self.is_sure and self.best.way == "all"
        return is_of_all and self.best.relation.value not in LISTED

    def context_after(self, context: Context) -> Context:
        """Give what a following question may lean on."""
        if self.is_sure:
            question = self.question
            return Context(question.entities, self.best.statements, question.times)
        if self.question.entities:
            return Context(self.question.entities, context.statements)
        return context


class Interpreter:
    """Understands messages in one language."""

    def __init__(
        self,
        knowledge: Knowledge,
        facts: Facts,
        *,
        evidence: Evidence,
        training: Training,
        code: str,
        today: date,
    ) -> None:
        """Take what is known, and what tells which of it words mean."""
        relations = knowledge.vocabulary.relations
        self._language = knowledge.vocabulary.languages[code]
        self._reader = training.reader
        self._splitter = ClaimSplitter(self._language)
        self._describer = Describer(
            facts,
            knowledge.vocabulary.kinds,
            sources=Sources(knowledge.documents),
            naming=training.naming,
            language=self._language,
            code=code,
            today=today,
        )
        finder = NearnessFinder(facts, relations, training.examples)
        self._chooser = Chooser(facts, relations, finder=finder, evidence=evidence)
        self._default_topics = tuple(
            name_entity(entity, code)
            for entity in knowledge.entities.values()
            if entity.default_topic
        )

    def sentences(self, text: str) -> Sequence[tuple[str, bool]]:
        """Cut a message into its sentences, and tell which of them ask.

        Beside a sentence that ends in a question mark, others only set the scene.
        """
        spans = split_sentences(text, self._language.abbreviations)
        sentences = [text[start:end] for start, end in spans][:_MOST_PARTS]
        asking = [s.rstrip("\"') ").endswith(QUESTION_MARKS) for s in sentences]
        return [
            (sentence, asks or not any(asking))
            for sentence, asks in zip(sentences, asking, strict=True)
        ]

    def parts(self, sentence: str, context: Context) -> Sequence[Understood]:
        """Understand the questions joined in a sentence, each after the one before."""
        parts: list[Understood] = []
        joined = split_joined(sentence, self._language, self._names)
        for part in joined[:_MOST_PARTS]:
            understood = self.understand(part, after(parts, context))
            parts.append(understood)
        return parts

    def claims(self, text: str) -> Iterator[str]:
        """Yield what a text claims, one fact after another."""
        for start, end in split_sentences(text, self._language.abbreviations):
            for clause in self._splitter.clauses(self._reader.read(text[start:end])):
                yield from self._splitter.subjects(self._reader.read(clause))

    def values(self, claim: Understood, context: Context) -> Iterator[Understood]:
        """Understand a claim once with its place and once with its time."""
        for value in self._splitter.values(claim.question):
            yield self.understand(value, context, is_claim=True)

    def understand(
        self, text: str, context: Context, *, is_claim: bool = False
    ) -> Understood:
        """Understand one question or, where `is_claim` says so, one claim."""
        text = self._describer.name(text, context.entities)
        read = self._reader.read(text, focus=context.focus)
        if is_claim:
            read = self._reader.as_claim(read)
        choices, nearness = self._chooser.choices(read, context)
        if nearness.leans and context.times and not read.times:
            # "And the other Protocol?" asks of the same day.
            read = replace(read, times=context.times)
            choices, nearness = self._chooser.choices(read, context)
        if context.is_scene and not read.entities:
            # What was said before the question tells what it is about.
            choices = tuple(c for c in choices if c.way in _ABOUT_SCENE)
        return Understood(read, choices, nearness, context.entities)

    def supposed(self, question: Question) -> Understood | None:
        """Understand a question that names nothing as one about a default topic.

        Of several, that which the likeliest answer is about is taken. None is where
        the question has a time, for much may have been then, or a label, which may
        name what is not known: "A/RES/58/4: adopted when?"
        """
        is_open = question.content and not question.entities and not question.times
        if not is_open or _LABEL in question.text:
            return None
        text = question.text.rstrip(_CLOSING)
        understood = (
            self.understand(f"{text} {name}?", Context())
            for name in self._default_topics
        )
        # A mere greeting is gone once something is named beside it.
        asked = (one for one in understood if one.question.content and one.choices)
        about = [one for one in asked if one.best.way in _ABOUT]
        if not about:
            return None
        best = max(about, key=lambda one: one.best.confidence)
        doubtful = tuple(doubted(choice, SUPPOSED) for choice in best.choices)
        return replace(best, choices=doubtful)

    def context(self, history: Sequence[str]) -> Context:
        """Give what a chat has been about, from its questions, the oldest first."""
        context = Context()
        for earlier in history[-_REMEMBERED_QUESTIONS:]:
            for sentence, _ in self.sentences(clean(earlier[:LONGEST_QUESTION])):
                context = after(self.parts(sentence, context), context)
        return replace(context, is_earlier=True)

    def _names(self, text: str) -> bool:
        return bool(self._reader.read(text).entities)


def after(parts: Sequence[Understood], context: Context) -> Context:
    """Give what a question after these may lean on."""
    for part in parts:
        context = part.context_after(context)
    return context
