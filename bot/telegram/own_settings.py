"""/settings, /forget: what a reader chose, and the end of it."""

from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass, replace

from telegram import CallbackQuery, InlineKeyboardMarkup, Update
from telegram.error import BadRequest
from telegram.ext import ContextTypes

from bot.messages import Tongue
from bot.state.database import StateUnavailableError
from bot.state.preferences import Preferences
from bot.state.state import State
from bot.telegram.choices import Row, choice, keyboard, value_of
from bot.telegram.readers import Readers

Context = ContextTypes.DEFAULT_TYPE
SETTINGS, FORGET = "settings", "forget"
_LANGUAGE, _LENGTH, _FORM = "language", "length", "form"
_ERASE, _KEEP = "erase", "keep"


@dataclass(frozen=True, slots=True)
class OwnSettings:
    """Shows readers what is kept about them, and lets them change or end it."""

    readers: Readers
    state: State

    async def on_settings(self, update: Update, _context: Context) -> None:
        """Show the settings as buttons."""
        if message := update.effective_message:
            tongue = await self.readers.tongue(update)
            drawn = await self._drawn(await self.readers.wishes(update), tongue)
            await message.reply_text(tongue.texts.settings, reply_markup=drawn)

    async def on_setting(self, update: Update, _context: Context) -> None:
        """Keep what was chosen, and show it in the same place."""
        query = update.callback_query
        if query is None:
            return
        chosen = _with(await self.readers.wishes(update), value_of(query))
        try:
            await self.state.preferences.choose(query.from_user.id, chosen)
        except StateUnavailableError:
            await self._refuse(update, query)
            return
        tongue = await self.readers.tongue(update)
        await query.answer(tongue.texts.settings_kept)
        await _show(query, tongue.texts.settings, await self._drawn(chosen, tongue))

    async def on_forget(self, update: Update, _context: Context) -> None:
        """Ask whether all shall be erased."""
        if message := update.effective_message:
            texts = (await self.readers.tongue(update)).texts
            erase = choice(texts.forget_erase, FORGET, _ERASE)
            keep = choice(texts.forget_keep, FORGET, _KEEP)
            drawn = keyboard([erase, keep])
            await message.reply_text(texts.forget_ask, reply_markup=drawn)

    async def on_forget_decided(self, update: Update, _context: Context) -> None:
        """Erase what is kept about a reader, if that was confirmed."""
        query = update.callback_query
        if query is None:
            return
        texts = (await self.readers.tongue(update)).texts
        done = texts.forget_kept
        if value_of(query) == _ERASE:
            try:
                await self.state.forget(query.from_user.id)
            except StateUnavailableError:
                await self._refuse(update, query)
                return
            self.readers.forget(update)
            done = texts.forgotten
        await query.answer()
        await _show(query, done, None)

    async def _refuse(self, update: Update, query: CallbackQuery) -> None:
        texts = (await self.readers.tongue(update)).texts
        await query.answer(texts.not_kept, show_alert=True)

    async def _drawn(self, wishes: Preferences, tongue: Tongue) -> InlineKeyboardMarkup:
        tongues = await self.readers.thread.tongues()
        languages = [(tongue.texts.settings_automatic, "")]
        languages += [(each.texts.own_name, each.code) for each in tongues]
        return keyboard(
            _row(_LANGUAGE, dict(languages), wishes.language or ""),
            *_switches(wishes, tongue),
        )


def _switches(wishes: Preferences, tongue: Tongue) -> Iterator[Row]:
    texts = tongue.texts
    length = {texts.settings_full: "full", texts.settings_short: "short"}
    yield _row(_LENGTH, length, "short" if wishes.is_short else "full")
    form = {texts.settings_formatted: "formatted", texts.settings_plain: "plain"}
    yield _row(_FORM, form, "plain" if wishes.is_plain else "formatted")


def _row(what: str, values: dict[str, str], chosen: str) -> Row:
    return [
        choice(label, SETTINGS, f"{what}={value}", is_chosen=value == chosen)
        for label, value in values.items()
    ]


def _with(wishes: Preferences, chosen: str) -> Preferences:
    """Change one setting; what is not known changes nothing."""
    match chosen.split("="):
        case [str(what), str(value)] if what == _LANGUAGE:
            return replace(wishes, language=value or None)
        case [str(what), str(value)] if what == _LENGTH:
            return replace(wishes, is_short=value == "short")
        case [str(what), str(value)] if what == _FORM:
            return replace(wishes, is_plain=value == "plain")
    return wishes


async def _show(
    query: CallbackQuery, text: str, drawn: InlineKeyboardMarkup | None
) -> None:
    """Put a text in the place of the message; the same once more is no fault."""
    with suppress(BadRequest):
        await query.edit_message_text(text, reply_markup=drawn)
