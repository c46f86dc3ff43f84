"""The entities that Telegram finds by itself in what people and bots write."""

import re

from bot.sandbox.entities import Entity, Formatted, utf16_length

_CLOSED = ("code", "custom_emoji", "date_time", "pre", "text_link", "url")
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


def add_detected(formatted: Formatted) -> Formatted:
    """Add to the formatting of a bot what is found, but not in code and links."""
    found = detect_entities(formatted.text).entities
    added = (
        each
        for each in found
        if not any(_keeps_out(given, each) for given in formatted.entities)
    )
    entities = sorted((*formatted.entities, *added), key=_place)
    return Formatted(formatted.text, tuple(entities))


def _keeps_out(given: Entity, found: Entity) -> bool:
    """Tell whether one may not stand within the other, or cuts it in two."""
    if given.end <= found.offset or found.end <= given.offset:
        return False
    is_within = given.offset <= found.offset and found.end <= given.end
    return given.type in _CLOSED or not is_within


def _place(entity: Entity) -> tuple[int, int]:
    return entity.offset, -entity.length


def _entity(text: str, match: re.Match[str]) -> Entity:
    offset = utf16_length(text[: match.start()])
    return Entity(str(match.lastgroup), offset, utf16_length(match[0]))
