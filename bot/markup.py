"""Text with few tags, built so that it cannot come out malformed.

Spans hold text, never markup; tags appear only where a span is written out.
"""

import unicodedata
from dataclasses import dataclass
from functools import lru_cache
from html import escape
from urllib.parse import urlsplit


@dataclass(frozen=True, slots=True)
class Span:
    """A run of text under at most one tag; `href` belongs to the tag `a`."""

    text: str
    tag: str | None = None
    href: str | None = None


# Joiners, and the two marks that only set a direction; overrides are dropped.
_SHAPING = "\u200c\u200d\u200e\u200f"

_QUOTE = "blockquote"
_FOLDED = 350  # units from which a quotation is shown folded, to be unfolded by a tap

Line = tuple[Span, ...]
Block = tuple[Line, ...]


@lru_cache(maxsize=4096)  # the same titles and quotations are shown again and again
def clean(text: str) -> str:
    """Drop what cannot be shown: control characters and halves of pairs.

    Line breaks stay, other white space becomes single blanks, and no terminal or
    server is given a character that it would act upon.
    """
    lines = ("".join(map(_shown, line)).split() for line in text.splitlines())
    return "\n".join(" ".join(words) for words in lines if words)


def _shown(character: str) -> str:
    match unicodedata.category(character):
        case "Cc" | "Cs":
            return " "
        case "Cf" if character not in _SHAPING:
            return ""
    return character


def web_address(url: str | None) -> str | None:
    """Give the address if it may be linked: http or https, with a host."""
    address = "".join((url or "").split())
    try:
        parts = urlsplit(address)
        host = parts.hostname
    except ValueError:
        return None
    is_shown = address == clean(address)
    return address if parts.scheme in {"http", "https"} and host and is_shown else None


def units(text: str) -> int:
    """Count the UTF-16 units of a text, in which Telegram measures."""
    return len(text.encode("utf-16-le")) // 2


def block_units(block: Block) -> int:
    """Count the units of a block, with the breaks between its lines."""
    return sum(units(span.text) for line in block for span in line) + len(block) - 1


def tags(block: Block) -> int:
    """Count the tagged spans of a block; Telegram honours a hundred a message."""
    return sum(span.tag is not None for line in block for span in line)


def write_block(block: Block) -> str:
    """Write a block as the HTML that Telegram reads."""
    return "\n".join("".join(map(_write_span, line)) for line in block)


def _write_span(span: Span) -> str:
    text = escape(span.text, quote=False)
    if span.tag is None:
        return text
    if span.tag == _QUOTE and units(span.text) > _FOLDED:
        return f"<{_QUOTE} expandable>{text}</{_QUOTE}>"
    href = f' href="{escape(span.href)}"' if span.href else ""
    return f"<{span.tag}{href}>{text}</{span.tag}>"
