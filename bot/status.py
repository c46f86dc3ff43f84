"""How the bot fares, in lines for whoever runs it."""

import asyncio
from collections.abc import Sequence
from pathlib import Path

from bot.messages import Tongue
from bot.metrics import value
from bot.state.database import StateUnavailableError
from bot.state.state import State
from index.errors import IndexUnavailableError
from index.messages import Messages
from index.status import read_status


async def status_lines(
    index: Path, state: State, tongue: Tongue, *, up: float
) -> tuple[str, ...]:
    """Tell what is served and how fresh it is, and what was done in `up` seconds."""
    texts = tongue.texts
    served = await asyncio.to_thread(_served, index, texts)
    return (*served, *_done(texts, up), *await _kept(state, texts))


def _served(index: Path, texts: Messages) -> Sequence[str]:
    """Read every file that is served, to tell whether it is whole."""
    try:
        status = read_status(index)
    except IndexUnavailableError as fault:
        return (str(fault),)
    states = {
        "fresh": texts.status_fresh,
        "stale": texts.status_stale,
        "damaged": texts.status_damaged,
        "unknown": texts.status_unknown,
    }
    manifest = status.manifest
    built_at = manifest.built_at.replace("T", " ").replace("+00:00", " UTC")
    return (
        texts.about_generation.format(generation=manifest.generation),
        texts.status_built.format(time=built_at),
        states[status.state],
    )


def _done(texts: Messages, up: float) -> Sequence[str]:
    hours, minutes = divmod(round(up) // 60, 60)
    slowest = value("palermo_slowest_reply_seconds")
    return (
        texts.status_up.format(hours=hours, minutes=minutes),
        texts.status_questions.format(
            answered=round(value("palermo_questions_total", outcome="answered")),
            refused=round(value("palermo_questions_total", outcome="refused")),
        ),
        texts.status_slowest.format(seconds=f"{slowest:.2f}"),
    )


async def _kept(state: State, texts: Messages) -> Sequence[str]:
    try:
        helpful, not_helpful = await state.feedback.count()
        subscribers = len(await state.news.subscribers())
    except StateUnavailableError as fault:
        return (str(fault),)
    return (
        texts.status_opinions.format(helpful=helpful, not_helpful=not_helpful),
        texts.status_subscribers.format(count=subscribers),
    )
