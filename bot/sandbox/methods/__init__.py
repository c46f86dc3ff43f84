"""Every Bot API method that the server knows, by its name."""

from collections.abc import Awaitable, Callable
from typing import Any

from bot.sandbox.account import Account
from bot.sandbox.methods import answers, edits, intake, messages, profile
from bot.sandbox.params import Params

Method = Callable[[Account, Params], Awaitable[Any]]

METHODS: dict[str, Method] = {
    # receiving
    "getUpdates": intake.get_updates,
    "setWebhook": intake.set_webhook,
    "deleteWebhook": intake.delete_webhook,
    "getWebhookInfo": intake.get_webhook_info,
    # sending
    "sendMessage": messages.send_message,
    "sendDocument": messages.send_document,
    "sendPhoto": messages.send_photo,
    "sendChatAction": messages.send_chat_action,
    # changing what was sent
    "editMessageText": edits.edit_message_text,
    "editMessageReplyMarkup": edits.edit_message_reply_markup,
    "deleteMessage": edits.delete_message,
    # answering
    "answerCallbackQuery": answers.answer_callback_query,
    "answerInlineQuery": answers.answer_inline_query,
    "answerGuestQuery": answers.answer_guest_query,
    # the bot itself
    "getMe": profile.get_me,
    "setMyCommands": profile.set_my_commands,
    "getMyCommands": profile.get_my_commands,
    "deleteMyCommands": profile.delete_my_commands,
    "setMyDescription": profile.set_my_description,
    "getMyDescription": profile.get_my_description,
    "setMyShortDescription": profile.set_my_short_description,
    "getMyShortDescription": profile.get_my_short_description,
}

_NAMES = {name.lower(): name for name in METHODS}


def canonical_name(name: str) -> str:
    """Give a method's name as documented; callers may write it in any case."""
    return _NAMES.get(name.lower(), name)
