"""The bot's table of contents: every handler, in the order in which they are tried."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from telegram.ext import (
    Application,
    ApplicationBuilder,
    BaseHandler,
    CallbackQueryHandler,
    CommandHandler,
    InlineQueryHandler,
    MessageHandler,
    filters,
)
from telegram.request import BaseRequest

from bot.commands import COMMANDS
from bot.service import SearchThread
from bot.settings import Settings
from bot.state.state import State
from bot.telegram.administration import (
    BROADCAST,
    FEEDBACK,
    HELP,
    STATUS,
    Administration,
)
from bot.telegram.admission import Admission
from bot.telegram.choices import ChoiceHandler
from bot.telegram.flood import Patience
from bot.telegram.gate import Gate
from bot.telegram.handlers import Handlers
from bot.telegram.intake import ChatOrder
from bot.telegram.manners import Addressed
from bot.telegram.opinions import OPINION, REASON, Explaining, Opinions
from bot.telegram.own_settings import FORGET, SETTINGS, OwnSettings
from bot.telegram.pace import Pace
from bot.telegram.readers import Readers
from bot.telegram.rebuilding import REBUILD, Rebuilding
from bot.telegram.subscribing import SUBSCRIBE, Subscribing

App = Application[Any, Any, Any, Any, Any, Any]
_FIRST, _THEN = range(2)  # of the handlers in each group one takes an update
_POLLING_CONNECTIONS = 8  # with a single one, polling can stall after a network fault


@dataclass(frozen=True, slots=True)
class Staff:
    """Who handles updates."""

    admission: Admission
    handlers: Handlers
    own_settings: OwnSettings
    opinions: Opinions
    subscribing: Subscribing
    administration: Administration
    rebuilding: Rebuilding
    admins: frozenset[int]


def staff_of(thread: SearchThread, state: State, settings: Settings) -> Staff:
    """Employ all of them."""
    readers = Readers(thread, state.preferences)
    opinions = Opinions(readers, state.feedback)
    handlers = Handlers(readers, state.news)
    return Staff(
        Admission(Gate(settings.questions_per_minute), readers),
        handlers,
        OwnSettings(readers, state),
        opinions,
        Subscribing(readers, state.news),
        Administration(readers, handlers, state, settings.index),
        Rebuilding(readers, settings.data, settings.index),
        settings.admins,
    )


def build_app(
    settings: Settings, staff: Staff, *, request: BaseRequest | None = None
) -> App:
    """Build the application; nothing is sent before it is initialized.

    `request` takes the place of the network. Updates are fed in by `intake`, so that
    the library's own updater and queue stay out.
    """
    order = ChatOrder()
    pace = Pace(settings.messages_per_second)
    builder = (
        ApplicationBuilder()
        .token(settings.token or "")
        .base_url(f"{settings.api_url}/bot")
        .base_file_url(f"{settings.api_url}/file/bot")
        .concurrent_updates(order)
        .rate_limiter(Patience(pace, rest=order.rest))
        .updater(None)
        .job_queue(None)
    )
    if request is None:
        builder = builder.get_updates_connection_pool_size(_POLLING_CONNECTIONS)
    else:
        builder = builder.request(request).get_updates_request(request)
    app = builder.build()
    _register(app, staff)
    return app


def _register(app: App, staff: Staff) -> None:
    handlers, addressed = staff.handlers, Addressed()
    own, opinions = staff.own_settings, staff.opinions
    subscribing = staff.subscribing
    names = [each.name for each in COMMANDS]
    guests = filters.UpdateType.GUEST_MESSAGE
    texts = (filters.TEXT | filters.CAPTION) & addressed & ~guests
    # Stickers, voices and the like; in groups they are none of our business.
    others = filters.ChatType.PRIVATE & ~filters.StatusUpdate.ALL & addressed
    app.add_handlers(
        {
            _FIRST: [
                CommandHandler(names, staff.admission.on_update),
                MessageHandler(texts | others, staff.admission.on_update),
                CallbackQueryHandler(staff.admission.on_update),
            ],
            _THEN: [
                # For all but administrators these are unknown commands.
                *_administrative(staff),
                # Mentions in chats that the bot is not in.
                MessageHandler(guests, handlers.on_guest),
                # What is about the reader, and not about the documents.
                CommandHandler(SETTINGS, own.on_settings),
                CommandHandler(FORGET, own.on_forget),
                CommandHandler(SUBSCRIBE, subscribing.on_subscribe),
                ChoiceHandler(SUBSCRIBE, subscribing.on_stop),
                ChoiceHandler(SETTINGS, own.on_setting),
                ChoiceHandler(FORGET, own.on_forget_decided),
                ChoiceHandler(OPINION, opinions.on_opinion),
                ChoiceHandler(REASON, opinions.on_reason),
                MessageHandler(Explaining() & filters.TEXT, opinions.on_explanation),
                # /start and the others; those that name another bot fall through.
                CommandHandler(names, handlers.on_text),
                # Questions, and commands that there are not: did you mean ...?
                MessageHandler(texts, handlers.on_text),
                MessageHandler(others, handlers.on_other),
                CallbackQueryHandler(handlers.on_button),
                InlineQueryHandler(handlers.on_inline),
            ],
        }
    )
    app.add_error_handler(handlers.on_error)


def _administrative(staff: Staff) -> Sequence[BaseHandler[Any, Any, Any]]:
    """Give what is done for administrators, and only where nobody else reads it."""
    administration = staff.administration
    allowed = filters.User(staff.admins) & filters.ChatType.PRIVATE
    return (
        CommandHandler(HELP, administration.on_help, allowed),
        CommandHandler(STATUS, administration.on_status, allowed),
        CommandHandler(FEEDBACK, administration.on_feedback, allowed),
        CommandHandler(BROADCAST, administration.on_broadcast, allowed),
        CommandHandler(REBUILD, staff.rebuilding.on_rebuild, allowed),
        # These buttons stand in the administrators' own chats alone.
        ChoiceHandler(BROADCAST, administration.on_broadcast_decided),
    )
