"""Which group messages reach a bot in privacy mode, the default for all bots."""

from bot.sandbox.model import Message, Person


def reaches_bot(message: Message, bot: Person, *, original: Message | None) -> bool:
    """Tell whether a bot in privacy mode is told of a message.

    It is told of private chats, commands that name no other bot, mentions of it,
    replies to it, and its own inline results; `original` is the message that was
    replied to.

    Source: Telegram, Bot Features, "Privacy mode".
    """
    if message.chat.type == "private" or message.via_bot == bot:
        return True
    if original is not None and original.sender == bot:
        return True
    is_addressed = f"@{bot.username}".lower() in map(
        str.lower, message.spans("mention")
    )
    return is_addressed or any(
        _names(command, bot) for command in message.spans("bot_command")
    )


def _names(command: str, bot: Person) -> bool:
    _, _, addressee = command.partition("@")
    return not addressee or addressee.lower() == bot.username.lower()
