"""How the real bot fares, over HTTP, whichever way its updates come."""

import aiohttp
import pytest
from prometheus_client.parser import text_string_to_metric_families

from bot.sandbox import Sandbox, User, too_many_requests
from tests.e2e.conftest import PATIENCE, Home, StartBot, listens, polls

QUESTION = "When did the Firearms Protocol enter into force?"


@pytest.fixture
def webhook(sandbox: Sandbox) -> dict[str, str]:
    return listens(sandbox)


@pytest.fixture(params=["polling", "webhook"])
def environment(
    request: pytest.FixtureRequest, sandbox: Sandbox, webhook: dict[str, str]
) -> dict[str, str]:
    if request.param == "webhook":
        return webhook
    kept = {name: webhook[name] for name in ("PALERMO_HOST", "PORT")}
    return {**polls(sandbox), **kept}


async def fetch(environment: dict[str, str], path: str) -> str:
    url = f"http://127.0.0.1:{environment['PORT']}{path}"
    async with aiohttp.ClientSession() as client, client.get(url) as answer:
        assert answer.status == 200
        return await answer.text()


async def test_health_and_figures_are_served(
    start_bot: StartBot,
    environment: dict[str, str],
    sandbox: Sandbox,
    ada: User,
    built_home: Home,
) -> None:
    await start_bot("run", home=built_home, **environment)
    sandbox.faults.add("sendMessage", too_many_requests(1))
    await ada.ask(QUESTION, within=PATIENCE)
    await ada.ask("How far away is the moon?")
    await ada.ask("/start")

    assert await fetch(environment, "/healthz") == "ok\n"
    told = await fetch(environment, "/metrics")
    samples = {
        (sample.name, *sorted(sample.labels.values())): sample.value
        for family in text_string_to_metric_families(told)
        for sample in family.samples
    }
    assert samples["palermo_questions_total", "answered"] == 1
    assert samples["palermo_questions_total", "refused"] == 1
    assert samples["palermo_updates_total", "message"] >= 2
    assert samples["palermo_flood_waits_total", "limit"] == 1
    assert samples["palermo_index_age_seconds",] > 0
    for private in ("Ada", "Firearms", str(ada.person.id)):
        assert private not in told
