"""Questions in, answers out: the door to answering."""

from collections.abc import Sequence
from datetime import date

from bot.answering.model import Answer
from bot.answering.respondent import Respondent
from index.library import Library
from index.questions.training import train

_DEFAULT_LANGUAGE = "en"


class Answerer:
    """Answers questions from one library, in the languages that its words know."""

    def __init__(self, library: Library, today: date) -> None:
        """Prepare the default language; others are prepared when first asked in.

        `today` tells what is past and what is yet to come.
        """
        self._library = library
        self._today = today
        self._respondents: dict[str, Respondent] = {}
        self._respondent(_DEFAULT_LANGUAGE)

    def ask(
        self, question: str, history: Sequence[str] = (), language: str | None = None
    ) -> Answer:
        """Answer a question, or refuse it.

        Args:
            question: Any text.
            history: The earlier questions of the chat, the oldest first.
            language: The code of the language to answer in. Without one, or
                where the words of that language are missing, it is English.
        """
        return self._respondent(self._known(language)).ask(question, history)

    def verify(
        self, claim: str, history: Sequence[str] = (), language: str | None = None
    ) -> Answer:
        """Tell whether the documents support a claim, contradict it or are silent.

        Takes what `ask` takes; the claim need not be worded as a question.
        """
        return self._respondent(self._known(language)).verify(claim, history)

    def _known(self, language: str | None) -> str:
        known = self._library.knowledge.vocabulary.languages
        return language if language and language in known else _DEFAULT_LANGUAGE

    def _respondent(self, code: str) -> Respondent:
        if code not in self._respondents:
            knowledge = self._library.knowledge
            self._respondents[code] = Respondent(
                knowledge,
                self._library.search,
                training=train(knowledge, code, self._library.lesson(code)),
                today=self._today,
                code=code,
            )
        return self._respondents[code]
