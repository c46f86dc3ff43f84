"""The bot's table of contents: every handler, in the order in which they are tried."""

from typing import Any

from telegram.ext import (
    Application,
    ApplicationBuilder,
    CallbackQueryHandler,
    CommandHandler,
    MessageHandler,
    filters,
)
from telegram.request import BaseRequest

from bot.commands import COMMANDS
from bot.telegram.flood import Patience
from bot.telegram.handlers import Handlers
from bot.telegram.intake import ChatOrder
from bot.telegram.manners import Addressed

App = Application[Any, Any, Any, Any, Any, Any]
_POLLING_CONNECTIONS = 8  # with a single one, polling can stall after a network fault


def build_app(
    token: str, handlers: Handlers, *, api_url: str, request: BaseRequest | None = None
) -> App:
    """Build the application; nothing is sent before it is initialized.

    `request` takes the place of the network. Updates are fed in by `intake`, so that
    the library's own updater and queue stay out.
    """
    order = ChatOrder()
    builder = (
        ApplicationBuilder()
        .token(token)
        .base_url(f"{api_url}/bot")
        .base_file_url(f"{api_url}/file/bot")
        .concurrent_updates(order)
        .rate_limiter(Patience(rest=order.rest))
        .updater(None)
        .job_queue(None)
    )
    if request is None:
        builder = builder.get_updates_connection_pool_size(_POLLING_CONNECTIONS)
    else:
        builder = builder.request(request).get_updates_request(request)
    app = builder.build()
    _register(app, handlers)
    return app


def _register(app: App, handlers: Handlers) -> None:
    addressed = Addressed()
    app.add_handlers(
        [
            # /start, /help and the others; those that name another bot fall through.
            CommandHandler([each.name for each in COMMANDS], handlers.on_text),
            # Questions, and commands that there are not: did you mean ...?
            MessageHandler(
                (filters.TEXT | filters.CAPTION) & addressed, handlers.on_text
            ),
            # Stickers, voices and the like; in groups they are none of our business.
            MessageHandler(
                filters.ChatType.PRIVATE & ~filters.StatusUpdate.ALL & addressed,
                handlers.on_other,
            ),
            CallbackQueryHandler(handlers.on_button),
        ]
    )
    app.add_error_handler(handlers.on_error)
