"""Question files read, asked and kept as judgements."""

from collections.abc import Sequence
from pathlib import Path

import pytest

from bot.answering.model import Answer
from bot.evaluating.comparison import Run
from bot.measuring import ask_tasks, read_run, read_tasks, save_run, select
from index.errors import DataError
from index.questions.task import Task
from tests.bot.conftest import Clerk

LAMPS = Task(id="a", kind="when", style="plain", question="When?", expect=(("2005",),))
OTHER = Task(
    id="b", kind="list", style="plain", question="?", refuse=True, split="test"
)


def write(folder: Path, name: str, task_id: str) -> Path:
    file = folder / name
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(f'[{{"id": {task_id}, "question": "?", "refuse": true}}]')
    return file


def ids(*paths: Path) -> list[str]:
    return [task.id for task in read_tasks(paths)]


def test_all_question_files_below_a_folder_are_read(tmp_path: Path) -> None:
    write(tmp_path, "one.yaml", "one")
    write(tmp_path, "deep/er/two.yml", "two")
    write(tmp_path, "notes.md", "none")

    assert ids(tmp_path) == ["two", "one"]


def test_file_that_is_named_is_read_whatever_its_name(tmp_path: Path) -> None:
    assert ids(write(tmp_path, "questions.txt", "one")) == ["one"]


def test_file_that_is_named_twice_is_read_once(tmp_path: Path) -> None:
    file = write(tmp_path, "one.yaml", "one")

    assert ids(file, tmp_path) == ["one"]


def test_fault_names_the_file_as_it_was_named(tmp_path: Path) -> None:
    file = tmp_path / "a.yaml"
    file.write_text("- When?\n")

    with pytest.raises(DataError) as caught:
        read_tasks([file])

    assert str(caught.value).startswith(f"{file}:1: this is no question, ")


@pytest.mark.parametrize(
    ("split", "kinds", "kept"),
    [
        (None, (), [LAMPS, OTHER]),
        ("test", (), [OTHER]),
        (None, ("when",), [LAMPS]),
        ("test", ("when",), []),
    ],
)
def test_questions_are_chosen_by_half_and_kind(
    split: str | None, kinds: tuple[str, ...], kept: list[Task]
) -> None:
    assert list(select([LAMPS, OTHER], split=split, kinds=kinds)) == kept


def test_each_question_is_asked_in_its_chat_and_judged(clerk: Clerk) -> None:
    later = Task(
        id="c", kind="", style="", question="And?", history=("Who?",), refuse=True
    )

    outcomes = list(
        ask_tasks([LAMPS, later], clerk.ask, passage=lambda _: None, languages=())
    )

    assert clerk.asked == [("When?", ()), ("And?", ("Who?",))]
    assert [one.judgement for one in outcomes] == ["right", "wrong"]
    assert [one.borne_out for one in outcomes] == [True, False]
    assert outcomes[0].answer.startswith("It entered into force on 3 July 2005.")
    assert outcomes[0].elapsed > 0


def test_failure_is_a_wrong_answer_and_ends_no_run(
    clerk: Clerk, caplog: pytest.LogCaptureFixture
) -> None:
    def ask(question: str, history: Sequence[str]) -> Answer:
        if question == OTHER.question:
            raise ValueError(question)
        return clerk.ask(question, history)

    outcomes = list(
        ask_tasks([OTHER, LAMPS], ask, passage=lambda _: None, languages=())
    )

    assert [one.judgement for one in outcomes] == ["wrong", "right"]
    assert outcomes[0].answered is False
    assert "event=failed id=b" in caplog.text


def test_saved_run_is_read_back(tmp_path: Path) -> None:
    run = Run("20260101T000000Z-00000000", {"a": "right", "b": "refused"})

    save_run(run, tmp_path / "run.json")

    assert read_run(tmp_path / "run.json") == run


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"[]",
        b"\xff",
        b'{"verdicts": {}}',
        b'{"generation": "x", "verdicts": {"a": 1}}',
    ],
)
def test_file_that_holds_no_run_is_told(tmp_path: Path, content: bytes) -> None:
    file = tmp_path / "run.json"
    file.write_bytes(content)

    with pytest.raises(DataError) as caught:
        read_run(file)

    assert str(caught.value).startswith(f"{file}:1: this is no saved run (")
    assert str(caught.value).endswith("python -m bot evaluate --save FILE")
