from pathlib import Path

import pytest

from bot.settings import VARIABLES, Settings, SettingsError, describe, read_settings

TOKEN = "123456:ABC-def_ghi"


def test_defaults_need_nothing() -> None:
    settings = read_settings({})

    assert settings == Settings(
        token=None,
        data=Path("data"),
        index=Path("var/index"),
        state=Path("var/state.db"),
        webhook_url=None,
        webhook_secret=None,
        host="0.0.0.0",
        port=None,
        api_url="https://api.telegram.org",
        messages_per_second=30,
        questions_per_minute=30,
        admins=frozenset(),
        log_level="INFO",
    )


def test_environment_wins_over_the_file(tmp_path: Path) -> None:
    file = tmp_path / ".env"
    file.write_text("PORT=1000\nPALERMO_DATA=there\n", encoding="utf-8")

    settings = read_settings({"PORT": "2000"}, file)

    assert settings.port == 2000
    assert settings.data == Path("there")


def test_missing_file_is_no_fault(tmp_path: Path) -> None:
    assert read_settings({}, tmp_path / ".env") == read_settings({})


def test_empty_value_counts_as_absent(tmp_path: Path) -> None:
    file = tmp_path / ".env"
    file.write_text(f"TELEGRAM_BOT_TOKEN={TOKEN}\n", encoding="utf-8")

    assert read_settings({"TELEGRAM_BOT_TOKEN": ""}, file).token == TOKEN


@pytest.mark.parametrize("text", ["7,8", " 7, 8 ", "8 7 8"])
def test_administrators_are_numbers_in_any_order(text: str) -> None:
    assert read_settings({"PALERMO_ADMINS": text}).admins == {7, 8}


def test_address_loses_its_last_slash() -> None:
    settings = read_settings({"PALERMO_API_URL": "http://127.0.0.1:8081/"})

    assert settings.api_url == "http://127.0.0.1:8081"


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("TELEGRAM_BOT_TOKEN", "a token"),
        ("PALERMO_WEBHOOK_URL", "bot.example.org"),
        ("PALERMO_WEBHOOK_URL", "ftp://bot.example.org"),
        ("PALERMO_WEBHOOK_URL", "https://bot.example.org:port/"),
        ("PALERMO_API_URL", "https://[::1"),
        ("PALERMO_WEBHOOK_SECRET", "with blanks"),
        ("PALERMO_WEBHOOK_SECRET", "x" * 257),
        ("PORT", "http"),
        ("PORT", "0"),
        ("PORT", "65536"),
        ("PALERMO_MESSAGES_PER_SECOND", "-1"),
        ("PALERMO_QUESTIONS_PER_MINUTE", "many"),
        ("PALERMO_ADMINS", "@ada"),
        ("PALERMO_LOG_LEVEL", "LOUD"),
    ],
)
def test_wrong_value_names_its_variable(name: str, value: str) -> None:
    with pytest.raises(SettingsError, match=f"^{name} is wrong: expected .*; correct"):
        read_settings({name: value})


def test_wrong_token_is_not_repeated() -> None:
    with pytest.raises(SettingsError) as caught:
        read_settings({"TELEGRAM_BOT_TOKEN": "123456 ABC"})

    assert "ABC" not in str(caught.value).replace("ABC-def", "")


def test_secrets_stay_out_of_the_repr() -> None:
    environment = {"TELEGRAM_BOT_TOKEN": TOKEN, "PALERMO_WEBHOOK_SECRET": "hush-hush"}

    settings = read_settings(environment)

    assert settings.token == TOKEN
    assert TOKEN not in repr(settings)
    assert "hush-hush" not in repr(settings)


def test_each_field_is_filled_by_one_variable() -> None:
    fields = [variable.fills for variable in VARIABLES]

    assert fields == list(Settings.__dataclass_fields__)


def test_table_has_a_row_for_each_variable() -> None:
    head, rule, *rows = describe().splitlines()

    assert (head, rule) == (
        "| Variable | Default | What it sets |",
        "| --- | --- | --- |",
    )
    assert [row.split("`")[1] for row in rows] == [each.name for each in VARIABLES]
    assert {row.count("|") for row in rows} == {4}
