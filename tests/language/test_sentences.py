from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.language.sentences import split_sentences


@pytest.mark.parametrize(
    ("text", "sentences"),
    [
        ("One. Two.", ["One.", "Two."]),
        ("See art. 2 of it. Then go.", ["See art. 2 of it.", "Then go."]),
        (
            "Victor G. Garcia chaired. He spoke.",
            ["Victor G. Garcia chaired.", "He spoke."],
        ),
        ("It has (three parts.) Next one.", ["It has (three parts.)", "Next one."]),
        ("first line\nsecond line", ["first line", "second line"]),
        ("one: a; b; c.", ["one: a; b; c."]),
        ("Three:\n- one item\n• another", ["Three:", "one item", "another"]),
        ("- first\n  – second.", ["first", "second."]),
        ("It rose by -5 and 3 - 2.", ["It rose by -5 and 3 - 2."]),
        ("公约生效了。谁批准？中国！完", ["公约生效了。", "谁批准？", "中国！", "完"]),
        ("他说：“生效。”会议结束。", ["他说：“生效。”", "会议结束。"]),
        (
            "دخلت حيز النفاذ. متى؟ في عام 2003.",
            ["دخلت حيز النفاذ.", "متى؟", "في عام 2003."],
        ),
        (
            "Entró en vigor. ¿Cuándo? En 2003.",
            ["Entró en vigor.", "¿Cuándo?", "En 2003."],
        ),
        ("Вступил в силу. Ёмкий срок.", ["Вступил в силу.", "Ёмкий срок."]),
        ("", []),
    ],
)
def test_split_sentences_ends_them_where_readers_do(
    text: str, sentences: list[str]
) -> None:
    spans = split_sentences(text, ("art",))

    assert [text[start:end] for start, end in spans] == sentences


@given(st.text(st.characters(exclude_characters="-–—•*·▪◦‣")))
def test_sentences_lose_nothing_but_white_space(text: str) -> None:
    spans = split_sentences(text)

    kept = "".join(text[start:end] for start, end in spans)

    assert "".join(kept.split()) == "".join(text.split())


@given(st.text("a.B \n-•"))
def test_sentences_stand_apart_in_order_and_begin_with_no_bullet(text: str) -> None:
    spans = split_sentences(text)

    assert all(a[1] <= b[0] for a, b in pairwise(spans))
    assert not any(text[start:end].startswith(("- ", "• ")) for start, end in spans)
