from datetime import UTC, datetime

from prometheus_client.parser import text_string_to_metric_families

from bot.metrics import exposition, note_generation, note_reply, note_wait, value


def count(name: str, **labels: str) -> float:
    return value(name, **labels)


def test_reply_is_counted_by_its_kind_and_its_time() -> None:
    before = count("palermo_updates_total", kind="message")
    slowest = count("palermo_slowest_reply_seconds")

    note_reply("message", slowest + 1)
    note_reply("message", slowest)

    assert count("palermo_updates_total", kind="message") == before + 2
    assert count("palermo_slowest_reply_seconds") == slowest + 1


def test_wait_is_counted_by_its_cause() -> None:
    times = count("palermo_flood_waits_total", cause="limit")
    seconds = count("palermo_flood_wait_seconds_total", cause="limit")

    note_wait("limit", 2.5)

    assert count("palermo_flood_waits_total", cause="limit") == times + 1
    assert count("palermo_flood_wait_seconds_total", cause="limit") == seconds + 2.5


def test_generation_tells_its_age() -> None:
    built = datetime(2026, 1, 1, 12, tzinfo=UTC)

    note_generation("one", built)

    assert count("palermo_index_built_timestamp_seconds") == built.timestamp()
    assert count("palermo_index_age_seconds") > 0
    assert count("palermo_index_info", generation="one") == 1


def test_what_never_happened_is_nought() -> None:
    assert count("palermo_questions_total", outcome="unheard of") == 0


def test_prometheus_can_read_all_of_it() -> None:
    families = list(text_string_to_metric_families(exposition().decode()))

    ours = {family.name for family in families if family.name.startswith("palermo_")}
    assert {"palermo_updates", "palermo_reply_seconds", "palermo_index_info"} <= ours
    assert all(family.documentation for family in families)
