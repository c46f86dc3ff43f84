"""README says what is so: its example, its settings, its commands."""

import os
import re
import shlex
import subprocess
import sys
from pathlib import Path

import pytest

import bot.__main__
import index.__main__
from bot.commands import COMMANDS, Command
from bot.settings import VARIABLES, describe
from tests.tongues import ENGLISH

ROOT = Path(__file__).parents[1]
README = (ROOT / "README.md").read_text("utf-8")
SUBCOMMANDS = [
    f"python -m {package} {name}"
    for package, group in (("bot", bot.__main__.main), ("index", index.__main__.main))
    for name in sorted(group.commands)
]


def first_example() -> tuple[list[str], str]:
    """Give the command of the first console block, and what it prints."""
    found = re.search(r"^```console\n\$ (.+)\n((?:.*\n)*?)```$", README, re.MULTILINE)
    assert found is not None
    return shlex.split(found[1]), found[2]


def test_first_example_prints_what_readme_shows(shipped_index: Path) -> None:
    (python, *words), shown = first_example()
    kept = {k: v for k, v in os.environ.items() if k not in {v.name for v in VARIABLES}}

    run = subprocess.run(
        [sys.executable, *words],
        capture_output=True,
        check=False,
        cwd=ROOT,
        env={**kept, "PALERMO_INDEX": str(shipped_index)},
        timeout=60,
    )

    assert python == "python"
    assert run.stdout.decode("utf-8") == shown
    assert run.stderr == b""
    assert run.returncode == 0


def test_settings_are_the_ones_that_are_read() -> None:
    tables = re.findall(r"(?:^\|.*\n)+", README, flags=re.MULTILINE)

    assert describe() in [table.rstrip("\n") for table in tables]


@pytest.mark.parametrize("command", COMMANDS, ids=lambda command: command.name)
def test_every_command_of_the_chat_is_named(command: Command) -> None:
    assert f"`{command.usage(ENGLISH.texts)}`" in README


@pytest.mark.parametrize("line", SUBCOMMANDS)
def test_every_subcommand_is_named(line: str) -> None:
    assert re.search(rf"{re.escape(line)}\b", README)
