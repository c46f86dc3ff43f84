"""What was asked for last is kept, and no more than fits."""

from collections.abc import Sequence

from index.recent import Recent


def read_of(keys: Sequence[str], *, memory: int) -> list[str]:
    """Tell which keys had to be read when they were asked for one after another."""
    read = []

    def shout(key: str) -> str:
        read.append(key)
        return key.upper()

    recent = Recent(shout, len, memory=memory)
    assert [recent.get(key) for key in keys] == [key.upper() for key in keys]
    return read


def test_value_is_read_once_while_it_is_kept() -> None:
    assert read_of(["ab", "cd", "ab"], memory=9) == ["ab", "cd"]


def test_value_asked_for_longest_ago_is_let_go_first() -> None:
    keys = ["ab", "cd", "ab", "ef", "ab", "cd"]

    assert read_of(keys, memory=4) == ["ab", "cd", "ef", "cd"]


def test_value_that_alone_is_too_large_is_given_all_the_same() -> None:
    assert read_of(["abc", "de"], memory=1) == ["abc", "de"]
