"""Questions to suggest, in the language of the reader."""

from functools import cached_property

from bot.answering.wording import capitalized, contracted, fill, name_entity
from index.knowledge import Knowledge
from index.language.detection import LanguageDetector
from index.model import Statement
from index.questions.question import QUESTION_MARKS

_KINDS = ("date", "number", "list", "interval", "text", "name", "place")


class Suggester:
    """Suggests questions in one language."""

    def __init__(
        self, knowledge: Knowledge, code: str, detector: LanguageDetector
    ) -> None:
        """Take what is known, and what tells in which language examples are."""
        self._knowledge = knowledge
        self._language = knowledge.vocabulary.languages[code]
        self._code = code
        self._detector = detector

    @cached_property
    def starters(self) -> tuple[tuple[Statement, str], ...]:
        """Questions to begin with, which ask for different kinds of value.

        What holds at any time comes before what held on a date. There are none where
        the data holds no records.
        """
        first: dict[str, tuple[Statement, str]] = {}
        stated = self._knowledge.statements
        for statement in sorted(stated, key=lambda s: s.as_of is not None):
            kind = statement.value.kind
            asked = () if kind in first else self.suggestions(statement)[:1]
            if asked and asked[0].endswith(QUESTION_MARKS):
                first[kind] = statement, asked[0]
        return tuple(first[kind] for kind in _KINDS if kind in first)

    def suggestions(self, statement: Statement) -> tuple[str, ...]:
        """Give the questions that a statement answers, the plainest first.

        Of its examples these are the ones that read as questions, or all where none
        does. Examples in another language give way to one question, made of what the
        relation is called and the name of the entity.
        """
        if not statement.examples:
            return ()
        own = self._knowledge.documents[statement.document].language
        if (self._detector.detect(statement.examples[0]) or own) != self._code:
            return self._made_up(statement)
        asked = (e for e in statement.examples if e.endswith(QUESTION_MARKS))
        return tuple(asked) or statement.examples

    def _made_up(self, statement: Statement) -> tuple[str, ...]:
        entity = self._knowledge.entities.get(statement.entity)
        pattern = self._language.words.get("suggestion")
        relation = self._language.relations.get(statement.relation)
        if not (entity and pattern and relation and relation.questions):
            return ()
        name = name_entity(entity, self._code)
        asked = fill(pattern[0], label=relation.label, entity=name)
        return (capitalized(contracted(asked, self._language)),)
