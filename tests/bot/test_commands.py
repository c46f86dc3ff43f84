import re

import pytest

from bot.commands import COMMANDS, Command
from bot.conversation import Desk, respond
from tests.bot.conftest import Found, Shelf
from tests.tongues import ENGLISH, FRENCH

PROMISED = (
    "start help convention protocols sessions session themes dates timeline parties "
    "article define compare bodies decisions latest verify search cite calendar "
    "sources about subscribe settings privacy forget"
)
PERSONAL = {"subscribe", "settings", "privacy", "forget"}
SILENT = {"start", "help", "about", "search", "cite", *PERSONAL}
STATING = [c for c in COMMANDS if c.name not in SILENT]
FINDING = [c for c in COMMANDS if c.name not in PERSONAL]


def test_every_promised_command_is_there() -> None:
    assert {command.name for command in COMMANDS} == set(PROMISED.split())


@pytest.mark.parametrize("command", COMMANDS, ids=lambda command: command.name)
def test_telegram_accepts_the_command(command: Command) -> None:
    assert re.fullmatch(r"[a-z0-9_]{1,32}", command.name)
    for tongue in (ENGLISH, FRENCH):
        assert 1 <= len(command.words(tongue.texts).description) <= 256


@pytest.mark.parametrize("command", FINDING, ids=lambda command: command.name)
def test_example_of_a_command_finds_something(
    command: Command, desk: Desk, shelf: Shelf
) -> None:
    hit = Found("page", "page#1", "paragraph 1", "words")
    shelf.passages["technical assistance"] = [hit]

    reply = respond(desk, command.example(ENGLISH.texts))

    assert command.example(ENGLISH.texts).startswith(f"/{command.name}")
    assert reply.answer.answered


@pytest.mark.parametrize("command", STATING, ids=lambda command: command.name)
def test_listed_facts_are_cited(command: Command, desk: Desk) -> None:
    assert respond(desk, command.example(ENGLISH.texts)).answer.citations


def test_help_shows_every_command_with_its_words(desk: Desk) -> None:
    points = respond(desk, "/help").answer.points

    said = [point.partition(":")[0] for point in points]
    assert said == [command.usage(ENGLISH.texts) for command in COMMANDS]
    assert "/themes [N]" in said


@pytest.mark.parametrize("name", sorted(PERSONAL - {"privacy"}))
def test_what_is_kept_of_readers_is_a_matter_of_telegram(name: str, desk: Desk) -> None:
    answer = respond(desk, f"/{name}").answer

    assert answer.headline == ENGLISH.texts.only_in_telegram


def test_privacy_names_all_that_is_kept_and_how_to_erase_it(desk: Desk) -> None:
    answer = respond(desk, "/privacy").answer

    assert len(answer.points) == 6
    assert "/forget" in (answer.note or "")


def test_greeting_offers_example_questions(desk: Desk) -> None:
    labels = [button.label for button in respond(desk, "/start").buttons]

    assert len(labels) == 3
    assert "When did the Convention enter into force?" in labels
