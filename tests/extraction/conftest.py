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


@pytest.fixture(scope="session")
def extractor(vocabulary: Vocabulary) -> Extractor:
    return Extractor(vocabulary, vocabulary.entities, "en")


@pytest.fixture(scope="session")
def draw(extractor: Extractor) -> Draw:
    """Draw the statements of one passage of a document of 8 October 2008."""

    def draw_from(text: str, *, title: str = "A page") -> list[Statement]:
        document = Document("page", title, "en", "verbatim", date="2008-10-08")
        passage = Passage("page#1", "page", "paragraph 1", "", text)
        return list(extractor.extract(document, [passage]))

    return draw_from


@pytest.fixture(scope="session")
def mark(vocabulary: Vocabulary) -> MarkText:
    gazetteer = Gazetteer(vocabulary, vocabulary.entities, "en")
    return Marker(gazetteer, vocabulary.languages["en"], code="en").mark
