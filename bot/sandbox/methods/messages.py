"""Methods that send."""

from bot.sandbox import composing
from bot.sandbox.account import Account
from bot.sandbox.detection import add_detected
from bot.sandbox.entities import Formatted
from bot.sandbox.errors import bad_request
from bot.sandbox.events import Event
from bot.sandbox.keyboards import read_keyboard
from bot.sandbox.limits import checked_caption, checked_text
from bot.sandbox.model import Attachment, Json
from bot.sandbox.params import Params

_ACTIONS = (
    "choose_sticker",
    "find_location",
    "record_video",
    "record_video_note",
    "record_voice",
    "typing",
    "upload_document",
    "upload_photo",
    "upload_video",
    "upload_video_note",
    "upload_voice",
)


async def send_message(account: Account, params: Params) -> Json:
    """Send a text."""
    body = composing.read_formatted(params, "text", entities="entities")
    return _posted(account, params, body=checked_text(body))


async def send_document(account: Account, params: Params) -> Json:
    """Send a file with a caption."""
    upload = params.upload("document")
    stored = account.files.store_document(upload) if upload else None
    return _posted_file(account, params, stored or _known(account, params, "document"))


async def send_photo(account: Account, params: Params) -> Json:
    """Send a photo with a caption."""
    upload = params.upload("photo")
    stored = account.files.store_photo(upload) if upload else None
    return _posted_file(account, params, stored or _known(account, params, "photo"))


async def send_chat_action(account: Account, params: Params) -> bool:
    """Show what the bot is doing."""
    chat = composing.read_writable_chat(account, params)
    action = params.text("action")
    if action not in _ACTIONS:
        raise bad_request("wrong parameter action in request")
    topic = composing.read_topic(account, params, chat=chat, reply_to=None)
    account.chats.events.append(Event("action", chat.id, action=action, topic=topic))
    return True


def _posted_file(account: Account, params: Params, attachment: Attachment) -> Json:
    body = composing.read_formatted(params, "caption", entities="caption_entities")
    return _posted(account, params, body=checked_caption(body), attachment=attachment)


def _posted(
    account: Account,
    params: Params,
    *,
    body: Formatted,
    attachment: Attachment | None = None,
) -> Json:
    chat = composing.read_writable_chat(account, params)
    reply_to = composing.read_reply(account, params, chat=chat)
    message = account.chats.post(
        chat,
        account.me,
        body=add_detected(body),
        keyboard=read_keyboard(params.json("reply_markup")),
        attachment=attachment,
        topic=composing.read_topic(account, params, chat=chat, reply_to=reply_to),
        reply_to=reply_to,
    )
    return account.chats.as_json(message)


def _known(account: Account, params: Params, kind: str) -> Attachment:
    reference = params.text(kind)
    if not reference:
        raise bad_request(f"there is no {kind} in the request")
    attachment = account.files.find(kind, reference)
    if attachment is None:
        raise bad_request("wrong remote file identifier specified: Wrong string length")
    return attachment
