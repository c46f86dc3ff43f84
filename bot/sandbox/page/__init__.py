"""A page for the browser on the chats of a sandbox: people type, the bot replies."""

from bot.sandbox.page.server import ChatPage

__all__ = ["ChatPage"]
