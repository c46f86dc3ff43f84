"""HTML as Telegram reads it: text and entities, or Telegram's own refusal.

Where Telegram drops formatting without a word (a blockquote within another,
formatting within code, a link that leads nowhere), this parser refuses it
instead: a test must see what a reader would lose.
"""

import re
from dataclasses import dataclass, field, replace

from bot.sandbox.entities import Entity, Formatted, utf16_length
from bot.sandbox.links import checked_link
from bot.sandbox.tags import (
    MarkupError,
    StartTag,
    place,
    read_end_tag,
    read_start_tag,
    read_tag_name,
    unescape,
)

_STYLES = {
    "b": "bold",
    "strong": "bold",
    "i": "italic",
    "em": "italic",
    "u": "underline",
    "ins": "underline",
    "s": "strikethrough",
    "strike": "strikethrough",
    "del": "strikethrough",
    "span": "spoiler",
    "tg-spoiler": "spoiler",
}
_CODE = {"code", "pre"}
_OTHERS = {"a", "blockquote", "tg-emoji", "tg-time"} | _CODE
_DATE_TIME_FORMAT = re.compile(r"r|w?[dD]?[tT]?")


@dataclass(slots=True)
class _Reading:
    """What has been read so far: plain text, entities, and the tags still open."""

    parts: list[str] = field(default_factory=list)
    units: int = 0
    entities: list[Entity] = field(default_factory=list)
    open_tags: list[tuple[StartTag, int, int]] = field(default_factory=list)

    def write(self, text: str) -> None:
        self.parts.append(text)
        self.units += utf16_length(text)

    def start(self, tag: StartTag) -> None:
        _refuse_lost_formatting(tag, [outer for outer, _, _ in self.open_tags])
        self.open_tags.append((tag, self.units, len(self.parts)))

    def finish_innermost(self) -> None:
        tag, offset, first_part = self.open_tags.pop()
        if self.units > offset:  # Telegram forgets entities without text
            content = "".join(self.parts[first_part:])
            entity = _entity(tag, content, offset=offset, length=self.units - offset)
            self.entities.append(self._joined_with_code(entity))

    def _joined_with_code(self, entity: Entity) -> Entity:
        """Make one `pre` of `<pre><code class="language-...">`."""
        last = self.entities[-1] if self.entities else None
        pair = {entity.type, last.type} if last else set()
        if last and pair == _CODE and last.covers_the_same_as(entity):
            language = entity.language or last.language
            if language:
                self.entities.pop()
                return replace(entity, type="pre", language=language)
        return entity


def parse_html(html: str) -> Formatted:
    """Read HTML into text and entities, blanks at the ends included.

    Raises:
        MarkupError: Telegram refuses the markup, or would lose some of it.

    Source: Bot API, "Formatting options", and TDLib's parser for error texts.
    """
    if "\0" in html:
        raise MarkupError("Text must not contain null bytes")
    reading = _Reading()
    at = 0
    while (begin := html.find("<", at)) >= 0:
        reading.write(unescape(html[at:begin]))
        is_end = html.startswith("/", begin + 1)
        at = (_close if is_end else _open)(reading, html, begin)
    reading.write(unescape(html[at:]))
    return _finished(reading)


def _open(reading: _Reading, html: str, begin: int) -> int:
    name = read_tag_name(html, begin)
    if name not in _STYLES and name not in _OTHERS:
        raise MarkupError(f'Unsupported start tag "{name}" {place(html, begin)}')
    tag = read_start_tag(html, begin)
    if name == "span" and tag.attributes.get("class") != "tg-spoiler":
        raise MarkupError(f'Tag "span" must have class "tg-spoiler" {tag.place}')
    reading.start(tag)
    return tag.end


def _close(reading: _Reading, html: str, begin: int) -> int:
    where = place(html, begin)
    if not reading.open_tags:
        raise MarkupError(f"Unexpected end tag {where}")
    found, end = read_end_tag(html, begin)
    expected = reading.open_tags[-1][0].name
    if found not in ("", expected):
        raise MarkupError(
            f'Unmatched end tag {where}, expected "</{expected}>", found "</{found}>"'
        )
    reading.finish_innermost()
    return end


def _finished(reading: _Reading) -> Formatted:
    if reading.open_tags:
        name = reading.open_tags[-1][0].name
        raise MarkupError(f'Can\'t find end tag corresponding to start tag "{name}"')
    text = "".join(reading.parts)
    _refuse_surrogates(text)
    entities = [
        replace(entity, language=None) if entity.type == "code" else entity
        for entity in reading.entities
    ]
    entities.sort(key=lambda entity: (entity.offset, -entity.length, entity.type))
    return Formatted(text, tuple(entities))


def _refuse_surrogates(text: str) -> None:
    try:
        text.encode()
    except UnicodeEncodeError:
        raise MarkupError(
            "Text contains invalid Unicode characters after decoding HTML entities, "
            "check for unmatched surrogate code units"
        ) from None


def _refuse_lost_formatting(tag: StartTag, outer: list[StartTag]) -> None:
    names = {each.name for each in outer}
    if tag.name == "blockquote" and tag.name in names:
        raise MarkupError(f'Nested start tag "blockquote" {tag.place}')
    code = names & _CODE
    if code and not (len(code) == 1 and {tag.name, outer[-1].name} == _CODE):
        raise MarkupError(f'Start tag "{tag.name}" within code {tag.place}')


def _entity(tag: StartTag, content: str, *, offset: int, length: int) -> Entity:
    match tag.name:
        case "a":
            return Entity("text_link", offset, length, url=_link(tag, content))
        case "code" | "pre":
            return Entity(tag.name, offset, length, language=_language(tag))
        case "blockquote":
            is_long = "expandable" in tag.attributes
            kind = "expandable_blockquote" if is_long else "blockquote"
            return Entity(kind, offset, length)
        case "tg-emoji":
            emoji = _emoji_id(tag)
            return Entity("custom_emoji", offset, length, custom_emoji_id=emoji)
        case "tg-time":
            return _date_time(tag, offset, length)
        case _:
            return Entity(_STYLES[tag.name], offset, length)


def _link(tag: StartTag, content: str) -> str:
    target = tag.attributes.get("href") or content
    link = checked_link(target)
    if link is None:
        raise MarkupError(f'Wrong URL "{target}" in the tag "a" {tag.place}')
    return link


def _language(tag: StartTag) -> str | None:
    name = tag.attributes.get("class", "")
    is_language = tag.name == "code" and name.startswith("language-")
    return name.removeprefix("language-") or None if is_language else None


def _emoji_id(tag: StartTag) -> str:
    emoji = tag.attributes.get("emoji-id", "")
    if not emoji.isdecimal() or not int(emoji):
        raise MarkupError("Invalid custom emoji identifier specified")
    return emoji


def _date_time(tag: StartTag, offset: int, length: int) -> Entity:
    moment = tag.attributes.get("unix", "")
    layout = tag.attributes.get("format", "")
    if not moment.isdecimal() or not _DATE_TIME_FORMAT.fullmatch(layout):
        raise MarkupError(f'Wrong date or format in the tag "tg-time" {tag.place}')
    return Entity(
        "date_time",
        offset,
        length,
        unix_time=int(moment),
        date_time_format=layout or None,
    )
