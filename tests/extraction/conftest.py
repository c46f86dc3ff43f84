"""Statements drawn from texts made on the spot, by the shipped vocabulary."""

from collections.abc import Callable

import pytest

from index.extraction.discovery import discover
from index.extraction.extract import Extractor
from index.extraction.marking import Marker
from index.extraction.sentence import Mark, Sentence
from index.extraction.texts import Text
from index.language.mentions import Gazetteer
from index.model import Document, Passage, Statement
from index.vocabulary import Vocabulary

Draw = Callable[..., list[Statement]]
DrawWhole = Callable[[Document, list[Passage]], list[Statement]]
MarkText = Callable[[str, Mark | None], tuple[Sentence, Mark | None]]


@pytest.fixture(scope="session")
def gazetteers(vocabulary: Vocabulary) -> dict[str, Gazetteer]:
    entities = vocabulary.entities
    return {code: Gazetteer(vocabulary, entities, code) for code in ("en", "fr")}


@pytest.fixture(scope="session")
def draw_whole(vocabulary: Vocabulary, gazetteers: dict[str, Gazetteer]) -> DrawWhole:
    """Draw from a document, also of the entities that it brings."""
    extractors: dict[str, Extractor] = {}

    def draw(document: Document, passages: list[Passage]) -> list[Statement]:
        found = discover([document], passages, vocabulary, gazetteers)
        key = f"{document.language} {found}"
        if key not in extractors:
            gazetteer = gazetteers[document.language].knowing(found)
            extractors[key] = Extractor(vocabulary, gazetteer)
        return list(extractors[key].extract(document, passages))

    return draw


def drawing(vocabulary: Vocabulary, gazetteer: Gazetteer) -> Draw:
    """Draw the statements of one passage of a document of 8 October 2008."""
    extractor = Extractor(vocabulary, gazetteer)

    def draw_from(text: str, *, title: str = "A page") -> list[Statement]:
        document = Document(
            "page", title, gazetteer.code, "verbatim", date="2008-10-08"
        )
        passage = Passage("page#1", "page", "paragraph 1", "", text)
        return list(extractor.extract(document, [passage]))

    return draw_from


@pytest.fixture(scope="session")
def draw(vocabulary: Vocabulary, gazetteers: dict[str, Gazetteer]) -> Draw:
    return drawing(vocabulary, gazetteers["en"])


@pytest.fixture(scope="session")
def draw_french(vocabulary: Vocabulary, gazetteers: dict[str, Gazetteer]) -> Draw:
    return drawing(vocabulary, gazetteers["fr"])


@pytest.fixture(scope="session")
def mark(vocabulary: Vocabulary, gazetteers: dict[str, Gazetteer]) -> MarkText:
    gazetteer, language = gazetteers["en"], vocabulary.languages["en"]
    marker = Marker(gazetteer, language)

    def marked(text: str, subject: Mark | None) -> tuple[Sentence, Mark | None]:
        return marker.mark(Text(text, gazetteer, language), subject)

    return marked
