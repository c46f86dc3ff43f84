import pytest
from telegram import Update

from bot.service import SearchThread
from bot.state.preferences import Preferences
from bot.state.state import State
from bot.telegram.readers import Readers
from tests.bot.telegram.conftest import ADA, message

ASKED = message("When?") | {"from": {**ADA, "language_code": "fr"}}


@pytest.mark.parametrize(("chosen", "hint"), [(None, "fr"), ("en", "en")])
async def test_chosen_language_goes_before_that_of_telegram(
    thread: SearchThread, state: State, chosen: str | None, hint: str
) -> None:
    await state.preferences.choose(int(str(ADA["id"])), Preferences(language=chosen))
    update = Update.de_json({"update_id": 1, "message": ASKED}, None)

    assert await Readers(thread, state.preferences).hint(update) == hint
