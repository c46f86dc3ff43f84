import pytest

from bot.answering.joined import split_joined
from index.vocabulary import Language


def names_harbour(text: str) -> bool:
    return "harbour" in text


@pytest.mark.parametrize(
    ("sentence", "parts"),
    [
        (
            "When was the treaty adopted and when did it enter into force?",
            ("When was the treaty adopted", "when did it enter into force?"),
        ),
        (
            "Which city hosted the harbour and who chaired it?",
            ("Which city hosted the harbour", "who chaired it?"),
        ),
        (
            "Was it held there and when did it end and why is it?",
            ("Was it held there", "when did it end", "why is it?"),
        ),
    ],
)
def test_questions_of_their_own_are_parted(
    english: Language, sentence: str, parts: tuple[str, ...]
) -> None:
    assert split_joined(sentence, english, names_harbour) == parts


@pytest.mark.parametrize(
    "sentence",
    [
        "When and where was the first session held?",
        "In which year and in which city was it?",
        "On which day and by which resolution the Assembly adopted the treaty",
        "Which city hosted the harbour and where?",
        "Which protocols and annexes were adopted?",
        "",
    ],
)
def test_one_question_stays_whole(english: Language, sentence: str) -> None:
    assert split_joined(sentence, english, names_harbour) == (sentence,)
