"""Questions in, answers out: the door to answering."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from bot.answering.model import Answer
from bot.answering.respondent import Respondent
from index.language.detection import LanguageDetector
from index.language.mentions import Gazetteer
from index.library import Library
from index.questions.training import train
from index.vocabulary import Language

_DEFAULT_LANGUAGE = "en"


class Answerer:
    """Answers questions from one library, in the languages that its words know."""

    def __init__(self, library: Library, today: date) -> None:
        """Prepare the default language; others when first asked in, if not before.

        `today` tells what is past and what is yet to come.
        """
        self._library = library
        self.today = today
        self.detector = LanguageDetector(self.languages)
        self._respondents: dict[str, Respondent] = {}
        self.prepare((_DEFAULT_LANGUAGE,))

    @property
    def languages(self) -> Mapping[str, Language]:
        """Give the languages of the library, by their codes."""
        return self._library.knowledge.vocabulary.languages

    @property
    def prepared(self) -> tuple[str, ...]:
        """Give the languages that can be answered in without further ado."""
        return tuple(self._respondents)

    def prepare(self, codes: Iterable[str]) -> None:
        """Prepare languages, but for those that the library does not know."""
        for code in codes:
            if code in self.languages:
                self._respondent(code)

    def ask(
        self,
        question: str,
        history: Sequence[str] = (),
        language: str | None = None,
        *,
        hint: str | None = None,
    ) -> Answer:
        """Answer a question, or refuse it.

        Args:
            question: Any text.
            history: The earlier questions of the chat, the oldest first.
            language: The code of the language to answer in. Without one, or
                where the words of that language are missing, it is that of the
                question, else that of the questions before it.
            hint: The language to answer in where none of these tells, else it is
                English.
        """
        code = self._code(question, history, language, hint)
        return self._respondent(code).ask(question, history)

    def verify(
        self,
        claim: str,
        history: Sequence[str] = (),
        language: str | None = None,
        *,
        hint: str | None = None,
    ) -> Answer:
        """Tell whether the documents support a claim, contradict it or are silent.

        Takes what `ask` takes; the claim need not be worded as a question.
        """
        code = self._code(claim, history, language, hint)
        return self._respondent(code).verify(claim, history)

    def names(self, code: str) -> Gazetteer:
        """Give the names that a language has for the entities of the library."""
        return self._respondent(code).names

    def _code(
        self, text: str, history: Sequence[str], language: str | None, hint: str | None
    ) -> str:
        """Give the language to answer in."""
        if language and language in self.languages:
            return language
        found = self.detector.choose((text, *reversed(history)), hint=hint)
        return found or _DEFAULT_LANGUAGE

    def _respondent(self, code: str) -> Respondent:
        if code not in self._respondents:
            knowledge = self._library.knowledge
            self._respondents[code] = Respondent(
                knowledge,
                self._library.search,
                training=train(knowledge, code, self._library.lesson(code)),
                detector=self.detector,
                today=self.today,
                code=code,
            )
        return self._respondents[code]
