"""Where sentences begin and end."""

import re
from collections.abc import Collection

# A stop, closing quotes or brackets, then white space before something that can
# begin a sentence: a capital, a digit, a letter of Arabic, which has no capitals. The
# stops of Chinese need no space. A line break always ends a sentence.
_BREAK = re.compile(
    r"[.!?؟]+(?:[\"'”’)\]]|[ \u00a0\u202f]?»)*\s+"
    r"(?=(?:[\"'“‘(\[¿¡]|«\s?)*[A-ZÀ-ÞЁА-Я\d\u0620-\u064a])"
    r"|[。！？]+[”’」』）》]*|\n+"  # noqa: RUF001 - full-width signs
)
# The signs before an item of a list are no part of its sentence.
_BULLET = re.compile(r"\s*(?:[-–—•*·▪◦‣]\s+)*")
# What begins the line of an item: a bullet, `(a)`, `b)`, `3.`
_ITEM = re.compile(r"\s*(?:[-–—•*·▪◦‣]\s|\(?\w{1,3}\)\s|\d{1,2}\.\s)")
_LEADS_ON = ":："  # noqa: RUF001 - the Chinese colon
_LAST_WORD = re.compile(r"([^\W\d_][\w.]*)\.$")


def split_sentences(
    text: str, abbreviations: Collection[str] = ()
) -> tuple[tuple[int, int], ...]:
    """Give the start and end offsets of the sentences, in reading order.

    A stop after one of the `abbreviations` (folded, without the final stop) or
    after a single capital ends no sentence. White space around is left out, and so
    is the bullet of a line.
    """
    spans = []
    start = 0
    for match in _BREAK.finditer(text):
        if _is_abbreviation(text[start : match.end()].rstrip(), abbreviations):
            continue
        spans.append(_trimmed(text, start, match.end()))
        start = match.end()
    spans.append(_trimmed(text, start, len(text)))
    return tuple(span for span in spans if span[0] < span[1])


def split_with_items(
    text: str, abbreviations: Collection[str] = ()
) -> tuple[tuple[int, int], ...]:
    """Give the sentences as `split_sentences` does, each with the list it leads to.

    "It has three aims:" and the lines behind it that begin with a bullet, a letter
    or a number are one.
    """
    spans: list[tuple[int, int]] = []
    is_open = False
    for start, end in split_sentences(text, abbreviations):
        line = text.rfind("\n", 0, start) + 1
        is_listed = bool(_ITEM.match(text, line)) or (spans and spans[-1][1] > line)
        is_open = is_open and bool(is_listed)
        if is_open:
            spans[-1] = spans[-1][0], end
        else:
            spans.append((start, end))
            is_open = text[end - 1] in _LEADS_ON
    return tuple(spans)


def _is_abbreviation(head: str, abbreviations: Collection[str]) -> bool:
    word = _LAST_WORD.search(head)
    if word is None:
        return False
    last = word.group(1)
    return (len(last) == 1 and last.isupper()) or last.lower() in abbreviations


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    line = text.rfind("\n", 0, start) + 1
    begins_line = not text[line:start].strip()
    lead = _BULLET.match(text, start, end) if begins_line else None
    begin = lead.end() if lead else start
    body = text[begin:end]
    begin += len(body) - len(body.lstrip())
    return begin, max(begin, end - len(body) + len(body.rstrip()))
