"""The platform's numbers, and the checks that apply them to texts.

Source: Bot API; python-telegram-bot's `telegram.constants` lists them by name.
"""

from bot.sandbox.entities import Formatted, utf16_length
from bot.sandbox.errors import ApiError, bad_request

MESSAGE_TEXT = 4096
CAPTION = 1024
ENTITIES = 100
BUTTONS = 100
BUTTONS_A_ROW = 8
CALLBACK_DATA_BYTES = 64
COPY_TEXT = 256
CALLBACK_ANSWER = 200
COMMANDS = 100
COMMAND = 32
COMMAND_DESCRIPTION = 256
DESCRIPTION = 512
SHORT_DESCRIPTION = 120
UPDATES = 100
LONG_POLL_SECONDS = 50
SECRET_TOKEN = 256
WEBHOOK_CONNECTIONS = 100
WEBHOOK_PORTS = (443, 80, 88, 8443)
INLINE_RESULTS = 50
INLINE_QUERY = 256
INLINE_ID_BYTES = 64
PHOTO_BYTES = 10 * 2**20
UPLOAD_BYTES = 50 * 2**20


def checked_text(formatted: Formatted) -> Formatted:
    """Give a message's text as Telegram keeps it, or refuse it.

    Lengths count UTF-16 units, the strictest reading of "characters". Entities
    beyond the hundredth, which Telegram drops without a word, are refused.
    """
    if not formatted.text:
        raise bad_request("message text is empty")
    kept = formatted.trimmed()
    if not kept.text:
        raise bad_request("text must be non-empty")
    _check_size(kept, MESSAGE_TEXT, too_long="message is too long")
    return kept


def checked_caption(formatted: Formatted) -> Formatted:
    """Give a caption as Telegram keeps it; it may be empty."""
    kept = formatted.trimmed()
    _check_size(kept, CAPTION, too_long="message caption is too long")
    return kept


def _check_size(formatted: Formatted, limit: int, *, too_long: str) -> None:
    if utf16_length(formatted.text) > limit:
        raise bad_request(too_long)
    if len(formatted.entities) > ENTITIES:
        raise bad_request(f"can't parse entities: more than {ENTITIES} entities")


def check_upload(content: bytes, *, limit: int = UPLOAD_BYTES) -> None:
    """Refuse an empty or an oversized file."""
    if not content:
        raise bad_request("file must be non-empty")
    if len(content) > limit:
        raise ApiError(413, "Request Entity Too Large")
