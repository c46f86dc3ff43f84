"""The day for which figures hold that stand by their labels."""

from dataclasses import replace

from index.language.times import find_times
from index.language.tokens import fold
from index.model import Document, Passage
from index.vocabulary import Language


def with_status_date(
    document: Document, passage: Passage, language: Language
) -> Document:
    """Give a document with the day as at which it gives figures by their labels.

    It is the one in the passage ("Status as at 3 May 2031: ..."), its heading or the
    title, else that of the document; where several stand there, none is sure.
    """
    for text in (passage.text, passage.heading, document.title):
        found = {
            time.value.parts[-1]
            for time in find_times(text, language)
            if _is_status_date(text[: time.start], language)
        }
        if found:
            return replace(document, date=found.pop() if len(found) == 1 else None)
    return document


def _is_status_date(before: str, language: Language) -> bool:
    words = language.words.get("status_date", ())
    return fold(before.rstrip()).endswith(tuple(f" {word}" for word in words))
