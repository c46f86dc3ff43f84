"""`python -m bot evaluate`: what it prints, and how it ends."""

import json
from pathlib import Path

import pytest

from tests.e2e.conftest import Home, StartBot

QUESTIONS = """\
- id: lamps
  kind: when
  question: When did the Firearms Protocol enter into force?
  expect: [3 July 2005]
  source: unodc-2007
- id: moon
  kind: refusal
  question: How far away is the moon?
  refuse: true
- id: missed
  kind: when
  question: What does a ticket to the opera in Vienna cost?
  expect: [10 euros]
  split: test
"""


@pytest.fixture
def questions(tmp_path: Path) -> str:
    (tmp_path / "asked.yaml").write_text(QUESTIONS, encoding="utf-8")
    return "asked.yaml"


async def test_figures_are_printed_and_steps_told_beside_them(
    start_bot: StartBot, built_home: Home, questions: str
) -> None:
    status, out, err = await (
        await start_bot("evaluate", questions, home=built_home)
    ).ended()

    assert status == 0
    assert out.splitlines()[3] == (
        "all                   3    66.7%     0.0%    33.3%   100.0%"
    )
    assert err == "asking ...\n"


async def test_questions_of_the_repository_are_asked_without_a_file(
    start_bot: StartBot, built_home: Home, tmp_path: Path
) -> None:
    own = tmp_path / "tests/golden/deeper/asked.yaml"
    own.parent.mkdir(parents=True)
    own.write_text(QUESTIONS, encoding="utf-8")

    _, out, _ = await (await start_bot("evaluate", home=built_home)).ended()

    assert "all                   3 " in out


async def test_half_and_kind_choose_what_is_asked(
    start_bot: StartBot, built_home: Home, questions: str
) -> None:
    chosen = ("--split", "dev", "--kind", "when", questions)

    _, out, _ = await (await start_bot("evaluate", *chosen, home=built_home)).ended()

    assert "all                   1   100.0%" in out


async def test_verbose_shows_what_was_missed(
    start_bot: StartBot, built_home: Home, questions: str
) -> None:
    bot = await start_bot("evaluate", "-v", questions, home=built_home)

    _, out, _ = await bot.ended()

    assert out.startswith("refused: missed (when, ")
    assert "  asked     What does a ticket to the opera in Vienna cost?\n" in out


async def test_verbose_adds_nothing_where_all_is_right(
    start_bot: StartBot, built_home: Home, questions: str
) -> None:
    bot = await start_bot("evaluate", "-v", "--split=dev", questions, home=built_home)

    assert (await bot.ended())[1].startswith("kind ")


async def test_json_is_one_line_of_figures(
    start_bot: StartBot, built_home: Home, questions: str
) -> None:
    bot = await start_bot("evaluate", "--json", "-v", questions, home=built_home)

    status, out, _ = await bot.ended()

    told = json.loads(out)
    assert (status, out.count("\n")) == (0, 1)
    assert told["total"]["accuracy"] == pytest.approx(2 / 3)
    assert told["refused"] == ["missed"]
    assert [one["id"] for one in told["failures"]] == ["missed"]


async def test_run_is_saved_and_held_against_later(
    start_bot: StartBot, built_home: Home, questions: str, tmp_path: Path
) -> None:
    save = await start_bot("evaluate", questions, "--save", "run.json", home=built_home)
    await save.ended()
    saved = json.loads((tmp_path / "run.json").read_text("utf-8"))
    saved["verdicts"] |= {"lamps": "wrong", "moon": "right", "missed": "right"}
    (tmp_path / "run.json").write_text(json.dumps(saved), encoding="utf-8")

    later = await start_bot(
        "evaluate", questions, "--against", "run.json", home=built_home
    )

    _, out, _ = await later.ended()
    assert out.splitlines()[-3:] == [
        f"Against {saved['generation']}: 1 gained, 1 lost, 0 otherwise changed; "
        "3 compared, 0 new, 0 left out.",
        "+ lamps (wrong -> right) When did the Firearms Protocol enter into force?",
        "- missed (right -> refused) What does a ticket to the opera in Vienna cost?",
    ]


@pytest.mark.parametrize("name", ["asked.yaml", "run.json"])
async def test_faulty_file_is_told_with_its_line(
    start_bot: StartBot, built_home: Home, tmp_path: Path, name: str
) -> None:
    (tmp_path / "asked.yaml").write_text(QUESTIONS, encoding="utf-8")
    (tmp_path / "run.json").write_text("{}", encoding="utf-8")
    (tmp_path / name).write_text("id: x\n", encoding="utf-8")
    words = ("asked.yaml", "--against", "run.json")

    status, out, err = await (
        await start_bot("evaluate", *words, home=built_home)
    ).ended()

    assert (status, out) == (1, "")
    assert err.startswith(f"{name}:1: ")
    assert err.count("\n") == 1


@pytest.mark.parametrize(
    ("words", "expected", "told"),
    [
        ((), 2, "there is no tests/golden here; name a FILE"),
        (("none.yaml",), 2, "'none.yaml' does not exist"),
        (("asked.yaml", "--split", "half"), 2, "'half' is not one of"),
        (("asked.yaml", "--kind", "who"), 2, "there are refusal, when"),
        (("asked.yaml", "--kind", "refusal", "--split", "test"), 1, "--split"),
        (("asked.yaml", "--save", "none/run.json"), 1, "none/run.json"),
    ],
)
async def test_what_cannot_be_asked_ends_with_its_status(
    start_bot: StartBot,
    built_home: Home,
    questions: str,
    words: tuple[str, ...],
    expected: int,
    told: str,
) -> None:
    bot = await start_bot("evaluate", *words, home=built_home)

    status, out, err = await bot.ended()

    assert (status, out) == (expected, "")
    assert told in err
    assert "Traceback" not in err


async def test_missing_index_is_told_in_one_line(
    start_bot: StartBot, questions: str, tmp_path: Path
) -> None:
    bot = await start_bot("evaluate", questions, home=Home(tmp_path))

    status, out, err = await bot.ended()

    assert (status, out) == (1, "")
    assert err.count("\n") == 1
    assert "python -m index build" in err
