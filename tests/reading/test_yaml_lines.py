"""YAML that knows its lines."""

import pytest

from index.reading.fault_log import FaultLog
from index.reading.yaml_lines import Node, line_at, load_yaml, scalars

TEXT = """\
- id: a
  names:
    en: Alpha
    list: [one,
      two]
- id: b
  text: >-
    folded
    words
"""


def load(text: str) -> Node:
    log = FaultLog("f.yaml")
    node = load_yaml(text, log)
    assert node is not None
    assert log.faults == []
    return node


def test_every_node_knows_its_line() -> None:
    tree = load(TEXT)

    assert line_at(tree, "a") == 1
    assert line_at(tree, "a", "names", "en") == 3
    assert line_at(tree, "a", "names", "list", 1) == 5
    assert line_at(tree, 1, "text") == 7


def test_a_path_that_leads_nowhere_gives_the_line_of_its_last_step() -> None:
    tree = load(TEXT)

    assert line_at(tree, "b", "names", "en") == 6
    assert line_at(tree, "c") == 1


def test_scalars_come_in_reading_order_with_their_paths() -> None:
    tree = load(TEXT)

    assert [(path, node.text) for path, node in scalars(tree)] == [
        ((0, "id"), "a"),
        ((0, "names", "en"), "Alpha"),
        ((0, "names", "list", 0), "one"),
        ((0, "names", "list", 1), "two"),
        ((1, "id"), "b"),
        ((1, "text"), "folded words"),
    ]


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("no", "no"),
        ("on", "on"),
        ("true", True),
        ("~", None),
        ("12", 12),
        ("012", "012"),
        ("12:30", "12:30"),
        ("2005-07-03", "2005-07-03"),
        ('"12"', "12"),
        ("1.5", "1.5"),
        ("=", "="),
    ],
)
def test_words_stay_words(text: str, content: object) -> None:
    assert load(text).content == content


@pytest.mark.parametrize(
    ("text", "message"),
    [
        (
            "a: 1\nb: c: d",
            "f.yaml:2: the YAML cannot be read (mapping values are not allowed in this "
            "context), expected plain YAML; correct this line or the one before it",
        ),
        (
            "a: 1\nb: *c",
            "f.yaml:2: there is an alias (*c), expected plain YAML; write it out",
        ),
        (
            "a: !!python/object:os.x y",
            "f.yaml:1: there is a tag (tag:yaml.org,2002:python/object:os.x), "
            "expected plain YAML; take the tag away",
        ),
        (
            "a: 1\n---\nb: 2",
            "f.yaml:3: there is a second YAML document, expected plain YAML; "
            "put it into a file of its own",
        ),
        (
            "# nothing",
            "f.yaml:1: there is no YAML, expected plain YAML; "
            "fill it in or take it away",
        ),
        (
            "a: 1\nb: \x07",
            "f.yaml:2: there is a control character (U+0007), expected plain YAML; "
            "delete it",
        ),
        (
            "[a]: 1",
            "f.yaml:1: a key is no word, expected plain YAML; write a word for the key",
        ),
        (
            "[" * 100_000,
            "f.yaml:1: more than 20 levels are nested, expected plain YAML; flatten it",
        ),
    ],
)
def test_what_no_data_file_may_hold_is_refused(text: str, message: str) -> None:
    log = FaultLog("f.yaml")

    assert load_yaml(text, log) is None
    assert list(map(str, log.faults)) == [message]


def test_a_key_that_stands_twice_is_told_and_its_last_value_kept() -> None:
    log = FaultLog("f.yaml")

    tree = load_yaml("a: 1\nb: 2\na: 3\n", log, first_line=5)

    assert tree is not None
    assert [(path, node.content) for path, node in scalars(tree)] == [
        (("a",), 3),
        (("b",), 2),
    ]
    assert list(map(str, log.faults)) == [
        "f.yaml:7: the key `a` stands twice, expected each key once; "
        "keep one (the other is in line 5)"
    ]
