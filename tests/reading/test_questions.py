"""Question files, and every fault that they may have."""

from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.errors import DataError
from index.questions.task import Task
from index.reading.questions import read_questions

WHOLE = """\
# What a question may say.
- id: lamps-001
  kind: when
  style: terse
  question: "lamps in force?"
  history: ["What is the Lamp Protocol?"]
  expect:
    - 3 July 2005
    - [yes, "true"]
    - 81
  reject: ["2003"]
  source: HC/1/9
  split: test
"""
SHORT = "- id: a\n  question: When?\n  expect: [soon]\n"


def faults_of(content: str, name: str = "a.yaml") -> list[str]:
    with pytest.raises(DataError) as caught:
        read_questions({name: content.encode()})
    return list(map(str, caught.value.faults))


def test_question_is_read_with_all_that_it_says() -> None:
    assert read_questions({"a.yaml": WHOLE.encode()}) == (
        Task(
            id="lamps-001",
            kind="when",
            style="terse",
            question="lamps in force?",
            history=("What is the Lamp Protocol?",),
            expect=(("3 July 2005",), ("yes", "true"), ("81",)),
            reject=("2003",),
            source="HC/1/9",
            split="test",
        ),
    )


def test_id_question_and_what_is_expected_are_enough() -> None:
    (task,) = read_questions({"a.yml": SHORT.encode()})

    assert (task.style, task.kind, task.split) == ("plain", "plain", "dev")


def test_question_without_a_kind_is_of_the_kind_of_its_style() -> None:
    (task,) = read_questions({"a.yaml": f"{SHORT}  style: terse\n".encode()})

    assert task.kind == "terse"


def test_json_lines_say_the_same_as_yaml() -> None:
    line = (
        b'{"id": "lamps-001", "kind": "when", "style": "terse", "question": '
        b'"lamps in force?", "history": ["What is the Lamp Protocol?"], "expect": '
        b'["3 July 2005", ["yes", "true"], 81], "reject": ["2003"], '
        b'"source": "HC/1/9", "split": "test"}\n'
    )

    assert read_questions({"a.jsonl": line}) == read_questions(
        {"a.yaml": WHOLE.encode()}
    )


def test_null_in_json_is_as_if_left_out() -> None:
    line = b'{"id": 7, "question": "When?", "refuse": true, "source": null}'

    (task,) = read_questions({"a.jsonl": line})

    assert (task.id, task.source, task.refuse) == ("7", None, True)


def test_blank_lines_between_json_are_passed_over() -> None:
    lines = b'\n{"id": "a", "question": "?", "refuse": true}\n\n'

    assert len(read_questions({"a.jsonl": lines})) == 1


def test_files_are_read_in_the_order_given() -> None:
    other = SHORT.replace("id: a", "id: b").encode()

    tasks = read_questions({"z.yaml": other, "a.yaml": SHORT.encode()})

    assert [task.id for task in tasks] == ["b", "a"]


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (
            "id: a\n",
            "a.yaml:1: the file is no list, expected a list of questions; "
            'use "- id:"',
        ),
        (
            "- When?\n",
            'a.yaml:1: this is no question, expected one such as {"id": "a-1", '
            '"question": "...", "expect": ["..."]}; correct it',
        ),
        (
            "- id: a\n  expect: [soon]\n",
            "a.yaml:1: there is no `question`, expected the key `question`; "
            "add a line `question: ...`",
        ),
        (
            f"{SHORT}  spilt: test\n",
            "a.yaml:4: `spilt` is no known key, expected id, kind, style, question, "
            "history, expect, reject, source, refuse, split; "
            'did you mean "split"?',
        ),
        (
            f"{SHORT}  split: tets\n",
            'a.yaml:4: `split` is "tets", expected one of dev, test; correct it',
        ),
        (
            "- id: a\n  question: When?\n  expect: [{on: Monday}]\n",
            "a.yaml:3: an item of `expect` is a mapping, "
            "expected text, a whole number or a list of text; correct it",
        ),
        (
            "- id: a\n  question: When?\n  expect: [soon, []]\n",
            "a.yaml:3: an item of `expect` is empty, expected text; say what is right",
        ),
        (
            "- id: a\n  question: When?\n",
            "a.yaml:1: nothing is expected, "
            "expected either `expect` or `refuse: true`; say what is right",
        ),
        (
            "- id: a\n  question: When?\n  expect: []\n",
            "a.yaml:3: nothing is expected, "
            "expected either `expect` or `refuse: true`; say what is right",
        ),
        (
            f"{SHORT}  refuse: true\n",
            "a.yaml:3: both an answer and a refusal are expected, "
            "expected either `expect` or `refuse: true`; say what is right",
        ),
        (
            SHORT * 2,
            'a.yaml:4: the id "a" stands twice, expected each id once; '
            "rename one (the other is in a.yaml:1)",
        ),
        ("", "a.yaml:1: the file is empty, expected UTF-8 text; save it as UTF-8 text "
         "or take it away"),
    ],
)  # fmt: skip
def test_fault_is_told_with_its_line(content: str, message: str) -> None:
    assert faults_of(content) == [message]


def test_line_that_is_no_json_is_told() -> None:
    (fault,) = faults_of(
        '{"id": "a", "question": "?", "refuse": true}\n{"id"', "a.jsonl"
    )

    assert fault.startswith("a.jsonl:2: the line is not JSON (")
    assert fault.endswith(
        "), expected one JSON object a line; write a line such as "
        '{"id": "a-1", "question": "...", "expect": ["..."]}'
    )


def test_faults_of_all_files_are_told_at_once() -> None:
    with pytest.raises(DataError) as caught:
        read_questions({"b.yaml": b"- x\n", "a.jsonl": b"[]\n[]\n"})

    places = [(fault.file, fault.line) for fault in caught.value.faults]
    assert places == [("a.jsonl", 1), ("a.jsonl", 2), ("b.yaml", 1)]


def test_id_of_another_file_is_taken() -> None:
    with pytest.raises(DataError, match=r"the other is in a\.yaml:1"):
        read_questions({"a.yaml": SHORT.encode(), "b.yaml": SHORT.encode()})


@given(content=st.binary(), name=st.sampled_from(["a.yaml", "a.jsonl"]))
def test_no_file_raises_anything_but_its_faults(content: bytes, name: str) -> None:
    with suppress(DataError):
        read_questions({name: content})
