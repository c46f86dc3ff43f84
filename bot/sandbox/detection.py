"""The entities that Telegram finds by itself in what people write."""

import re

from bot.sandbox.entities import Entity, Formatted, utf16_length

_DETECTED = re.compile(
    r"(?P<url>https?://[^\s<>]+)"
    r"|(?<![\w/@])(?P<bot_command>/[A-Za-z0-9_]{1,64}(?:@[A-Za-z0-9_]{3,32})?)(?![\w/])"
    r"|(?<![\w@])(?P<mention>@[A-Za-z0-9_]{3,32})(?!\w)"
    r"|(?<!\w)(?P<hashtag>#\w*[^\W\d_]\w*)"
)


def detect_entities(text: str) -> Formatted:
    """Find commands, mentions, hashtags and links in plain text."""
    matches = _DETECTED.finditer(text)
    return Formatted(text, tuple(_entity(text, match) for match in matches))


def _entity(text: str, match: re.Match[str]) -> Entity:
    offset = utf16_length(text[: match.start()])
    return Entity(str(match.lastgroup), offset, utf16_length(match[0]))
