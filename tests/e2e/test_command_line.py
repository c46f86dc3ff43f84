"""The real command line, as a process."""

import json
from pathlib import Path

import pytest

from tests.e2e.conftest import Home, StartBot

QUESTION = "When did the Firearms Protocol enter into force?"
ANSWER = "3 July 2005"


async def test_question_is_answered_with_its_source(
    start_bot: StartBot, built_home: Home
) -> None:
    bot = await start_bot("ask", QUESTION, home=built_home)

    status, out, err = await bot.ended()

    assert (status, err) == (0, "")
    assert ANSWER in out.partition("\n")[0]
    assert "[1] " in out


async def test_words_need_no_quotation_marks(
    start_bot: StartBot, built_home: Home
) -> None:
    bot = await start_bot("ask", *QUESTION.split(), home=built_home)

    assert ANSWER in (await bot.ended())[1]


async def test_question_may_be_piped_in(start_bot: StartBot, built_home: Home) -> None:
    bot = await start_bot("ask", home=built_home)

    assert ANSWER in (await bot.ended(QUESTION.encode()))[1]


async def test_refusal_is_an_answer(start_bot: StartBot, built_home: Home) -> None:
    bot = await start_bot("ask", "--json", "What is 17 times 23?", home=built_home)

    status, out, _ = await bot.ended()

    assert status == 0
    assert json.loads(out)["answered"] is False


async def test_lines_are_answered_one_by_one(
    start_bot: StartBot, built_home: Home
) -> None:
    bot = await start_bot("ask", "--jsonl", home=built_home)
    line = json.dumps({"id": 1, "question": QUESTION}).encode()
    assert bot.process.stdin
    assert bot.process.stdout

    bot.process.stdin.write(line + b"\n")
    # Read before the input ends: nothing may be held back.
    told = json.loads(await bot.process.stdout.readline())

    assert (told["id"], told["answered"]) == (1, True)
    assert ANSWER in told["answer"]
    assert told["citations"]
    assert (await bot.ended(b""))[0] == 0


async def test_bad_line_stops_no_run(start_bot: StartBot, built_home: Home) -> None:
    bot = await start_bot("ask", "--jsonl", home=built_home)

    status, out, err = await bot.ended(
        b'{"id": "a"}\n\xff\n{"id": "b", "question": "When?"}\n'
    )

    bad, unreadable, good = map(json.loads, out.splitlines())
    assert (bad["id"], "error" in bad) == ("a", True)
    assert list(unreadable) == ["error"]
    assert good["id"] == "b"
    assert status == 1
    assert err.count("\n") == 1


@pytest.mark.parametrize(
    ("words", "given", "expected"),
    [
        (("ask",), b"", 1),
        (("ask", "--json", "--jsonl"), b"", 2),
        (("ask", "--jsonl", "When?"), b"", 2),
        (("ask", "--unheard-of"), b"", 2),
        (("unheard-of",), b"", 2),
    ],
)
async def test_wrong_call_ends_with_its_status(
    start_bot: StartBot,
    built_home: Home,
    words: tuple[str, ...],
    given: bytes,
    expected: int,
) -> None:
    bot = await start_bot(*words, home=built_home)

    status, out, err = await bot.ended(given)

    assert (status, out) == (expected, "")
    assert err
    assert "Traceback" not in err


@pytest.mark.parametrize("command", ["ask", "chat"])
async def test_missing_index_is_told_in_one_line(
    start_bot: StartBot, tmp_path: Path, command: str
) -> None:
    bot = await start_bot(command, home=Home(tmp_path))

    status, out, err = await bot.ended(b"When?\n")

    assert (status, out) == (1, "")
    assert err.count("\n") == 1
    assert "python -m index build" in err


async def test_wrong_setting_is_told_in_one_line(
    start_bot: StartBot, built_home: Home
) -> None:
    bot = await start_bot("run", home=built_home, PORT="http")

    status, out, err = await bot.ended()

    assert (status, out) == (2, "")
    assert err.startswith("palermo: PORT is wrong: ")
    assert err.count("\n") == 1


async def test_env_file_is_read(
    start_bot: StartBot, built_home: Home, tmp_path: Path
) -> None:
    (tmp_path / ".env").write_text("PORT=http\n", encoding="utf-8")

    bot = await start_bot("ask", QUESTION, home=built_home)

    assert (await bot.ended())[0] == 2


async def test_run_without_a_token_builds_and_answers_in_the_terminal(
    start_bot: StartBot, own_home: Home
) -> None:
    bot = await start_bot("run", home=own_home)

    status, out, _ = await bot.ended(f"{QUESTION}\n/themes 2\n".encode())

    assert status == 0
    assert ANSWER in out.partition("\n")[0]
    assert "Themes:" in out
    assert (own_home.index / "current").exists()


async def test_run_rebuilds_a_stale_index(
    start_bot: StartBot, own_built_home: Home
) -> None:
    home, pointer = own_built_home, own_built_home.index / "current"
    before = pointer.read_text("ascii")
    with next(home.data.glob("documents/*.md")).open("a", encoding="utf-8") as file:
        file.write("\nOne more paragraph.\n")

    await (await start_bot("run", home=home)).ended(b"")

    assert pointer.read_text("ascii") != before


async def test_run_serves_the_old_index_when_the_data_is_at_fault(
    start_bot: StartBot, own_built_home: Home
) -> None:
    next(own_built_home.data.glob("records/*.yaml")).write_text("]", encoding="utf-8")

    status, out, err = await (await start_bot("run", home=own_built_home)).ended(
        QUESTION.encode()
    )

    assert status == 0
    assert ANSWER in out
    assert "event=build_failed" in err


async def test_run_without_any_index_and_with_faulty_data_ends(
    start_bot: StartBot, own_home: Home
) -> None:
    next(own_home.data.glob("records/*.yaml")).write_text("]", encoding="utf-8")

    status, out, err = await (await start_bot("run", home=own_home)).ended(b"")

    assert (status, out) == (1, "")
    assert "start again" in err


async def test_run_answers_from_what_could_be_read(
    start_bot: StartBot, own_home: Home
) -> None:
    (own_home.data / "documents" / "spoilt.pdf").write_bytes(b"%PDF")

    status, out, err = await (await start_bot("run", home=own_home)).ended(
        QUESTION.encode()
    )

    assert status == 0
    assert ANSWER in out
    assert "documents/spoilt.pdf:1: the file is damaged" in err
    assert "event=build_incomplete" in err


async def test_index_copied_without_its_data_is_served(
    start_bot: StartBot, built_home: Home, tmp_path: Path
) -> None:
    bot = await start_bot("run", home=built_home, PALERMO_DATA=str(tmp_path / "none"))

    assert ANSWER in (await bot.ended(QUESTION.encode()))[1]


@pytest.mark.parametrize("words", ["ask", "chat"])
async def test_terminal_loads_no_telegram(
    start_bot: StartBot, built_home: Home, tmp_path: Path, words: str
) -> None:
    # A module of that name in the way shows whether anything asks for it.
    (tmp_path / "telegram.py").write_text("raise SystemExit('loaded')")
    (tmp_path / "aiohttp.py").write_text("raise SystemExit('loaded')")

    bot = await start_bot(words, home=built_home)

    assert (await bot.ended(QUESTION.encode()))[0] == 0
