"""Questions to suggest, in the language of the reader."""

from bot.answering.wording import capitalized, contracted, name_entity
from index.knowledge import Knowledge
from index.language.detection import LanguageDetector
from index.model import Statement
from index.questions.question import QUESTION_MARKS


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

    def suggestion(self, statement: Statement) -> str | None:
        """Give a question that a statement answers; None where its record has none.

        Where its first example is in another language, the question is made of what
        the relation is called and the name of the entity.
        """
        return next(iter(self.suggestions(statement)), None)

    def suggestions(self, statement: Statement) -> tuple[str, ...]:
        """Give the questions that a statement answers, the plainest first.

        Of its examples these are the ones that read as questions, or all where none
        does. Examples in another language give way to one question that is made up.
        """
        if not statement.examples:
            return ()
        own = self._knowledge.documents[statement.document].language
        if (self._detector.detect(statement.examples[0]) or own) != self._code:
            made_up = self._made_up(statement)
            return (made_up,) if made_up else ()
        asked = (e for e in statement.examples if e.endswith(QUESTION_MARKS))
        return tuple(asked) or statement.examples

    def _made_up(self, statement: Statement) -> str | None:
        entity = self._knowledge.entities.get(statement.entity)
        pattern = self._language.words.get("suggestion")
        relation = self._language.relations.get(statement.relation)
        if not (entity and pattern and relation and relation.questions):
            return None
        name = name_entity(entity, self._code)
        asked = pattern[0].replace("{label}", relation.label).replace("{entity}", name)
        return capitalized(contracted(asked, self._language))
