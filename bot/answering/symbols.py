"""Documents that questions name by their symbols: "what is CTOC/COP/2008/16?"."""

from collections.abc import Iterator

from bot.answering.model import Answer
from bot.answering.sources import Sources
from bot.answering.wording import fill, joined, word_date
from index.knowledge import Knowledge
from index.model import Document, Statement
from index.questions.phrases import Phrase, PhraseBook, folded
from index.questions.question import Question

# The symbol is the document's own, and nothing else is asked.
_CONFIDENCE = 0.95


class SymbolReader:
    """Introduces documents that are asked for by their symbols, in one language."""

    def __init__(self, knowledge: Knowledge, code: str) -> None:
        """Take the documents that have a symbol and something to quote."""
        self._code = code
        self._language = knowledge.vocabulary.languages[code]
        self._sources = Sources(knowledge.documents)
        self._first: dict[str, Statement] = {}
        for statement in knowledge.statements:
            self._first.setdefault(statement.document, statement)
        documents = (knowledge.documents[document] for document in self._first)
        self._documents = dict(_by_symbol(documents))
        self._symbols = PhraseBook(self._documents)
        about = self._language.words.get("about_documents", ())
        self._silent = frozenset((*about, *self._language.stop_words))

    def introduced(self, question: Question) -> Answer | None:
        """Introduce the document of a question that asks for nothing beyond it.

        What has the symbol among its names is left to what is stated of it.
        """
        words = [token.norm for token in question.tokens]
        found = max(self._symbols.find(words), key=_length, default=None)
        if found is None:
            return None
        start, phrase = found
        stop = start + len(phrase)
        is_named = any(m.first <= start and m.stop >= stop for m in question.mentions)
        if is_named or not self._silent.issuperset((*words[:start], *words[stop:])):
            return None
        document = self._documents[phrase]
        return Answer(
            question=question.text,
            language=self._code,
            answered=True,
            headline=self._worded(document),
            confidence=_CONFIDENCE,
            citations=self._sources.cite([self._first[document.id]]),
        )

    def _worded(self, document: Document) -> str:
        words = self._language.words
        is_title = fill(
            words["document"][0], symbol=document.symbol or "", title=document.title
        )
        day = word_date(document.date, self._language) if document.date else None
        source = ", ".join(part for part in (document.publisher, day) if part)
        told = fill(words["document_source"][0], source=source) if source else ""
        return joined([is_title, told])


def _by_symbol(documents: Iterator[Document]) -> Iterator[tuple[Phrase, Document]]:
    """Yield documents by the words of their symbols.

    A single word, or words without a number, may mean anything.
    """
    for document in documents:
        for phrase in folded([document.symbol] if document.symbol else []):
            if len(phrase) > 1 and any(map(str.isdecimal, phrase)):
                yield phrase, document


def _length(found: tuple[int, Phrase]) -> int:
    return len(found[1])
