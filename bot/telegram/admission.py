"""Before anything else is done with an update: is its sender within bounds?"""

import math
from dataclasses import dataclass

from telegram import Update
from telegram.ext import ApplicationHandlerStop, ContextTypes

from bot.metrics import TURNED_AWAY
from bot.telegram.gate import Gate
from bot.telegram.readers import Readers


@dataclass(frozen=True, slots=True)
class Admission:
    """Turns away who asks too much, and tells them once a minute when to come back."""

    gate: Gate
    readers: Readers

    async def on_update(
        self, update: Update, _context: ContextTypes.DEFAULT_TYPE
    ) -> None:
        """Let an update pass on to its handler, or end it here.

        Raises:
            ApplicationHandlerStop: Its sender has to stay away for a while.
        """
        user = update.effective_user
        wait = self.gate.wait(user.id) if user else 0.0
        if user and wait:
            TURNED_AWAY.inc()
            await self._turn_away(update, user.id, wait)
            raise ApplicationHandlerStop

    async def _turn_away(self, update: Update, reader: int, wait: float) -> None:
        query, tongue = update.callback_query, await self.readers.tongue(update)
        text = tongue.texts.come_back.format(seconds=math.ceil(wait))
        if query:
            await query.answer(text)
        elif update.effective_message and self.gate.is_first_refusal(reader):
            await update.effective_message.reply_text(text)
