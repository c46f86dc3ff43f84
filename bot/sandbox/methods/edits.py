"""Methods that change or delete what was sent."""

from bot.sandbox import composing
from bot.sandbox.account import Account
from bot.sandbox.detection import add_detected
from bot.sandbox.entities import Formatted
from bot.sandbox.errors import bad_request
from bot.sandbox.keyboards import Keyboard, read_keyboard
from bot.sandbox.limits import checked_text
from bot.sandbox.model import Json, Message
from bot.sandbox.params import Params

NOT_MODIFIED = (
    "message is not modified: specified new message content and reply markup are "
    "exactly the same as a current content and reply markup of the message"
)


async def edit_message_text(account: Account, params: Params) -> Json:
    """Replace text and keyboard; a keyboard that is not given is taken away."""
    body = composing.read_formatted(params, "text", entities="entities")
    body = add_detected(checked_text(body))
    message = _editable(account, params)
    if message.attachment is not None:
        raise bad_request("there is no text in the message to edit")
    keyboard = read_keyboard(params.json("reply_markup"))
    return _edited(account, message, body=body, keyboard=keyboard)


async def edit_message_reply_markup(account: Account, params: Params) -> Json:
    """Replace the keyboard alone."""
    message = _editable(account, params)
    keyboard = read_keyboard(params.json("reply_markup"))
    return _edited(account, message, body=message.body, keyboard=keyboard)


async def delete_message(account: Account, params: Params) -> bool:
    """Delete a message of the bot, or of the other side in a private chat."""
    message = _found(account, params, missing="message to delete not found")
    if message.sender != account.me and message.chat.type != "private":
        raise bad_request("message can't be deleted")
    account.chats.delete(message)
    return True


def _edited(
    account: Account, message: Message, *, body: Formatted, keyboard: Keyboard
) -> Json:
    if (body, keyboard) == (message.body, message.keyboard):
        raise bad_request(NOT_MODIFIED)
    edited = account.chats.edit(message, body=body, keyboard=keyboard)
    return account.chats.as_json(edited)


def _editable(account: Account, params: Params) -> Message:
    message = _found(account, params, missing="message to edit not found")
    if message.sender != account.me:
        raise bad_request("message can't be edited")
    return message


def _found(account: Account, params: Params, *, missing: str) -> Message:
    chat = composing.read_chat(account, params)
    message_id = params.integer("message_id")
    if not message_id:
        raise bad_request("message identifier is not specified")
    message = account.chats.message(chat, message_id)
    if message is None:
        raise bad_request(missing)
    return message
