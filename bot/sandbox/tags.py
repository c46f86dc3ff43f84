"""Read one HTML tag or character reference the way Telegram's parser does.

Telegram's HTML is not the web's: four named references, no comments, no
self-closing tags, and offsets in error texts count bytes of UTF-8.
"""

import re
from dataclasses import dataclass

_NAMED = {"lt": "<", "gt": ">", "amp": "&", "quot": '"'}
_REFERENCE = re.compile(
    r"(?P<body>&(?:#x(?P<hex>[0-9a-fA-F]*)|#(?P<decimal>[0-9]*)|(?P<name>[A-Za-z]+)));?"
)
_GAP = re.compile(r"[ \t\r\n\v]*")
_TAG_NAME = re.compile(r"[^ \t\r\n\v>]*")
_ATTRIBUTE_NAME = re.compile(r"[^ \t\r\n\v=>/\"']*")
_NAME_TOKEN = re.compile(r"[A-Za-z0-9.-]*")
_LONGEST_REFERENCE = 9


class MarkupError(ValueError):
    """Markup that Telegram refuses; the message is Telegram's own."""


@dataclass(frozen=True, slots=True)
class StartTag:
    """A start tag: `place` names its byte offset, `end` is the index behind it."""

    name: str
    attributes: dict[str, str]
    place: str
    end: int


def place(html: str, index: int) -> str:
    """Name a position as error texts do, by its offset in bytes of UTF-8."""
    return f"at byte offset {len(html[:index].encode('utf-8', 'surrogatepass'))}"


def unescape(text: str) -> str:
    """Decode character references; what is none stays as it stands."""
    return _REFERENCE.sub(_decoded, text)


def _decoded(match: re.Match[str]) -> str:
    if match["name"]:
        return _NAMED.get(match["name"], match[0])
    if len(match["body"]) > _LONGEST_REFERENCE:
        return match[0]
    code = int(match["hex"] or "0", 16) or int(match["decimal"] or "0")
    return chr(code) if 0 < code < 0x10FFFF else match[0]


def read_end_tag(html: str, begin: int) -> tuple[str, int]:
    """Read the end tag at `begin`; give its name and the index behind it."""
    name = _matched(_TAG_NAME, html, begin + 2)
    close = _skip_gap(html, begin + 2 + len(name))
    if not html.startswith(">", close):
        raise MarkupError(f"Unclosed end tag {place(html, begin)}")
    return name.lower(), close + 1


def read_tag_name(html: str, begin: int) -> str:
    """Read the name of the start tag at `begin`, in lower case."""
    name = _matched(_TAG_NAME, html, begin + 1)
    if begin + 1 + len(name) >= len(html):
        raise MarkupError(f"Unclosed start tag {place(html, begin)}")
    return name.lower()


def read_start_tag(html: str, begin: int) -> StartTag:
    """Read the start tag at `begin` with its attributes."""
    name = read_tag_name(html, begin)
    where = place(html, begin)
    attributes: dict[str, str] = {}
    at = _skip_gap(html, begin + 1 + len(name))
    while not html.startswith(">", at):
        attribute, at = _read_attribute_name(html, at, tag=name, where=where)
        attributes[attribute], at = _read_value(html, at, tag=name, where=where)
        at = _skip_gap(html, at)
    return StartTag(name, attributes, where, at + 1)


def _read_attribute_name(
    html: str, at: int, *, tag: str, where: str
) -> tuple[str, int]:
    name = _matched(_ATTRIBUTE_NAME, html, at)
    if not name:
        raise MarkupError(f'Empty attribute name in the tag "{tag}" {where}')
    return name, _skip_gap(html, at + len(name))


def _read_value(html: str, at: int, *, tag: str, where: str) -> tuple[str, int]:
    if html[at : at + 1] not in ("=", ""):
        return "", at  # an attribute without a value, such as `expandable`
    at = _skip_gap(html, at + 1)
    if at >= len(html):
        raise MarkupError(f'Unclosed start tag "{tag}" {where}')
    if html[at] in "\"'":
        return _read_quoted(html, at, where=where)
    return _read_name_token(html, at, where=where)


def _read_quoted(html: str, at: int, *, where: str) -> tuple[str, int]:
    close = html.find(html[at], at + 1)
    if close < 0 or close + 1 >= len(html):
        raise MarkupError(f"Unclosed start tag {where}")
    return unescape(html[at + 1 : close]), close + 1


def _read_name_token(html: str, at: int, *, where: str) -> tuple[str, int]:
    token = _matched(_NAME_TOKEN, html, at)
    end = at + len(token)
    if end >= len(html):
        raise MarkupError(f"Unclosed start tag {where}")
    if html[end] not in " \t\r\n\v>":
        raise MarkupError(f"Unexpected end of name token {place(html, at)}")
    return token.lower(), end


def _skip_gap(html: str, at: int) -> int:
    return at + len(_matched(_GAP, html, at))


def _matched(pattern: re.Pattern[str], text: str, at: int) -> str:
    match = pattern.match(text, at)
    return match[0] if match else ""
