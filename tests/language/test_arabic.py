"""Forms of one Arabic word share a stem, whatever is written together with it."""

import pytest

from index.language.tokens import stems


@pytest.mark.parametrize(
    "forms",
    [
        "اتفاقية الاتفاقية والاتفاقية بالاتفاقية للاتفاقية اتفاقيات الاتفاقيات",
        "بروتوكول البروتوكول والبروتوكول بالبروتوكول للبروتوكول بروتوكولات",
        "دولة الدولة الدول للدول والدول لدول دولها دولتان",
        "مكافحة المكافحة لمكافحة ومكافحة بمكافحة مكافحتها",
        "مهاجر المهاجر مهاجرين المهاجرون للمهاجرين",
        "قانون القانون قانونية القانونية قانوني",
        "وثيقة الوثيقة والوثيقة وثيقتين",
        "ولاية الولاية ولايات الولايات",
        "لاجئ اللاجئ لاجئين اللاجئين",
    ],
)
def test_forms_of_a_word_share_a_stem(forms: str) -> None:
    assert len(set(stems(forms, "ar"))) == 1


@pytest.mark.parametrize(
    "words", ["دولة دورة", "مهاجر مهرب", "قانون قرار", "سكان سكر", "الجريمة الجزيرة"]
)
def test_different_words_keep_different_stems(words: str) -> None:
    one, other = stems(words, "ar")

    assert one != other


@pytest.mark.parametrize("word", ["من", "حزب", "بلد", "سنة"])
def test_short_words_keep_their_letters(word: str) -> None:
    (stem,) = stems(word, "ar")

    assert len(stem) == len(word)
