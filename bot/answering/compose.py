"""From chosen statements to the words of an answer."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from bot.answering.choose import Choice
from bot.answering.evidence import Evidence
from bot.answering.merging import merged, united
from bot.answering.model import Answer, Verdict
from bot.answering.quoting import Quote
from bot.answering.reckoned import Reckoned
from bot.answering.said import Said, asked_back, of_time, say
from bot.answering.sources import Sources
from bot.answering.timing import count_of
from bot.answering.verdict import Judge
from bot.answering.wording import (
    capitalized,
    fill,
    joined,
    name_entity,
    word_count,
    word_items,
    word_statement,
    word_value,
)
from index.knowledge import Knowledge
from index.model import Statement
from index.questions.question import Question

# Dates and names are compared as such, so what is found is what was asked for.
_LISTED_CONFIDENCE = 0.8


class Composer:
    """Words answers in one language."""

    def __init__(
        self, knowledge: Knowledge, evidence: Evidence, *, code: str, today: date
    ) -> None:
        """Take the wordings of one language, and the day that counts as now."""
        self._language = knowledge.vocabulary.languages[code]
        self._evidence = evidence
        self._sources = Sources(knowledge.documents)
        self._judge = Judge(evidence, self._sources, self._language, today)
        self._entities = knowledge.entities
        self._code = code

    def answer(self, question: Question, choice: Choice) -> Answer | None:
        """Answer with the statements of a choice.

        Gives None where the question asks which of them has a value that none has.
        """
        said = say(question, choice)
        shown = asked_back(question, said)
        if not shown:
            return None
        verdict = self._judge.verdict(question, said)
        headline, points = self._worded(question, choice, shown, verdict)
        relied_on = [s for one in shown for s in (one.statement, *one.rivals)]
        return Answer(
            question=question.text,
            language=self._code,
            answered=True,
            headline=headline,
            confidence=round(choice.confidence, 3),
            points=points,
            as_of=self._sources.as_of([one.statement for one in shown]),
            note=self._note(shown),
            citations=self._sources.cite(relied_on),
            verdict=verdict,
        )

    def reckoned(self, question: Question, reckoned: Reckoned) -> Answer:
        """Say what was reckoned, and what it rests on."""
        statements = [one.statement for one in reckoned.said]
        lines = tuple(map(self._line, statements))
        verdict = self._judge.compared(question, statements, reckoned.verdict)
        # What comes first is the answer where nothing else is said of it.
        lead = reckoned.lead or lines[0]
        points = lines if reckoned.lead else lines[1:]
        return Answer(
            question=question.text,
            language=self._code,
            answered=True,
            headline=joined([self._opening(question, verdict), lead]),
            confidence=round(reckoned.confidence, 3),
            points=points,
            as_of=self._sources.as_of(statements),
            note=self._note(reckoned.said),
            citations=self._sources.cite(
                [s for one in reckoned.said for s in (one.statement, *one.rivals)]
            ),
            verdict=verdict,
        )

    def events(self, question: Question, statements: Sequence[Statement]) -> Answer:
        """Say what the documents date to the days that a question names."""
        times = [word_value(time.value, self._language) for time in question.times]
        lead = fill(self._language.words["events"][0], date="; ".join(times))
        return self._listed(question, statements, lead)

    def summary(self, question: Question, statements: Sequence[Statement]) -> Answer:
        """Introduce an entity that is named and of which nothing is asked."""
        return self._listed(question, statements, self._language.words["summary"][0])

    def _listed(
        self, question: Question, statements: Sequence[Statement], lead: str
    ) -> Answer:
        lines = tuple(map(self._line, statements))
        return Answer(
            question=question.text,
            language=self._code,
            answered=True,
            headline=lead if len(lines) > 1 else lines[0],
            confidence=_LISTED_CONFIDENCE,
            points=lines if len(lines) > 1 else (),
            as_of=self._sources.as_of(statements),
            citations=self._sources.cite(statements),
        )

    def quote(self, question: Question, quote: Quote) -> Answer:
        """Answer with a sentence as it stands in a document."""
        citation = self._sources.cite_quote(quote)
        return Answer(
            question=question.text,
            language=self._code,
            answered=True,
            headline=quote.sentence,
            confidence=quote.confidence,
            as_of=citation.date,
            citations=(citation,),
        )

    def combine(self, answers: Sequence[Answer]) -> Answer:
        """Make one answer of the answers to the parts of a question, in their order.

        What could not be answered is named beside what could. Where nothing could,
        the first refusal is given.
        """
        given = [answer for answer in answers if answer.answered]
        if not given:
            return answers[0]
        combined = _combined(given)
        unanswered = [
            fill(self._language.words["unanswered"][0], question=answer.question)
            for answer in answers
            if not answer.answered
        ]
        if not unanswered:
            return combined
        notes = [combined.note or "", *unanswered]
        verdict = united([answer.verdict for answer in answers])
        return replace(combined, note=joined(notes), verdict=verdict)

    def _worded(
        self,
        question: Question,
        choice: Choice,
        shown: Sequence[Said],
        verdict: Verdict | None,
    ) -> tuple[str, tuple[str, ...]]:
        """Give the headline and the points: those of a list, or one an entity."""
        opening = self._opening(question, verdict)
        lines = tuple(dict.fromkeys(self._line(one.statement) for one in shown))
        if len(lines) > 1:
            label = self._language.relations[choice.relation.id].label
            return joined([opening, self._headed(label)]), lines
        statement = of_time(shown[0].statement, question, self._language)
        is_counted = "number" in question.expects or verdict == "correction"
        count = self._count(statement) if is_counted else ""
        headline = joined([opening, count, self._sentence(statement)])
        return headline, self._items(statement)

    def _opening(self, question: Question, verdict: Verdict | None) -> str:
        """Begin with the verdict; on a claim it is passed once, on all its parts."""
        if verdict is None or question.is_claim:
            return ""
        return self._language.words[verdict][0]

    def _sentence(self, statement: Statement) -> str:
        entity = self._entities.get(statement.entity)
        sentence = word_statement(
            statement,
            entity,
            code=self._code,
            language=self._language,
            is_planned=self._sources.is_planned(statement),
        )
        is_named = statement.entity in self._evidence.named_in(statement)
        is_quoted = statement.value.kind == "text" and statement.origin == "extracted"
        if is_named or entity is None or not is_quoted:
            return sentence
        # A document may say "it" where the answer has nothing before it.
        return f"{capitalized(name_entity(entity, self._code))}: {sentence}"

    def _line(self, statement: Statement) -> str:
        """Say a statement in one line, a list with its items."""
        return joined([self._sentence(statement), "; ".join(self._items(statement))])

    def _items(self, statement: Statement) -> tuple[str, ...]:
        """Give the items of a list that its wording only leads in."""
        words = self._language.relations[statement.relation]
        if statement.value.kind != "list" or "{value}" in words.answer:
            return ()
        return word_items(statement.value, self._language)

    def _headed(self, label: str) -> str:
        """Write what stands above a list."""
        heading = self._language.words.get("heading", ("{label}:",))[0]
        return capitalized(fill(heading, label=label))

    def _count(self, statement: Statement) -> str:
        """Begin with how many items a list has."""
        count = count_of(statement.value) if statement.value.kind == "list" else None
        return f"{capitalized(word_count(count, self._language))}." if count else ""

    def _note(self, said: Sequence[Said]) -> str | None:
        words = self._language.words
        notes = [] if all(one.is_of_time for one in said) else [words["no_figure"][0]]
        notes += [
            fill(
                words["rival"][0],
                source=self._sources.name_of(rival),
                statement=self._sentence(rival),
            )
            for one in said
            for rival in one.rivals
        ]
        return joined(notes) or None


def _combined(answers: Sequence[Answer]) -> Answer:
    if len(answers) == 1:
        return answers[0]
    said = [line for answer in answers for line in (answer.headline, *answer.points)]
    if any(answer.points for answer in answers):
        return replace(merged(answers), headline=said[0], points=tuple(said[1:]))
    return replace(merged(answers), headline=joined(said))
