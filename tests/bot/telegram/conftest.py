"""An application that speaks to nobody, and updates as Telegram sends them."""

import itertools
import json
from collections.abc import AsyncIterator, Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest
from telegram import Update
from telegram.request import BaseRequest, RequestData

from bot.reception import House, Reception
from bot.service import SearchThread
from bot.settings import read_settings
from bot.state.database import Database
from bot.state.state import State, state_in
from bot.telegram.app import App, build_app, staff_of
from tests.bot.conftest import Clerk, Shelf

TOKEN = "123456:ABC-def"
ME = {
    "id": 123456,
    "is_bot": True,
    "first_name": "Palermo",
    "username": "palermo_bot",
}
ADA = {"id": 7, "is_bot": False, "first_name": "Ada"}
BOSS = {"id": 1, "is_bot": False, "first_name": "Boss"}  # an administrator
GROUP = -100
MOST_QUESTIONS = 10  # of a reader in a minute


@dataclass(frozen=True, slots=True)
class Sent:
    """One request of the bot."""

    method: str
    params: dict[str, Any]


@dataclass(slots=True)
class Script:
    """What the bot did, and how the next requests of a method end."""

    sent: list[Sent] = field(default_factory=list)
    endings: dict[str, list[tuple[int, dict[str, Any]]]] = field(default_factory=dict)

    def of(self, method: str) -> list[dict[str, Any]]:
        return [each.params for each in self.sent if each.method == method]

    def fail(self, method: str, code: int, description: str, **parameters: Any) -> None:
        body = {"ok": False, "error_code": code, "description": description}
        ending = (code, {**body, "parameters": parameters})
        self.endings.setdefault(method, []).append(ending)


class OfflineRequest(BaseRequest):
    """Answers by itself; no request ever leaves the process."""

    def __init__(self, script: Script) -> None:
        self._script = script
        self._ids = itertools.count(1_000)

    @property
    def read_timeout(self) -> float | None:
        return None

    async def initialize(self) -> None:
        pass

    async def shutdown(self) -> None:
        pass

    async def do_request(
        self,
        url: str,
        method: str,
        request_data: RequestData | None = None,
        *_: Any,
        **__: Any,
    ) -> tuple[int, bytes]:
        name = url.rpartition("/")[2]
        params = dict(request_data.parameters) if request_data else {}
        self._script.sent.append(Sent(name, params))
        endings = self._script.endings.get(name, [])
        code, body = endings.pop(0) if endings else (200, self._success(name, params))
        return code, json.dumps(body).encode()

    def _success(self, name: str, params: dict[str, Any]) -> dict[str, Any]:
        if name == "getMe":
            return {"ok": True, "result": ME}
        if name in {"sendMessage", "editMessageText"}:
            chat = {"id": params["chat_id"], "type": "private"}
            message = {
                "message_id": next(self._ids),
                "date": 1_700_000_000,
                "chat": chat,
            }
            return {"ok": True, "result": message}
        if name == "answerGuestQuery":
            return {"ok": True, "result": {"inline_message_id": "1"}}
        return {"ok": True, "result": True}


@pytest.fixture
def script() -> Script:
    return Script()


@pytest.fixture
async def thread(shelf: Shelf, clerk: Clerk) -> AsyncIterator[SearchThread]:
    reception = Reception(House(lambda: ("one",), lambda: shelf, lambda _: clerk))
    async with SearchThread(reception) as thread:
        yield thread


@pytest.fixture
async def state(tmp_path: Path) -> AsyncIterator[State]:
    async with Database(tmp_path / "state.db") as database:
        yield state_in(database)


@pytest.fixture
async def app(
    script: Script, thread: SearchThread, state: State, tmp_path: Path
) -> AsyncIterator[App]:
    settings = read_settings(
        {
            "TELEGRAM_BOT_TOKEN": TOKEN,
            "PALERMO_MESSAGES_PER_SECOND": "0",
            "PALERMO_QUESTIONS_PER_MINUTE": str(MOST_QUESTIONS),
            "PALERMO_ADMINS": str(BOSS["id"]),
            "PALERMO_INDEX": str(tmp_path / "index"),
        }
    )
    staff = staff_of(thread, state, settings)
    app = build_app(settings, staff, request=OfflineRequest(script))
    async with app:
        yield app


Tell = Callable[..., Any]


def entity(kind: str, text: str, whole: str) -> dict[str, Any]:
    start = whole.index(text)
    return {
        "type": kind,
        "offset": len(whole[:start].encode("utf-16-le")) // 2,
        "length": len(text.encode("utf-16-le")) // 2,
    }


def entities_in(text: str) -> list[dict[str, Any]]:
    kinds = {"/": "bot_command", "@": "mention"}
    words = [word.rstrip("?,") for word in text.split()]
    return [entity(kinds[w[0]], w, text) for w in words if w and w[0] in kinds]


def message(text: str | None = None, *, chat: int = 7, **fields: Any) -> dict[str, Any]:
    kind = "private" if chat > 0 else "supergroup"
    content = {"text": text, "entities": entities_in(text)} if text is not None else {}
    return {
        "message_id": 1,
        "date": 1_700_000_000,
        "chat": {"id": chat, "type": kind, "title": "Delegates"},
        "from": ADA,
        **content,
        **fields,
    }


@pytest.fixture
def tell(app: App) -> Tell:
    """Let an update be handled: `await tell(message=...)`."""
    numbers = itertools.count(1)

    async def handle(**kinds: Any) -> None:
        update = Update.de_json({"update_id": next(numbers), **kinds}, app.bot)
        await app.process_update(update)

    return handle
