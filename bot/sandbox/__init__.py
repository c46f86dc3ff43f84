"""A small strict Telegram Bot API server for end-to-end tests over real HTTP."""

from bot.sandbox.faults import (
    AnswerLost,
    Held,
    Refused,
    Reset,
    blocked_by_user,
    server_error,
    too_many_requests,
)
from bot.sandbox.keyboards import Button
from bot.sandbox.model import Chat, Message
from bot.sandbox.server import Sandbox
from bot.sandbox.user import User

__all__ = [
    "AnswerLost",
    "Button",
    "Chat",
    "Held",
    "Message",
    "Refused",
    "Reset",
    "Sandbox",
    "User",
    "blocked_by_user",
    "server_error",
    "too_many_requests",
]
