"""Statements drawn from texts made on the spot, by the shipped vocabulary."""

from collections.abc import Callable

import pytest

from index.extraction.extract import Extractor
from index.extraction.marking import Marker
from index.extraction.sentence import Mark, Sentence
from index.language.mentions import Gazetteer
from index.model import Document, Passage, Statement
from index.vocabulary import Vocabulary

Draw = Callable[..., list[Statement]]
MarkText = Callable[[str, Mark | None], tuple[Sentence, Mark | None]]


def drawing(vocabulary: Vocabulary, code: str) -> Draw:
    """Draw the statements of one passage of a document of 8 October 2008."""
    extractor = Extractor(vocabulary, vocabulary.entities, code)

    def draw_from(text: str, *, title: str = "A page") -> list[Statement]:
        document = Document("page", title, code, "verbatim", date="2008-10-08")
        passage = Passage("page#1", "page", "paragraph 1", "", text)
        return list(extractor.extract(document, [passage]))

    return draw_from


@pytest.fixture(scope="session")
def draw(vocabulary: Vocabulary) -> Draw:
    return drawing(vocabulary, "en")


@pytest.fixture(scope="session")
def draw_french(vocabulary: Vocabulary) -> Draw:
    return drawing(vocabulary, "fr")


@pytest.fixture(scope="session")
def mark(vocabulary: Vocabulary) -> MarkText:
    gazetteer = Gazetteer(vocabulary, vocabulary.entities, "en")
    return Marker(gazetteer, vocabulary.languages["en"], code="en").mark
