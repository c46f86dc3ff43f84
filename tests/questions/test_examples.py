import msgspec
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from index.questions.examples import Example, ExampleIndex
from index.questions.lesson import PackedExamples

UNITS = st.lists(st.sampled_from(["when", "{entity}", "force", "hold", "?date"]))
EXAMPLES = st.lists(
    st.builds(Example, st.sampled_from(["a", "b", "c"]), UNITS.map(tuple)), max_size=8
)
INDEX = ExampleIndex.of(
    [
        Example("start", ("when", "{entity}", "enter", "force")),
        Example("start", ("{entity}", "effect")),
        Example("place", ("where", "{entity}", "hold")),
    ]
)


@given(EXAMPLES, UNITS)
def test_nearness_lies_between_0_and_1(
    examples: list[Example], units: list[str]
) -> None:
    nearest = ExampleIndex.of(examples).nearest(units)

    assert all(0 <= near <= 1 + 1e-9 for near in nearest.values())


@given(EXAMPLES, st.data())
def test_exact_example_has_nearness_1(
    examples: list[Example], data: st.DataObject
) -> None:
    asked = [example for example in examples if example.units]
    assume(asked)
    example = data.draw(st.sampled_from(asked))

    nearest = ExampleIndex.of(examples).nearest(example.units)

    assert nearest[example.target] == pytest.approx(1)


def test_unknown_words_are_ignored() -> None:
    asked = ("where", "{entity}", "hold")

    assert INDEX.nearest((*asked, "zebra")) == INDEX.nearest(asked)


def test_nothing_is_near_to_unknown_words_alone() -> None:
    assert INDEX.nearest(("zebra",)) == {}
    assert INDEX.nearest(()) == {}


def test_target_is_as_near_as_its_nearest_example() -> None:
    nearest = INDEX.nearest(("{entity}", "effect"))

    assert nearest["start"] == pytest.approx(1)
    assert nearest["place"] < 0.5


def test_order_of_words_counts() -> None:
    straight = INDEX.nearest(("enter", "force"))["start"]

    assert INDEX.nearest(("force", "enter"))["start"] < straight


def test_index_of_no_examples_finds_nothing() -> None:
    assert ExampleIndex.of([Example("a", ())]).nearest(("when",)) == {}


@given(EXAMPLES, UNITS)
def test_index_that_was_stored_finds_the_same(
    examples: list[Example], units: list[str]
) -> None:
    index = ExampleIndex.of(examples)
    stored = msgspec.msgpack.encode(index.pack())

    restored = ExampleIndex(msgspec.msgpack.decode(stored, type=PackedExamples))

    assert restored.nearest(units) == index.nearest(units)
    assert restored.words == index.words


def test_what_is_not_near_enough_is_left_out() -> None:
    nearest = INDEX.nearest(("{entity}", "effect"), least=0.5)

    assert set(nearest) == {"start"}


def test_words_are_those_of_the_examples_without_their_pairs() -> None:
    index = ExampleIndex.of([Example("start", ("when", "{entity}"))])

    assert index.words == {"when", "{entity}"}
