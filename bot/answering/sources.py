"""What statements rest on: citations, and the days for which they hold."""

from collections.abc import Mapping, Sequence

from bot.answering.model import Citation
from bot.answering.quoting import Quote
from bot.answering.spans import span_of, span_of_value
from index.model import TIMES, Document, Statement


class Sources:
    """Looks up the documents behind statements and quotes."""

    def __init__(self, documents: Mapping[str, Document]) -> None:
        """Take the documents by their ids."""
        self._documents = documents

    def cite(self, statements: Sequence[Statement]) -> tuple[Citation, ...]:
        """Cite what statements rely on, in their order, each sentence once."""
        cited = {
            (s.passage, s.quote): cite_document(
                self._documents[s.document],
                passage=s.passage,
                locator=s.locator,
                snippet=s.quote,
            )
            for s in statements
        }
        return tuple(cited.values())

    def cite_quote(self, quote: Quote) -> Citation:
        """Cite the sentence that was found by search."""
        return cite_document(
            self._documents[quote.hit.document],
            passage=quote.hit.passage,
            locator=quote.hit.locator,
            snippet=quote.sentence,
        )

    def name_of(self, statement: Statement) -> str:
        """Name the source of a statement by its symbol, else its title."""
        document = self._documents[statement.document]
        return document.symbol or document.title

    def as_of(self, statements: Sequence[Statement]) -> str | None:
        """Give the ISO date up to which all of the statements are known to hold.

        What happened on a day holds for ever, and has none.
        """
        dates = [
            statement.as_of or self._documents[statement.document].date
            for statement in statements
            if statement.value.kind not in TIMES or self.is_planned(statement)
        ]
        return min((date for date in dates if date), default=None)

    def is_planned(self, statement: Statement) -> bool:
        """Tell whether a source spoke of days that were still to come."""
        written = self._documents[statement.document].date
        if written is None or statement.value.kind not in TIMES:
            return False
        return span_of_value(statement.value).first > span_of(written).last


def cite_document(
    document: Document, *, passage: str = "", locator: str = "", snippet: str = ""
) -> Citation:
    """Cite a document, as a whole or at one of its passages."""
    return Citation(
        document=document.id,
        symbol=document.symbol,
        title=document.title,
        date=document.date,
        locator=locator,
        url=document.url,
        snippet=snippet,
        form=document.form,
        passage=passage,
    )
