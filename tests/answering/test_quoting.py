import pytest

from bot.answering.quoting import Quoter
from index.knowledge import Knowledge
from index.questions.training import Training
from tests.conftest import Read
from tests.harbour import BESIDE, find


@pytest.fixture(scope="session")
def quoter(port: Knowledge, port_training: Training) -> Quoter:
    return Quoter(
        find,
        language=port.vocabulary.languages["en"],
        code="en",
        gazetteer=port_training.gazetteer,
        thesaurus=port_training.thesaurus,
    )


def test_sentence_that_accounts_for_the_words_is_quoted(
    quoter: Quoter, hear: Read
) -> None:
    quote = quoter.best(hear("What do keepers of a lighthouse sign at dusk?"))

    assert quote is not None
    assert quote.sentence == BESIDE
    assert quote.sentence in quote.hit.text


def test_quote_never_counts_as_certain(quoter: Quoter, hear: Read) -> None:
    quote = quoter.best(hear(BESIDE))

    assert quote is not None
    assert quote.confidence == 0.8


def test_fewer_words_accounted_for_are_worth_less(quoter: Quoter, hear: Read) -> None:
    quote = quoter.best(hear("What do keepers of submarines paint at dusk?"))

    assert quote is None or quote.confidence < 0.7


@pytest.mark.parametrize(
    "text",
    [
        "Where do keepers of a lighthouse sign at dusk?",  # no place in it
        "When do keepers of a lighthouse sign at dusk?",  # no date in it
        "Do keepers of a lighthouse sign at dusk in 2011?",
        "Do keepers of a lighthouse sign 7 books at dusk?",
        "Do keepers of a lighthouse sign in Madrid at dusk?",
    ],
)
def test_sentence_must_hold_the_values_asked_for(
    quoter: Quoter, hear: Read, text: str
) -> None:
    quote = quoter.best(hear(text))

    assert quote is None or quote.sentence != BESIDE


def test_persons_and_reasons_are_never_quoted(quoter: Quoter, hear: Read) -> None:
    assert quoter.best(hear("Who signs the book of storms at dusk?")) is None
    assert quoter.best(hear("Why do keepers sign the book of storms?")) is None


def test_passage_must_name_what_the_question_names(quoter: Quoter, hear: Read) -> None:
    text = "Do keepers of session 9 sign the book of storms at dusk?"

    assert quoter.best(hear(text)) is None


def test_one_word_is_too_little_to_quote_for(quoter: Quoter, hear: Read) -> None:
    assert quoter.best(hear("storms?")) is None
    assert quoter.best(hear("")) is None
