"""Yes, no, or a correction of what a question takes for granted."""

from collections.abc import Sequence
from datetime import date

from bot.answering.evidence import Evidence
from bot.answering.model import Verdict
from bot.answering.proof import Proof
from bot.answering.said import Said, of_time
from bot.answering.sources import Sources
from bot.answering.spans import span_of_value
from bot.answering.timing import agrees, count_of
from index.language.tokens import tokenize
from index.model import TIMES, Statement
from index.questions.question import Question
from index.vocabulary import Language


class Judge:
    """Judges questions that ask for a yes or no, or take something for granted."""

    def __init__(
        self, evidence: Evidence, sources: Sources, language: Language, today: date
    ) -> None:
        """Take what tells whether words are borne out, and the day that is now."""
        self._evidence = evidence
        self._sources = sources
        self._language = language
        self._today = today
        self._proof = Proof(evidence, sources, language)

    def verdict(self, question: Question, said: Sequence[Said]) -> Verdict | None:
        """Give which words begin the answer: `yes`, `no`, `correction` or none.

        `said` is all that was chosen. A verdict is given only where everything
        that the question names is accounted for.
        """
        statements = [one.statement for one in said]
        if not self._is_accounted_for(question, said):
            return None
        if question.is_polar:
            verdict = self._confirmed(question, statements)
            is_proven = verdict and self._proof.holds(question, statements, verdict)
            return verdict if is_proven else None
        is_false = any(
            agrees(statement, question) is False and _is_decidable(statement, question)
            for statement in statements
        )
        # "After 1999, when did it ...?" takes no date for granted.
        is_taken_for_granted = question.entities and question.bound is None
        return "correction" if is_false and is_taken_for_granted else None

    def compared(
        self, question: Question, statements: Sequence[Statement], found: Verdict | None
    ) -> Verdict | None:
        """Give the verdict that comparing statements found, where it stands."""
        is_proven = not question.is_claim or self._proof.compares(question, statements)
        return found if is_proven else None

    def _confirmed(
        self, question: Question, statements: Sequence[Statement]
    ) -> Verdict | None:
        """Say yes or no where one value is named, and nothing else is claimed."""
        if not all(
            any(self._evidence.speaks_of(statement, entity) for statement in statements)
            for entity in question.entities
        ):
            return self._names_other(question, statements)
        if question.is_qualified or question.is_negated:
            return None
        if any(map(self._denies, statements)):
            return None
        if len(statements) > 1:
            return self._any_of_kind(question, statements)
        (statement,) = statements
        is_decidable = _is_decidable(statement, question)
        if not is_decidable or not self._has_beside(question, statement):
            return None
        agreed = agrees(statement, question)
        if agreed is None:
            return self._borne_out(question, statement)
        has_all = not self._evidence.missing(question, statement)
        if agreed:
            return "yes" if has_all else None
        return "no" if has_all and self._is_event(question, statement) else None

    def _has_beside(self, question: Question, statement: Statement) -> bool:
        """Tell whether a statement has what is named beside one value of its kind.

        Times beside a figure tell of when it is asked, which is decided already.
        """
        kind = statement.value.kind
        is_counted = count_of(statement.value) is not None
        own = "date" if kind in TIMES else "number" if is_counted else kind
        named: dict[str, Sequence[object]] = {
            "date": question.times,
            "number": question.numbers,
            "place": question.places,
        }
        compared = named.pop(own, ())
        places = () if own == "place" else question.places
        narrowed = of_time(statement, question, self._language)
        is_timed = statement.as_of is not None or narrowed is not statement
        return (
            len(compared) <= 1
            and not named.get("number")
            and (not named.get("date") or is_timed)
            and all(self._evidence.quotes(statement, place) for place in places)
        )

    def _is_accounted_for(self, question: Question, said: Sequence[Said]) -> bool:
        return all(one.is_of_time for one in said) and all(
            any(
                self._evidence.speaks_of(one.statement, entity)
                or self._evidence.names_other(one.statement, entity)
                for one in said
            )
            for entity in question.entities
        )

    def _denies(self, statement: Statement) -> bool:
        # What a list is quoted from may say more than its items.
        is_list = statement.value.kind == "list"
        text = "; ".join(statement.value.parts) if is_list else statement.quote
        words = {*self._language.words.get("negation", ())}
        if statement.value.kind == "text":
            # A sentence that sets a condition is no plain yes either.
            words |= {*self._language.words.get("restricting", ())}
        return not words.isdisjoint(token.norm for token in tokenize(text, ""))

    def _names_other(
        self, question: Question, statements: Sequence[Statement]
    ) -> Verdict | None:
        """Say no where a sentence names another in the place of what is asked.

        "Is the Conference based on article 23?" is answered by article 32.
        """
        is_other = any(
            self._evidence.names_other(statement, entity)
            for statement in statements
            for entity in question.entities
            if entity != statement.entity
        )
        return "no" if is_other and not question.is_negated else None

    def _any_of_kind(
        self, question: Question, statements: Sequence[Statement]
    ) -> Verdict | None:
        """Say yes where a kind is asked for and one of it has the value named."""
        found = any(agrees(statement, question) for statement in statements)
        return "yes" if found and question.kinds and not question.entities else None

    def _is_event(self, question: Question, statement: Statement) -> bool:
        """Tell whether a date can contradict: what is in force holds on many days."""
        if statement.value.kind not in TIMES or question.bound == "until":
            return True
        verbs = self._language.words.get("event_verbs", ())
        return not question.spoken.isdisjoint(verbs)

    def _borne_out(self, question: Question, statement: Statement) -> Verdict | None:
        """Say yes where a statement is what the question asks to be confirmed.

        A date bears out that something has happened once it is past, a list what
        is among its items, and a sentence its own words.
        """
        if not question.content:
            return None
        match statement.value.kind:
            case "date" | "interval" if not question.times:
                is_past = span_of_value(statement.value).first <= self._today
                # That a day has passed does not tell that a plan was kept.
                is_past = is_past and not self._sources.is_planned(statement)
                has_all = not self._evidence.missing(question, statement)
                return "yes" if is_past and has_all else None
            case "date" | "interval" | "number":
                return None
            case _:
                is_said = self._evidence.bears_out(statement, question)
                return "yes" if is_said else None


def _is_decidable(statement: Statement, question: Question) -> bool:
    """Tell whether a statement can bear out or deny what is asked.

    What held in 2004 tells nothing of today, and where a status is itself a date,
    a date in the question may be the day that it is asked for.
    """
    if statement.as_of is None:
        return True
    return bool(question.times) and statement.value.kind not in TIMES
